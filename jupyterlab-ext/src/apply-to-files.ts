import { applyEdits, type Fix } from "@sagemaker-preflight/core";
import type { Applied } from "./apply-fix.js";
import type { CheckedNotebook } from "./checked-notebook.js";
import type { NotebookSession } from "./notebook-session.js";

/** A fix that was written into a file. `undo` gives why it could not be taken back, if so. */
export type WrittenToFiles =
  | { readonly state: "applied"; readonly file: string; readonly undo: () => Promise<string | undefined> }
  | (Applied & { readonly state: "refused" });

/**
 * Writes a fix of a report into the files beside the notebook, which JupyterLab cannot undo.
 *
 * @returns The way back, with which it can; or why nothing was written.
 */
export async function applyToFiles(
  session: NotebookSession,
  { fileEdits = [] }: Pick<Fix, "fileEdits">,
  checked: CheckedNotebook | undefined,
): Promise<WrittenToFiles> {
  const { files } = session;
  const [file] = fileEdits.map((edit) => edit.file);
  const answer = file === undefined ? undefined : checked?.files?.get(file);
  const before = answer?.state === "text" ? answer.text : undefined;
  if (files === undefined || file === undefined || before === undefined)
    return { state: "refused", why: "the file was changed meanwhile" };
  const after = applyEdits(before, fileEdits);
  if (after === undefined || fileEdits.some((edit) => edit.file !== file))
    return { state: "refused", why: "the fix does not fit the file" };
  const why = await files.replace(file, before, after);
  session.filesChanged();
  if (why !== undefined) return { state: "refused", why };
  const undo = async () => {
    const problem = await files.replace(file, after, before);
    session.filesChanged();
    return problem;
  };
  return { state: "applied", file, undo };
}
