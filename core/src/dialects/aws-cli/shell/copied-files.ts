import { shellPath } from "../../../files/shell-files.js";
import type { Field, Text } from "./expand-word.js";
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
  for (const { text } of files) state.files.set(shellPath(text), input);
}

/** `cp FILE.json OTHER.json`; a path without such an end may be a folder. */
export function fileCopied(
  [only, other]: readonly (readonly Field[])[],
  { files }: ShellState,
): Text | undefined {
  const [, from, to, more] = only ?? [];
  const isFile =
    other === undefined && from && to && !more && !to.splits && /\.(?:json|ya?ml)$/.test(to.text);
  return isFile ? files.get(shellPath(from.text)) : undefined;
}
