import { changesNoFile } from "../../../files/shell-files.js";
import { assignedIn, mentions } from "./assigned-names.js";
import { unknownText } from "./parse-script.js";
import { changeFolder } from "./shell-folder.js";
import { setArguments, type ShellState } from "./shell-state.js";
import type { Command, Redirect, Script, SimpleCommand, Word } from "./syntax.js";

/**
 * Forgets what earlier rounds of a loop may have changed, the functions that it calls included.
 *
 * @returns The variables that they may have set.
 */
export function forgetRounds(
  loop: Command,
  functions: ReadonlyMap<string, { readonly body: Script }>,
  state: ShellState,
): Iterable<string> {
  const isCalled = [...functions.keys()].some((name) => mentions([loop], name));
  const bodies = [[loop], ...(isCalled ? [...functions.values()].map(({ body }) => body) : [])];
  const effects = effectsOf(bodies, (name) => functions.has(name));
  for (const path of [...state.files.keys()]) if (effects.writes(path)) state.files.delete(path);
  if (effects.changesFolder) changeFolder(state, undefined);
  if (effects.changesArguments) setArguments(state, undefined);
  const names = new Set(bodies.flatMap((body) => [...assignedIn(body)]));
  if (effects.changesFolder) names.add("PWD");
  return effects.setsAny ? [...state.variables.keys(), ...names] : names;
}

/** What commands may have done besides setting variables that their text names. */
interface LoopEffects {
  /** They may set any variable: `eval`, `source`. */
  readonly setsAny: boolean;
  readonly changesFolder: boolean;
  /** `set`, `shift` */
  readonly changesArguments: boolean;
  /** Whether they may write into a file. */
  readonly writes: (path: string) => boolean;
}

/** @param isFunction What is no program: its body is looked at by itself. */
function effectsOf(commands: unknown, isFunction: (name: string) => boolean): LoopEffects {
  const targets: RegExp[] = [];
  let [setsAny, changesFolder, changesArguments] = [false, false, false];
  const redirected = (redirects: readonly Redirect[]) => {
    for (const { operator, target } of redirects) if (operator.includes(">")) targets.push(pathsOf(target));
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const kind = "kind" in node ? node.kind : undefined;
    if (kind === "text") return;
    if (kind === "simple") {
      const { words } = node as SimpleCommand;
      const program =
        words[0]?.parts.map((part) => (part.kind === "text" ? part.text : unknownText)).join("") ?? "";
      setsAny ||= /^(?:eval|source|\.)$/.test(program);
      changesFolder ||= /^(?:cd|pushd|popd)$/.test(program);
      changesArguments ||= /^(?:set|shift)$/.test(program);
      if (!changesNoFile(program) && !isFunction(program)) targets.push(...words.slice(1).map(pathsOf));
    }
    if ("redirects" in node) redirected(node.redirects as readonly Redirect[]);
    for (const [key, value] of Object.entries(node)) if (key !== "at") visit(value);
  };
  visit(commands);
  return {
    setsAny,
    changesFolder,
    changesArguments,
    writes: (path) => targets.some((target) => target.test(path)),
  };
}

/** Of a word with more of what is not known than this, every path may be meant: the search would have no end. */
const mostUnknown = 2;

/** The paths that a word may be, from whichever folder. */
function pathsOf({ parts }: Word): RegExp {
  if (parts.filter(({ kind }) => kind !== "text").length > mostUnknown) return /^/;
  const texts = parts.map((part) =>
    part.kind === "text" ? part.text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&") : ".*",
  );
  const name = texts.join("").split("/").at(-1) ?? "";
  return new RegExp(`(?:^|/)${name}$`, "s");
}
