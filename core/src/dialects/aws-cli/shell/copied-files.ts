import type { Field, Text } from "./expand-word.js";
import { pathIn } from "./shell-folder.js";
import type { ShellState } from "./shell-state.js";

/** `tee FILE` */
export function writeCopies(
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
export function fileCopied(
  [only, other]: readonly (readonly Field[])[],
  state: ShellState,
): Text | undefined {
  const [, from, to, more] = only ?? [];
  const isFile =
    other === undefined && from && to && !more && !to.splits && /\.(?:json|ya?ml)$/.test(to.text);
  const path = isFile ? pathIn(state, from) : undefined;
  return path === undefined ? undefined : state.files.get(path);
}
