import type { Finding } from "@sagemaker-preflight/core";
import { inOrder } from "./checked-notebook.js";
import type { CheckedView } from "./checked-view.js";
import type { NotebookSession } from "./notebook-session.js";

/** The next finding after the caret, or the one before it; round the end of the notebook. */
export function neighbour(
  { active }: CheckedView,
  session: NotebookSession,
  direction: "next" | "previous",
): Finding | undefined {
  const checked = session.current()?.checked; // of the text that the caret is in now
  const findings = inOrder(checked?.report.findings ?? []);
  const cell = checked?.cells.findIndex((one) => one.cell === active?.cell) ?? 0;
  const editor = active?.editor;
  const offset = editor ? editor.getOffsetAt(editor.getCursorPosition()) : -1;
  const comesAfter = ({ span }: Finding) => span.cell > cell || (span.cell === cell && span.from > offset);
  const comesBefore = ({ span }: Finding) => span.cell < cell || (span.cell === cell && span.from < offset);
  if (direction === "next") return findings.find(comesAfter) ?? findings[0];
  return findings.filter(comesBefore).at(-1) ?? findings.at(-1);
}
