import type { Edit } from "../../core/src/notebook/span.js";

/** A cell's text after edits that were computed on it. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.span.from - one.span.from)
    .reduce(
      (before, { span, text: replacement }) =>
        before.slice(0, span.from) + replacement + before.slice(span.to),
      text,
    );
}
