import type { Span } from "../../notebook/span.js";
import { loopsAround, scopesAround } from "./find-expressions.js";

/*
 * Where a dict's entry is written may be where others are made as well: `{name: settings.get(name) for name in names}`,
 * a loop that does the same, `{"volume_kms_key": option("volume_kms_key")}`.
 */

/** @param text The cell that `written` is in. */
export function isOfMore(text: string, written: Span, dict: Span): boolean {
  // A dict that is made anew in each round has the entry to itself
  const isOfEachEntry = loopsAround(text, written).some(
    (one) =>
      !isWithin(dict, { ...one, cell: written.cell }) || isWithin({ ...one, cell: written.cell }, dict),
  );
  return isOfEachEntry || isLookedUp(text, written, dict);
}

/** In a function that the dict is not made in, which returns something else for other arguments. */
export function isLookedUp(text: string, written: Span, dict: Span): boolean {
  const isLiteral = /^(?:None|"[^"]*"|'[^']*')$/.test(text.slice(written.from, written.to));
  if (isLiteral) return false;
  return scopesAround(text, written).some(
    (one) =>
      (one.kind === "function" || one.kind === "lambda") && !isWithin(dict, { ...one, cell: written.cell }),
  );
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.cell === outer.cell && inner.from >= outer.from && inner.to <= outer.to;
}
