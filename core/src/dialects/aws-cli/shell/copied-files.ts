import { changesNoFile } from "../../../files/shell-files.js";
import type { Field, Text } from "./expand-word.js";
import { pathIn } from "./shell-folder.js";
import type { ShellState } from "./shell-state.js";

/**
 * What a program does to the files that it is given.
 *
 * @param input What it reads.
 */
export function changeFiles(
  program: string,
  alternatives: readonly (readonly Field[])[],
  input: () => Text | undefined,
  state: ShellState,
): void {
  const copied = program === "cp" ? fileCopied(alternatives, state) : undefined;
  if (!changesNoFile(program))
    for (const path of pathsIn(alternatives.flat(), state)) state.files.delete(path);
  if (copied) for (const path of pathsIn(alternatives.flat().slice(1), state)) state.files.set(path, copied);
  if (program === "tee") writeCopies(alternatives, input(), state);
}

function pathsIn(fields: readonly Field[], state: ShellState): readonly string[] {
  return fields.flatMap((field) => pathIn(state, field) ?? []);
}

/** `tee FILE` */
function writeCopies(
  alternatives: readonly (readonly Field[])[],
  input: Text | undefined,
  state: ShellState,
): void {
  const [only, other] = alternatives;
  const files = only?.slice(1) ?? [];
  if (!input || other || files.some(({ text, splits }) => splits || text.startsWith("-"))) return;
  for (const file of files) {
    const path = pathIn(state, file);
    if (path !== undefined) state.files.set(path, input);
  }
}

/** `cp FILE.json OTHER.json`; a path without such an end may be a folder. */
function fileCopied([only, other]: readonly (readonly Field[])[], state: ShellState): Text | undefined {
  const [, from, to, more] = only ?? [];
  const isFile =
    other === undefined && from && to && !more && !to.splits && /\.(?:json|ya?ml)$/.test(to.text);
  const path = isFile ? pathIn(state, from) : undefined;
  return path === undefined ? undefined : state.files.get(path);
}
