import type { Context } from "./context.js";
import { elements } from "./expression.js";
import { formatBraces } from "./format-text.js";
import { joinTexts, longestText } from "./join-texts.js";
import { bool, integer, text, type BoundArguments, type MachineValue, type Site } from "./machine.js";

/** A method of a text, its arguments all known to be these; undefined: not followed. */
export function textMethod(
  self: string,
  name: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  if (self.length > longestText) return undefined;
  if (name === "format") return formatBraces(self, bound, context);
  if (name === "join") return joined(self, bound, context);
  const list = (parts: readonly string[]) =>
    context.allocate({ kind: "list", items: parts.map((part) => text(part)), open: false, span: site.span });
  const parameters = keywordParameters[name] ?? [];
  if ([...bound.keywords.keys()].some((keyword) => !parameters.includes(keyword))) return undefined;
  const given = [0, 1].map((place) => {
    const parameter = parameters[place];
    return bound.positional[place] ?? (parameter === undefined ? undefined : bound.keywords.get(parameter));
  });
  if (bound.positional.length > 2) return undefined;
  if (name === "startswith" || name === "endswith") return hasEnd(self, name, bound);
  const constants = given.map((value) => (value?.kind === "constant" ? value : undefined));
  if (given.some((value, place) => value !== undefined && constants[place] === undefined)) return undefined;
  const arguments_ = constants.map((value) =>
    value?.type === "none" ? undefined : (value?.data ?? undefined),
  );
  // One UTF-16 unit for each of Python's characters
  if (/[\ud800-\udfff]/.test([self, ...arguments_].join(""))) return undefined;
  const result = methods[name]?.(self, arguments_[0], arguments_[1]);
  if (result === undefined) return undefined;
  if (typeof result === "string") return text(result);
  if (typeof result === "boolean") return bool(result);
  if (typeof result === "number") return integer(result);
  if (result.parts.length > mostParts) return undefined;
  return result.isTuple
    ? { kind: "tuple", items: result.parts.map((part) => text(part)), span: site.span }
    : list(result.parts);
}

/** Of a text that is split. */
const mostParts = 2_000;

type Argument = string | number | boolean | undefined;
type Result = string | number | boolean | { readonly parts: readonly string[]; readonly isTuple?: true };

/** Arguments that may be given by name. */
const keywordParameters: Readonly<Partial<Record<string, readonly string[]>>> = {
  split: ["sep", "maxsplit"],
  rsplit: ["sep", "maxsplit"],
};

/** Undefined: not followed, or an error. Letters and spaces of other scripts have rules of Python's own. */
const methods: Readonly<
  Partial<Record<string, (self: string, a: Argument, b: Argument) => Result | undefined>>
> = {
  split: (self, separator, most) => split(self, separator, most, false),
  rsplit: (self, separator, most) => split(self, separator, most, true),
  partition: (self, separator) => partition(self, separator, (one) => self.indexOf(one), [self, "", ""]),
  rpartition: (self, separator) => partition(self, separator, (one) => self.lastIndexOf(one), ["", "", self]),
  splitlines: (self, keep) => {
    if (keep !== undefined || !isAscii(self)) return undefined;
    const lines = self.split(/\r\n|[\n\r\v\f]/);
    return { parts: lines.at(-1) === "" ? lines.slice(0, -1) : lines };
  },
  strip: (self, characters) => stripped(self, characters, "both"),
  lstrip: (self, characters) => stripped(self, characters, "left"),
  rstrip: (self, characters) => stripped(self, characters, "right"),
  removeprefix: (self, prefix) =>
    typeof prefix === "string" ? (self.startsWith(prefix) ? self.slice(prefix.length) : self) : undefined,
  removesuffix: (self, suffix) =>
    typeof suffix !== "string"
      ? undefined
      : suffix !== "" && self.endsWith(suffix)
        ? self.slice(0, -suffix.length)
        : self,
  lower: (self, none) => (none === undefined && isAscii(self) ? self.toLowerCase() : undefined),
  casefold: (self, none) => (none === undefined && isAscii(self) ? self.toLowerCase() : undefined),
  upper: (self, none) => (none === undefined && isAscii(self) ? self.toUpperCase() : undefined),
  capitalize: (self, none) =>
    none === undefined && isAscii(self)
      ? self.charAt(0).toUpperCase() + self.slice(1).toLowerCase()
      : undefined,
  title: (self, none) =>
    none === undefined && isAscii(self)
      ? self.toLowerCase().replaceAll(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase())
      : undefined,
  swapcase: (self, none) =>
    none === undefined && isAscii(self)
      ? self.replaceAll(/[a-z]|[A-Z]/g, (letter) =>
          letter < "a" ? letter.toLowerCase() : letter.toUpperCase(),
        )
      : undefined,
  replace: (self, old, by) => {
    if (typeof old !== "string" || old === "" || typeof by !== "string") return undefined;
    const parts = self.split(old);
    return self.length + (parts.length - 1) * by.length > longestText ? undefined : parts.join(by);
  },
  zfill: (self, width) => {
    if (typeof width !== "number" || width > 1000) return undefined;
    const sign = /^[+-]/.exec(self)?.[0] ?? "";
    return sign + self.slice(sign.length).padStart(width - sign.length, "0");
  },
  ljust: (self, width, fill = " ") => justified(self, width, fill, "ljust"),
  rjust: (self, width, fill = " ") => justified(self, width, fill, "rjust"),
  find: (self, part, from) =>
    typeof part === "string" && from === undefined ? self.indexOf(part) : undefined,
  rfind: (self, part, from) =>
    typeof part === "string" && from === undefined ? self.lastIndexOf(part) : undefined,
  index: (self, part, from) =>
    typeof part === "string" && from === undefined && self.includes(part) ? self.indexOf(part) : undefined,
  count: (self, part, from) =>
    typeof part === "string" && part !== "" && from === undefined ? self.split(part).length - 1 : undefined,
  isdigit: (self) => (isAscii(self) ? /^\d+$/.test(self) : undefined),
  isalpha: (self) => (isAscii(self) ? /^[a-zA-Z]+$/.test(self) : undefined),
  isalnum: (self) => (isAscii(self) ? /^[a-zA-Z\d]+$/.test(self) : undefined),
  islower: (self) => (isAscii(self) ? /[a-z]/.test(self) && !/[A-Z]/.test(self) : undefined),
  isupper: (self) => (isAscii(self) ? /[A-Z]/.test(self) && !/[a-z]/.test(self) : undefined),
};

function isAscii(self: string): boolean {
  return /^[\t\n\v\f\r\x20-\x7e]*$/.test(self);
}

function joined(self: string, bound: BoundArguments, context: Context): MachineValue | undefined {
  const [first] = bound.positional;
  if (!first || bound.positional.length !== 1 || bound.keywords.size > 0) return undefined;
  const { items, open } = elements(first, context);
  const isText = ({ kind, ...item }: MachineValue) =>
    kind === "unknown" || (kind === "constant" && "type" in item && item.type === "str");
  if (open || !items.every(isText)) return undefined;
  return joinTexts(items.flatMap((item, index) => (index === 0 ? [item] : [text(self), item])));
}

function hasEnd(
  self: string,
  name: "startswith" | "endswith",
  { positional, keywords }: BoundArguments,
): MachineValue | undefined {
  const [first] = positional;
  if (!first || positional.length !== 1 || keywords.size > 0) return undefined;
  const ends = first.kind === "tuple" ? first.items : [first];
  const texts = ends.map((end) =>
    end.kind === "constant" && end.type === "str" ? String(end.data) : undefined,
  );
  if (texts.includes(undefined)) return undefined;
  return bool(texts.some((end = "") => (name === "startswith" ? self.startsWith(end) : self.endsWith(end))));
}

/** @param fromRight What is left of the text stands at its start. */
function split(self: string, separator: Argument, most: Argument, fromRight: boolean): Result | undefined {
  if (most !== undefined && typeof most !== "number") return undefined;
  const limit = most === undefined || most < 0 ? Infinity : most;
  if (separator === undefined) {
    if (!isAscii(self)) return undefined;
    const words = [...self.matchAll(/\S+/g)];
    if (words.length <= limit) return { parts: words.map(([word]) => word) };
    const taken = fromRight ? words.slice(words.length - limit) : words.slice(0, limit);
    const texts = taken.map(([word]) => word);
    return fromRight
      ? { parts: [self.slice(0, taken[0]?.index).trimEnd(), ...texts] }
      : { parts: [...texts, self.slice(words[limit]?.index)] };
  }
  if (typeof separator !== "string" || separator === "") return undefined;
  const parts = fromRight ? splitFromRight(self, separator) : self.split(separator);
  if (parts.length - 1 <= limit) return { parts };
  return fromRight
    ? {
        parts: [parts.slice(0, parts.length - limit).join(separator), ...parts.slice(parts.length - limit)],
      }
    : { parts: [...parts.slice(0, limit), parts.slice(limit).join(separator)] };
}

/** Of separators that overlap the last counts. */
function splitFromRight(self: string, separator: string): string[] {
  const parts: string[] = [];
  let rest = self;
  for (let at = rest.lastIndexOf(separator); at >= 0; at = rest.lastIndexOf(separator)) {
    parts.push(rest.slice(at + separator.length));
    rest = rest.slice(0, at);
  }
  return [...parts, rest].reverse();
}

function partition(
  self: string,
  separator: Argument,
  find: (separator: string) => number,
  otherwise: readonly string[],
): Result | undefined {
  if (typeof separator !== "string" || separator === "") return undefined;
  const at = find(separator);
  return at < 0
    ? { parts: otherwise, isTuple: true }
    : { parts: [self.slice(0, at), separator, self.slice(at + separator.length)], isTuple: true };
}

function stripped(self: string, characters: Argument, side: "left" | "right" | "both"): string | undefined {
  if (characters !== undefined && typeof characters !== "string") return undefined;
  if (characters === undefined && !isAscii(self)) return undefined;
  const goes = (character: string | undefined) =>
    character !== undefined &&
    (characters === undefined ? /\s/.test(character) : characters.includes(character));
  let from = 0;
  let to = self.length;
  if (side !== "right") while (from < to && goes(self[from])) from++;
  if (side !== "left") while (to > from && goes(self[to - 1])) to--;
  return self.slice(from, to);
}

function justified(
  self: string,
  width: Argument,
  fill: Argument,
  name: "ljust" | "rjust",
): string | undefined {
  if (typeof width !== "number" || width > 1000 || typeof fill !== "string" || fill.length !== 1)
    return undefined;
  return name === "ljust" ? self.padEnd(width, fill) : self.padStart(width, fill);
}
