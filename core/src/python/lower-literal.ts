import type { Expression, JoinedPart } from "./ast.js";
import { conversionNamed } from "./format-text.js";
import { invalid, type Lowering } from "./lowering.js";
import type { Raw } from "./raw-tree.js";
import { decodeFormatText, decodeString, opening } from "./string-literal.js";

/** `point`: the text goes on with the point of a float that has nothing behind it, `100.` */
export function lowerNumber(text: string, point: boolean, from: number, to: number): Expression {
  const digits = text.replaceAll("_", "");
  if (/j$/i.test(digits)) return { kind: "invalid", why: "it is a complex number", from, to };
  const integer = !point && /^(0[xob][0-9a-f]+|\d+)$/i.test(digits);
  const data = Number(digits);
  if (Number.isNaN(data) || (integer && !Number.isSafeInteger(data)))
    return { kind: "invalid", why: "the number is too large to follow", from, to };
  return { kind: "constant", constant: integer ? "int" : "float", data, from, to };
}

export function lowerString(raw: Raw, lowering: Lowering): Expression {
  const { from, to } = raw;
  const data = decodeString(lowering.slice(raw));
  if (data === undefined)
    return { kind: "invalid", why: "it is a bytes literal or uses an escape that is not read", from, to };
  return { kind: "constant", constant: "str", data, from, to };
}

export function lowerJoined(raw: Raw, lowering: Lowering): Expression {
  const { from, to } = raw;
  const parts: JoinedPart[] = [];
  for (const literal of raw.name === "ContinuedString" ? raw.children : [raw]) {
    if (literal.name === "⚠") return invalid(from, to);
    const added =
      literal.name === "FormatString"
        ? formatParts(literal, lowering)
        : [decodeString(lowering.slice(literal))];
    for (const part of added) {
      if (part === undefined)
        return {
          kind: "invalid",
          why: "it is a bytes literal or uses an escape that is not read",
          from,
          to,
        };
      parts.push(part);
    }
  }
  if (parts.every((part) => typeof part === "string")) {
    return { kind: "constant", constant: "str", data: parts.join(""), from, to };
  }
  return { kind: "joined", parts, from, to };
}

function formatParts(raw: Raw, lowering: Lowering): (JoinedPart | undefined)[] {
  const { prefix, quote } = opening(lowering.slice(raw));
  const parts: (JoinedPart | undefined)[] = [];
  let at = raw.from + prefix.length + quote.length;
  const textTo = (end: number) => {
    if (end > at) parts.push(decodeFormatText(lowering.slice({ from: at, to: end }), /r/i.test(prefix)));
  };
  for (const child of raw.children) {
    if (child.name !== "FormatReplacement") continue;
    textTo(child.from);
    const inner = child.children.slice(1).filter(({ name }) => name !== "}");
    const expressions = inner.filter(({ name }) => !changing.has(name));
    // `{x=}` prints the name too, which is not followed
    const isFollowed = expressions.length === 1 && inner.every(({ name }) => name !== "FormatSelfDoc");
    const textOf = (kind: string) => {
      const part = inner.find(({ name }) => name === kind);
      return part ? lowering.slice(part).slice(1) : undefined;
    };
    const written = textOf("FormatSpec") ?? "";
    const format = isFollowed && !/[{}\\]/.test(written) ? written : undefined;
    const conversion = isFollowed ? conversionNamed(textOf("FormatConversion")) : undefined;
    parts.push({
      value: lowering.one(expressions, child.from, child.to),
      format,
      ...(conversion ? { conversion } : {}),
    });
    at = child.to;
  }
  textTo(Math.max(at, raw.to - quote.length));
  return parts;
}

/** Parts of a replacement that change the text of its value. */
const changing: ReadonlySet<string> = new Set(["FormatConversion", "FormatSpec", "FormatSelfDoc"]);
