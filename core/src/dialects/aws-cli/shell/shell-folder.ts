import { withoutLast } from "../../../without-last.js";
import { withoutPlaces } from "./change-value.js";
import type { Text } from "./expand-word.js";
import { unknownText } from "./parse-script.js";
import { joined, partOf } from "./printed-text.js";
import type { ShellState } from "./shell-state.js";

/**
 * The place of a character that stands for a path which nobody knows: of the script itself, and of the folder where it
 * begins, which is taken to be the script's own. To everything else they are characters that are not known.
 */
export const [startFolder, scriptFile] = [-2, -3];

/** From here down: of paths that `mktemp` has made, each by itself. */
const firstMade = -10;

/** What the next `mktemp` gives, which is another path each time. */
export function madePath(state: ShellState): Text {
  state.made.count += 1;
  return { text: unknownText, at: [firstMade - state.made.count] };
}

export const ownFile: Text = { text: unknownText, at: [scriptFile] };

/** The folder in which a script is. */
export interface Folder {
  /** From the one where it began, or from another that nobody knows. */
  readonly path: string;
  readonly isFromStart: boolean;
  /** Where `cd -` leads. */
  readonly previous?: Folder;
  /** Where `popd` leads, the last one first. */
  readonly pushed?: readonly Folder[];
}

export const start: Folder = { path: "", isFromStart: true };

/** `pwd` */
export function folderText({ folder }: ShellState): Text {
  if (!folder.isFromStart) return { text: unknownText, at: [-1] };
  const below = folder.path === "" ? "" : `/${folder.path}`;
  return joined([{ text: unknownText, at: [startFolder] }, withoutPlaces(below)]);
}

/** `cd`; undefined: nobody knows where to. */
export function changeFolder(state: ShellState, to: Text | undefined): void {
  const { pushed } = state.folder;
  const previous = placeOf(state.folder);
  // What was known of folders is forgotten with the first that is not known
  if (goTo(state, to)) state.folder = { ...state.folder, previous, ...(pushed ? { pushed } : {}) };
}

function placeOf({ path, isFromStart }: Folder): Folder {
  return { path, isFromStart };
}

/** `cd -` */
export function goBack(state: ShellState): void {
  const { previous } = state.folder;
  if (!previous) {
    changeFolder(state, undefined);
    return;
  }
  state.folder = { ...state.folder, ...previous, previous: placeOf(state.folder) };
}

/** `pushd FOLDER` */
export function pushFolder(state: ShellState, to: Text | undefined): void {
  const { pushed = [] } = state.folder;
  changeFolder(state, to);
  const { previous } = state.folder;
  if (previous) state.folder = { ...state.folder, pushed: [previous, ...pushed] };
}

/** `popd` */
export function popFolder(state: ShellState): void {
  const [last, ...pushed] = state.folder.pushed ?? [];
  // `cd -` is then not followed
  if (last) state.folder = { ...last, pushed };
  else changeFolder(state, undefined);
}

/** @returns Whether it is known where that is from where it was. */
function goTo(state: ShellState, to: Text | undefined): boolean {
  const path = to && (to.text === "" ? undefined : pathIn(state, to));
  const isBelow = path !== undefined && !/^(?:\.\.(?:\/|$)|[/~])/.test(path);
  if (isBelow) {
    state.folder = { isFromStart: state.folder.isFromStart, path: path === "." ? "" : path };
    return true;
  }
  state.files.clear();
  state.folder = { path: "", isFromStart: false };
  return false;
}

/** A path as files are known by it. Undefined: nobody knows which it is. */
export function pathIn({ folder }: Pick<ShellState, "folder">, written: Text): string | undefined {
  const { text, at } = written;
  const [first = -1] = text.startsWith(unknownText) ? at : [];
  if (first <= firstMade && !text.includes(unknownText, 1)) return `/(made ${first})${text.slice(1)}`;
  const isFromStart = first === startFolder && /^.(?:\/|$)/.test(text);
  if (isFromStart && !folder.isFromStart) return undefined;
  const path = isFromStart ? text.slice(1) : text;
  if (path.includes(unknownText)) return undefined;
  if (isFromStart) return plainPath(path.replace(/^\/+/, ""));
  return /^[/~]/.test(path) ? path : plainPath(`${folder.path}/${path}`);
}

/** Without `.`, `..` and doubled slashes. */
function plainPath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else steps.push(step);
  }
  return steps.length === 0 ? "." : steps.join("/");
}

/** `dirname PATH`; undefined: not known. */
export function folderOf(path: Text): Text | undefined {
  const { text, at } = path;
  if (text === unknownText) return at[0] === scriptFile ? { text, at: [startFolder] } : undefined;
  const trimmed = withoutLast(text, "/");
  if (trimmed === "") return text === "" ? withoutPlaces(".") : withoutPlaces("/");
  const end = trimmed.lastIndexOf("/");
  // What is not known may have slashes of its own
  if (trimmed.slice(end + 1).includes(unknownText)) return undefined;
  if (end < 0) return withoutPlaces(".");
  const length = withoutLast(trimmed.slice(0, end), "/").length;
  return length === 0 ? withoutPlaces("/") : partOf(path, 0, length);
}

/** `basename PATH SUFFIX`; undefined: not known. */
export function nameOf({ text }: Text, ending = ""): Text | undefined {
  const trimmed = withoutLast(text, "/");
  const name = trimmed.slice(trimmed.lastIndexOf("/") + 1);
  if (name.includes(unknownText) || ending.includes(unknownText)) return undefined;
  if (trimmed === "") return withoutPlaces(text === "" ? "" : "/");
  const isEnding = ending !== "" && name.endsWith(ending) && name !== ending;
  return withoutPlaces(isEnding ? name.slice(0, -ending.length) : name);
}
