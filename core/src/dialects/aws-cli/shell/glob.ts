/** A letter of a pattern; one that is quoted stands for itself. */
export interface Letter {
  readonly letter: string;
  readonly quoted: boolean;
}

type Item =
  | { readonly kind: "any" }
  /** One letter. Undefined: that depends on the locale. */
  | { readonly kind: "one"; readonly has: (letter: string) => boolean | undefined };

export type Glob = readonly Item[];

const anything: Item = { kind: "one", has: () => true };

/**
 * A pattern of the shell's. Undefined: it is not followed.
 *
 * @see https://www.gnu.org/software/bash/manual/html_node/Pattern-Matching.html
 */
export function globOf(pattern: readonly Letter[]): Glob | undefined {
  const items: Item[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const { letter = "", quoted = true } = pattern[at] ?? {};
    const next = pattern[at + 1];
    // `+(a|b)`, where that is switched on
    if (/[?*+@!]/.test(letter) && next?.letter === "(") return undefined;
    if (quoted) items.push(plain(letter));
    else if (letter === "*") items.push({ kind: "any" });
    else if (letter === "?") items.push(anything);
    else if (letter === "\\") return undefined;
    else if (letter === "[") {
      const set = setAt(pattern, at);
      if (!set) return undefined;
      items.push(set.item);
      at = set.close;
    } else items.push(plain(letter));
  }
  return items;
}

function plain(own: string): Item {
  return { kind: "one", has: (letter) => letter === own };
}

const classes: Readonly<Record<string, RegExp>> = {
  space: /\s/,
  blank: /[ \t]/,
  digit: /\d/,
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  upper: /[A-Z]/,
  lower: /[a-z]/,
};

/** `[abc]`, `[!0-9]`, `[[:space:]]` */
function setAt(
  pattern: readonly Letter[],
  open: number,
): { readonly item: Item; readonly close: number } | undefined {
  let at = open + 1;
  const isNegated = /[!^]/.test(pattern[at]?.letter ?? "") && pattern[at]?.quoted === false;
  if (isNegated) at += 1;
  const single = new Set<string>();
  const ranges = new Set<string>();
  for (const first = at; ; at += 1) {
    const one = pattern[at];
    if (!one || (one.quoted && one.letter === "-")) return undefined;
    const { letter, quoted } = one;
    if (letter === "]" && !quoted && at > first) break;
    if (letter === "[" && !quoted) {
      const name = /^\[:(\w+):\]/.exec(lettersFrom(pattern, at))?.[1] ?? "";
      if (!classes[name]) return undefined;
      ranges.add(name);
      at += name.length + 3;
    } else if (pattern[at + 1]?.letter === "-" && pattern[at + 2] && pattern[at + 2]?.letter !== "]") {
      const range = lettersFrom(pattern, at, 3);
      if (!/^(?:0-9|a-z|A-Z)$/.test(range)) return undefined;
      ranges.add(range);
      at += 2;
    } else single.add(letter);
  }
  const has = (letter: string) => {
    const is = single.has(letter) || isInRanges(letter, ranges);
    return is === undefined ? undefined : is !== isNegated;
  };
  return { item: { kind: "one", has }, close: at };
}

function lettersFrom(pattern: readonly Letter[], from: number, length = 12): string {
  return pattern
    .slice(from, from + length)
    .map(({ letter, quoted }) => (quoted ? "\0" : letter))
    .join("");
}

/** `a-z` may have capital letters too, as a locale sorts them. */
function isInRanges(letter: string, ranges: ReadonlySet<string>): boolean | undefined {
  for (const name of ranges) if (classes[name]?.test(letter) === true) return true;
  if (ranges.has("0-9") && /\d/.test(letter)) return true;
  const [small, capital] = [ranges.has("a-z"), ranges.has("A-Z")];
  if (!/[A-Za-z]/.test(letter) || (!small && !capital)) return false;
  return (small && /[a-z]/.test(letter)) || (capital && /[A-Z]/.test(letter)) ? true : undefined;
}

/** How many steps may still be made, here and elsewhere. */
export interface Steps {
  left: number;
}

/** Where a match that begins at `from` can end. Undefined: that cannot be told. All places are followed at once. */
export function matchEnds(glob: Glob, text: string, steps: Steps, from = 0): readonly number[] | undefined {
  const ends: number[] = [];
  let places = past(glob, new Set([0]));
  steps.left -= 1;
  for (let at = from; places.size > 0; at += 1) {
    if (places.has(glob.length)) ends.push(at);
    if (at >= text.length) break;
    const next = new Set<number>();
    for (const place of places) {
      if (--steps.left < 0) return undefined;
      const item = glob[place];
      if (!item) continue;
      if (item.kind === "any") next.add(place);
      else {
        const has = item.has(text[at] ?? "");
        if (has === undefined) return undefined;
        if (has) next.add(place + 1);
      }
    }
    places = past(glob, next);
  }
  return ends;
}

/** `*` may be nothing. */
function past(glob: Glob, places: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set(places);
  // What is added is visited too
  for (const place of all) if (glob[place]?.kind === "any") all.add(place + 1);
  return all;
}

/** Whether the whole text is of the pattern; undefined: that cannot be told. */
export function matchesWhole(glob: Glob, text: string, steps: Steps): boolean | undefined {
  return matchEnds(glob, text, steps)?.includes(text.length);
}
