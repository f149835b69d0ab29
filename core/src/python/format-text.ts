import type { Conversion } from "./ast.js";
import type { Context } from "./context.js";
import { byPercent, bySpecification } from "./format-spec.js";
import { writtenJson } from "./json-text.js";
import { joinTexts } from "./join-texts.js";
import { text, unknown, type BoundArguments, type MachineValue } from "./machine.js";
import { callSpecial } from "./special-methods.js";
import type { WrittenSpan } from "./text-version.js";

/** A value by a format specification; undefined: one that is not followed. */
export function formattedAs(
  value: MachineValue,
  specification: string | undefined,
  context: Context,
): MachineValue {
  if (specification === "") return formatted(value, context);
  return context.each(value, (one) => {
    callSpecial(one, "text", context);
    return specification === undefined
      ? unknown(one.kind === "unknown" ? one.why : "the text is formatted when the notebook runs", one.span)
      : bySpecification(one, specification);
  });
}

/** What `!s`, `!r` or `!a` makes of the value before it is laid out. */
export function converted(
  value: MachineValue,
  conversion: Conversion | undefined,
  context: Context,
): MachineValue {
  return conversion === undefined
    ? value
    : conversion === "s"
      ? formatted(value, context)
      : represented(value, context);
}

/** `repr(value)`, where it is certain. */
export function represented(value: MachineValue, context: Context): MachineValue {
  return context.each(value, (one) => {
    if (one.kind === "constant" && one.type !== "str") return formatted(one, context);
    callSpecial(one, "text", context);
    if (one.kind !== "constant")
      return unknown(one.kind === "unknown" ? one.why : "the text is formatted when the notebook runs");
    const data = String(one.data);
    const quote = data.includes("'") ? '"' : "'";
    // Others are written with backslashes
    return /^[ -[\]-~]*$/.test(data) && !data.includes(quote)
      ? text(`${quote}${data}${quote}`)
      : unknown("the text is formatted when the notebook runs");
  });
}

/** `str(value)`, where it is certain. */
export function formatted(value: MachineValue, context: Context): MachineValue {
  return context.each(value, (one) => {
    callSpecial(one, "text", context);
    if (one.kind === "unknown") return one;
    const written = writtenJson(one, context);
    if (written) return written;
    if (one.kind !== "constant" || one.type === "float")
      return unknown("the text is formatted when the notebook runs");
    if (one.type === "none") return text("None");
    return text(one.type === "bool" ? (one.data === true ? "True" : "False") : String(one.data));
  });
}

/** `"{}-{name:03d}".format(…)` with fields of names and places only; undefined: not followed. */
export function formatBraces(
  template: string,
  bound: BoundArguments,
  context: Context,
): MachineValue | undefined {
  let next = 0;
  const parts: MachineValue[] = [];
  for (const [piece, field] of [...template.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[^{}]+|[{}]/g)].map(
    (match) => [match[0], match[1]] as const,
  )) {
    if (piece === "{{" || piece === "}}") parts.push(text(piece.charAt(0)));
    else if (field === undefined && piece.length === 1 && /[{}]/.test(piece)) return undefined;
    else if (field === undefined) parts.push(text(piece));
    else {
      const [, name, conversion, specification = ""] = /^(\w*)(?:!([rsa]))?(?::(.*))?$/s.exec(field) ?? [];
      if (name === undefined) return undefined;
      const value =
        name === ""
          ? bound.positional[next++]
          : /^\d+$/.test(name)
            ? bound.positional[Number(name)]
            : bound.keywords.get(name);
      if (!value) return undefined;
      parts.push(formattedAs(converted(value, conversionNamed(conversion), context), specification, context));
    }
  }
  return joinEach(parts, context);
}

export function conversionNamed(letter: string | undefined): Conversion | undefined {
  return letter === "s" || letter === "r" || letter === "a" ? letter : undefined;
}

/** `"%s-%03d" % (…)` with fields of texts and whole numbers only; undefined: not followed. */
export function formatPercent(
  template: string,
  given: MachineValue,
  context: Context,
  span: WrittenSpan,
): MachineValue | undefined {
  const pieces = [...template.matchAll(/%(?:\((\w+)\))?([0-]?)(\d{0,3})([sdi%])|[^%]+|%/gs)].map((match) => ({
    piece: match[0],
    name: match[1],
    flag: match[2] ?? "",
    width: match[3] ?? "",
    type: match[4],
  }));
  if (
    pieces.some(
      ({ piece, type }) => piece.startsWith("%") && (type === undefined || (type === "%" && piece !== "%%")),
    )
  )
    return undefined;
  const wanted = pieces.filter(({ type }) => type !== undefined && type !== "%");
  const values = givenTo(
    wanted.map(({ name }) => name),
    given,
    context,
  );
  if (values?.length !== wanted.length) return undefined;
  let next = 0;
  const parts = pieces.map(({ piece, flag, width, type }) => {
    if (type === undefined || type === "%") return text(type === "%" ? "%" : piece);
    const value = values[next++] ?? text("");
    if (type === "s" && width === "") return value;
    return context.each(value, (one) => byPercent(one, flag, Number(width), type));
  });
  return joinEach(parts, context, span);
}

/** What the fields get: by name of a dict, or in their order; undefined: not known. */
function givenTo(
  names: readonly (string | undefined)[],
  given: MachineValue,
  context: Context,
): readonly MachineValue[] | undefined {
  if (names.some((name) => name !== undefined)) {
    const object = context.object(given);
    if (object?.kind !== "dict") return undefined;
    const entries = names.map((name) => (name === undefined ? undefined : object.entries.get(`'${name}`)));
    const isThere = (entry: MachineValue | undefined) =>
      entry !== undefined &&
      !(entry.kind === "either" ? entry.values : [entry]).some(({ kind }) => kind === "absent");
    return entries.every(isThere) ? entries.filter((entry) => entry !== undefined) : undefined;
  }
  // What is not known may be a tuple of as many
  if (given.kind === "tuple") return given.items;
  if (given.kind === "constant" || (given.kind === "unknown" && given.pattern)) return [given];
  return given.kind === "unknown"
    ? names.map(() => ({ kind: "unknown", why: given.why }) as const)
    : undefined;
}

/** Most alternatives that one text is followed through. */
const mostAlternatives = 4;

/** The texts that parts which differ by branch make. */
function joinEach(
  parts: readonly MachineValue[],
  context: Context,
  span?: WrittenSpan,
): MachineValue | undefined {
  const values = parts.map((part) => formatted(part, context));
  const open = values.findIndex(({ kind }) => kind === "either");
  if (open < 0) return joinTexts(values, span);
  const several = values.filter(({ kind }) => kind === "either");
  if (
    several.length > 2 ||
    several.some((one) => one.kind === "either" && one.values.length > mostAlternatives)
  )
    return undefined;
  return context.each(
    values[open] ?? text(""),
    (one) =>
      joinEach(
        values.map((value, index) => (index === open ? one : value)),
        context,
        span,
      ) ?? { kind: "unknown", why: "the text is not followed" },
  );
}
