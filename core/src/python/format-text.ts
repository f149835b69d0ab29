import type { Context } from "./context.js";
import { joinTexts } from "./join-texts.js";
import { text, unknown, type BoundArguments, type MachineValue } from "./machine.js";
import { callSpecial } from "./special-methods.js";
import type { WrittenSpan } from "./text-version.js";

/** `str(value)`, where it is certain. */
export function formatted(value: MachineValue, simple: boolean, context: Context): MachineValue {
  return context.each(value, (one) => {
    callSpecial(one, "text", context);
    if (one.kind === "unknown") return simple || !one.pattern ? one : unknown(one.why, one.span);
    if (!simple || one.kind !== "constant" || one.type === "float")
      return unknown("the text is formatted when the notebook runs");
    if (one.type === "none") return text("None");
    return text(one.type === "bool" ? (one.data === true ? "True" : "False") : String(one.data));
  });
}

/** `"{}-{name}".format(…)` with plain fields only; undefined: not followed. */
export function formatBraces(
  template: string,
  bound: BoundArguments,
  context: Context,
): MachineValue | undefined {
  let next = 0;
  const parts: MachineValue[] = [];
  for (const [piece, name] of [...template.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[^{}]+|[{}]/g)].map(
    (match) => [match[0], match[1]] as const,
  )) {
    if (piece === "{{" || piece === "}}") parts.push(text(piece.charAt(0)));
    else if (name === undefined && piece.length === 1 && /[{}]/.test(piece)) return undefined;
    else if (name === undefined) parts.push(text(piece));
    else {
      if (!/^\w*$/.test(name)) return undefined;
      const value =
        name === ""
          ? bound.positional[next++]
          : /^\d+$/.test(name)
            ? bound.positional[Number(name)]
            : bound.keywords.get(name);
      if (!value) return undefined;
      parts.push(value);
    }
  }
  return joinEach(parts, context);
}

/** `"%s-%s" % (…)` with plain fields only; undefined: not followed. */
export function formatPercent(
  template: string,
  given: MachineValue,
  context: Context,
  span: WrittenSpan,
): MachineValue | undefined {
  const pieces = [...template.matchAll(/%(.?)|[^%]+/gs)].map((match) => [match[0], match[1]] as const);
  const wanted = pieces.filter(([, kind]) => kind === "s");
  if (pieces.some(([, kind]) => kind !== undefined && kind !== "s" && kind !== "%")) return undefined;
  // What is not known may be a tuple of as many
  const values =
    given.kind === "tuple"
      ? given.items
      : given.kind === "constant" || (given.kind === "unknown" && given.pattern)
        ? [given]
        : given.kind === "unknown"
          ? wanted.map(() => ({ kind: "unknown", why: given.why }) as const)
          : undefined;
  if (values?.length !== wanted.length) return undefined;
  let next = 0;
  const parts = pieces.map(([piece, kind]) =>
    kind === "s" ? (values[next++] ?? text("")) : text(kind === "%" ? "%" : piece),
  );
  return joinEach(parts, context, span);
}

/** Most alternatives that one text is followed through. */
const mostAlternatives = 4;

/** The texts that parts which differ by branch make. */
function joinEach(
  parts: readonly MachineValue[],
  context: Context,
  span?: WrittenSpan,
): MachineValue | undefined {
  const values = parts.map((part) => formatted(part, true, context));
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
