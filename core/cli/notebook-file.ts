import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, realpathSync } from "node:fs";
import { renameSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Notebook } from "../src/notebook/notebook.js";
import { readIpynb } from "../src/notebook/read-ipynb.js";
import { readPython, writePython } from "../src/notebook/read-python.js";
import type { Edit } from "../src/notebook/span.js";
import { writeIpynb } from "../src/notebook/write-ipynb.js";
import { isShellScript, whyUnreadable } from "./find-files.js";

/** A file as it was read, and the notebook in it. */
export interface NotebookFile {
  readonly path: string;
  readonly text: string;
  readonly notebook: Notebook;
}

export type ReadResult = { readonly file: NotebookFile } | { readonly problem: string };

/** @param path Absolute. `name` is how the user knows it. */
export function readNotebookFile(path: string, name: string): ReadResult {
  const text = readText(path);
  return "problem" in text ? text : parse(path, name, text.text);
}

/** The file with edits made to its cells, in memory. */
export function editNotebookFile(file: NotebookFile, edits: readonly Edit[]): ReadResult {
  const edited = (isIpynb(file.path) ? writeIpynb : writePython)(file.text, edits);
  return "problem" in edited ? edited : parse(file.path, file.notebook.uri, edited.text);
}

/**
 * Puts the new text in the place of the old one in one step: whatever fails, either the old file is there or the
 * new one. Mode and links stay.
 *
 * @param before What the file must still contain.
 * @returns Why nothing was written, if so.
 */
export function replaceFile(
  path: string,
  before: string,
  after: string,
): { readonly problem: string } | undefined {
  let temporary: string | undefined;
  try {
    const target = realpathSync(path);
    const current = readText(target);
    if ("problem" in current) return current;
    if (current.text !== before) return { problem: "the file was changed meanwhile; nothing was written" };
    const { mode } = statSync(target);
    const name = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    const descriptor = openSync(name, "wx", mode);
    temporary = name;
    try {
      writeFileSync(descriptor, after);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    chmodSync(name, mode); // the umask cut it when the file was made
    renameSync(name, target);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) tryToRemove(temporary);
    return { problem: `${whyUnreadable(error)}; nothing was written` };
  }
}

function parse(path: string, name: string, text: string): ReadResult {
  const language = isShellScript(path) ? "shellscript" : "python";
  const read = isIpynb(path) ? readIpynb(text, name) : readPython(text, name, language);
  return "problem" in read ? read : { file: { path, text, notebook: read.notebook } };
}

/** UTF-8 only, strictly: what is read wrongly would be written wrongly. A byte order mark stays in the text. */
function readText(path: string): { readonly text: string } | { readonly problem: string } {
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { problem: whyUnreadable(error) };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: "not UTF-8 text. Save it as UTF-8, then check again." };
  }
}

function isIpynb(path: string): boolean {
  return path.toLowerCase().endsWith(".ipynb");
}

function tryToRemove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was renamed already, or never made.
  }
}
