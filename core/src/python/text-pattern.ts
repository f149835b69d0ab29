/**
 * What is known of a text that only running code knows whole: `s3://`, the account's default bucket, `/train/`, and
 * something. A gap is what the environment decides, its region or its account's number, or anything at all.
 */
export type TextPattern = readonly TextPart[];
export type TextPart = string | { readonly gap: "region" | "account" | "anything" };

export const region: TextPattern = [{ gap: "region" }];
export const account: TextPattern = [{ gap: "account" }];
export const anything: TextPattern = [{ gap: "anything" }];

/** Longer texts are not followed. */
const mostParts = 40;
const mostCharacters = 4_000;

/** One after the other; undefined: too long to follow. */
export function joinPatterns(...patterns: readonly TextPattern[]): TextPattern | undefined {
  const joined: TextPart[] = [];
  let characters = 0;
  for (const pattern of patterns)
    for (const part of pattern) {
      const last = joined[joined.length - 1];
      if (typeof part !== "string") {
        const isOpen = part.gap === "anything" && typeof last === "object" && last.gap === "anything";
        if (!isOpen) joined.push(part);
        continue;
      }
      characters += part.length;
      if (typeof last === "string") joined[joined.length - 1] = last + part;
      else if (part !== "") joined.push(part);
    }
  return joined.length > mostParts || characters > mostCharacters ? undefined : joined;
}

export function samePattern(left: TextPattern | undefined, right: TextPattern | undefined): boolean {
  if (left === right) return true;
  if (left?.length !== right?.length) return false;
  return (left ?? []).every((part, index) => {
    const other = right?.[index];
    return typeof part === "object" && typeof other === "object" ? part.gap === other.gap : part === other;
  });
}

/** Whatever stands in its gaps. */
export function isNeverEmpty(pattern: TextPattern): boolean {
  return pattern.some((part) => typeof part === "string" || part.gap !== "anything");
}

/** What of the text is known from its beginning on; `isWhole`: nothing follows. */
export function beginningOf(
  pattern: TextPattern,
  place: { readonly region?: string; readonly account?: string },
): { readonly text: string; readonly isWhole: boolean } {
  let text = "";
  for (const part of pattern) {
    const known = typeof part === "string" ? part : part.gap === "anything" ? undefined : place[part.gap];
    if (known === undefined) return { text, isWhole: false };
    text += known;
  }
  return { text, isWhole: true };
}
