/**
 * The text of a Python string literal, or undefined for bytes and for escapes that need Unicode names.
 *
 * @param literal With prefix and quotes, as written.
 */
export function decodeString(literal: string): string | undefined {
  const { prefix, quote } = opening(literal);
  if (/b/i.test(prefix)) return undefined;
  const body = literal.slice(
    prefix.length + quote.length,
    closes(literal, quote) ? -quote.length : undefined,
  );
  return /r/i.test(prefix) ? normalizeNewlines(body) : unescape(normalizeNewlines(body));
}

/** Prefix and quotes of a literal; quotes are empty when the text is no literal. */
export function opening(literal: string): { prefix: string; quote: string } {
  const match = /^([a-z]{0,3})("""|'''|"|')/i.exec(literal);
  return { prefix: match?.[1] ?? "", quote: match?.[2] ?? "" };
}

/** The text of a piece between the replacements of an f-string. */
export function decodeFormatText(text: string, raw: boolean): string | undefined {
  const plain = normalizeNewlines(text).replaceAll("{{", "{").replaceAll("}}", "}");
  return raw ? plain : unescape(plain);
}

function closes(literal: string, quote: string): boolean {
  return literal.endsWith(quote);
}

function normalizeNewlines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

const simple: Readonly<Record<string, string>> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\n": "",
};

function unescape(text: string): string | undefined {
  if (!text.includes("\\")) return text;
  const names = { needed: false };
  const result = text.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([0-7]{1,3})|N\{[^}]*\}|([\s\S]))/gi,
    (
      whole,
      hex: string | undefined,
      short: string | undefined,
      long: string | undefined,
      octal: string | undefined,
      other: string | undefined,
    ) => {
      // The flag "i" is for hexadecimal digits only; \X, \n and \N are told apart here.
      if (hex !== undefined && whole[1] === "x") return String.fromCharCode(parseInt(hex, 16));
      if (short !== undefined && whole[1] === "u") return String.fromCharCode(parseInt(short, 16));
      if (long !== undefined && whole[1] === "U") {
        const point = parseInt(long, 16);
        if (point <= 0x10ffff) return String.fromCodePoint(point);
      }
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      if (other !== undefined && other in simple) return simple[other] ?? "";
      if (other === undefined || other === "x" || other === "u" || other === "U" || other === "N")
        names.needed = true;
      return whole; // Python keeps the backslash of an escape that it does not know
    },
  );
  return names.needed ? undefined : result;
}
