import { pathBelow } from "../files/file-answer.js";
import { filesChangedBy, filesReadBy } from "../files/shell-files.js";
import { blankIpython, type BlankedCell } from "../notebook/ipython.js";
import type { Effect } from "../notebook/magics.js";
import { mentionsSageMaker } from "./apply-effect.js";
import type { Module } from "./ast.js";
import { parse } from "./parse.js";
import { someIdentifier } from "./identifiers.js";
import { readWords, type Mentions, type Words } from "./scan-words.js";

/**
 * One cell's text, read by tokens only: enough to see whether a job call can depend on it. The tree is made on first
 * use. The same for the same text, so it is cached by text.
 */
export class CellScan {
  readonly blanked: BlankedCell;
  /** It mentions something that may submit a job, whatever the other cells are. */
  readonly submits: boolean;
  /** It may bind any name: `exec`, a star import, `%run`. */
  readonly wild: boolean;
  /** Names may come from where nobody sees: a star import, `%run`, `exec`. */
  readonly isOpen: boolean;
  /** Files that a shell is told to look into, without their folders. */
  readonly files: readonly string[];
  /** A shell is told to look into files, whose names may be filled in. */
  readonly readsFiles: boolean;
  private readonly commands: readonly string[];
  // Of a notebook that has nothing to do with jobs nobody asks for these
  private readAll: Words | undefined;
  private readNames: ReadonlySet<string> | undefined;
  private readBinds: ReadonlySet<string> | undefined;
  private readMakes: ReadonlySet<string> | undefined;
  private readImports: ReadonlySet<string> | undefined;
  private readStars: readonly string[] | undefined;
  private readSets: boolean | undefined;
  private readWriting: boolean | undefined;
  private readWrites: readonly string[] | undefined;
  private readFolders: readonly string[] | undefined;
  private readMentions: ReadonlySet<string> | undefined;
  private readCommand: boolean | undefined;
  private readRuns: boolean | undefined;
  private parsed: Module | undefined;

  constructor(
    readonly text: string,
    private readonly mentions: Mentions,
  ) {
    this.blanked = blankIpython(text);
    const { python, effects } = this.blanked;
    this.commands = effects.flatMap((effect) => commandsOf(effect));
    const isNamed = python.includes("file://");
    this.files = [...effects.flatMap((effect) => filesNamed(effect)), ...(isNamed ? namesOf(python) : [])];
    this.readsFiles =
      this.files.length > 0 || effects.some((effect) => shellTextOf(effect).includes("file://"));
    this.submits =
      this.commands.length > 0 || (mentions.hint.test(python) && someIdentifier(python, mentions.submits));
    this.isOpen =
      /\bimport[ \t]*\*|\b(?:exec|globals|locals)[ \t]*\(/.test(python) ||
      effects.some(({ kind }) => kind === "run" || kind === "restore");
    this.wild =
      this.isOpen ||
      effects.some(({ kind }) => kind === "capture" || kind === "environment" || kind === "write file");
  }

  /**
   * It may set an environment variable, go to another folder, set where Python looks for modules, or where the SDK looks
   * for its defaults: no name tells of that.
   */
  get setsEnvironment(): boolean {
    return (this.readSets ??=
      this.text.includes("environ") ||
      this.text.includes("sys.path") ||
      this.text.includes("putenv") ||
      this.changesFolder ||
      this.filesWritten.some((file) => /^config\.ya?ml$/.test(file)));
  }

  /** Relative paths may count from another folder after it. */
  private get changesFolder(): boolean {
    return this.text.includes("chdir") || this.blanked.effects.some(({ kind }) => kind === "change folder");
  }

  /** Folders beside the notebook that it may put into `sys.path`, as far as they are written out. */
  get searchFolders(): readonly string[] {
    return (this.readFolders ??= this.text.includes("sys.path") ? searchFoldersIn(this.blanked.python) : []);
  }

  /** It may write files. */
  get writesFiles(): boolean {
    return (this.readWriting ??= mayWrite(this.blanked));
  }

  /** Files that it may write, without their folders, where it names them. */
  get filesWritten(): readonly string[] {
    return (this.readWrites ??= this.writesFiles ? [...this.filesMentioned] : []);
  }

  /** Names of data files, without their folders. */
  get filesMentioned(): ReadonlySet<string> {
    return (this.readMentions ??= new Set(this.text.match(dataFile)));
  }

  /** It may write such a file. */
  mentionsFile(name: string): boolean {
    return this.text.includes(name);
  }

  /** Its Python has a command of the AWS CLI, as a text or in words, that asks for a job once somebody runs it. */
  get hasCommand(): boolean {
    const { python } = this.blanked;
    return (this.readCommand ??= mentionsSageMaker(python) && asking.test(python) && /\baws\b/.test(python));
  }

  /** Its Python may run a command that another cell has. */
  get runsCommands(): boolean {
    return (this.readRuns ??= running.test(this.blanked.python));
  }

  /** Names that the cell mentions, attributes left out. */
  get names(): ReadonlySet<string> {
    if (this.commands.length === 0) return this.words.names;
    // What IPython fills in, and where it may have set the environment
    return (this.readNames ??= new Set([
      ...this.words.names,
      ...this.commands.flatMap((command) => ["os", ...(command.match(/[A-Za-z_]\w*/g) ?? [])]),
    ]));
  }

  /** Names that the cell may bind or change, by an import too. */
  get binds(): ReadonlySet<string> {
    const { assigns, imports } = this.words;
    return (this.readBinds ??= imports.size === 0 ? assigns : new Set([...assigns, ...imports]));
  }

  /** Those that it may bind, but by an import from elsewhere than a library that submits jobs. */
  get makes(): ReadonlySet<string> {
    const { assigns, libraryImports } = this.words;
    return (this.readMakes ??=
      libraryImports.size === 0 ? assigns : new Set([...assigns, ...libraryImports]));
  }

  /** Those whose value may be changed wherever they are mentioned. */
  get mutables(): ReadonlySet<string> {
    return this.words.mutables;
  }

  /** Names that the cell calls, decorates with, calls a method of, or changes: `x(`, `@x`, `x.fit(`, `x.subnets =`. */
  get touches(): ReadonlySet<string> {
    return this.words.touches;
  }

  /** What it imports: `a.b`; `a:b` for `from a import b`, which may be a module or not; `..:c` for `from .. import c`. */
  get imports(): ReadonlySet<string> {
    return (this.readImports ??= new Set([
      ...matches(this.blanked.python, imported, /(?<=^|,[ \t]*)[A-Za-z_][\w.]*/g),
      ...importedFrom(this.blanked.python),
    ]));
  }

  /** Modules of which it takes all names: `a.b`, `..c`. */
  get starImports(): readonly string[] {
    if (!this.isOpen || !this.blanked.python.includes("*")) return [];
    return (this.readStars ??= Array.from(
      this.blanked.python.matchAll(starImport),
      ([, module = ""]) => module,
    ));
  }

  /** Names that it takes from a library that submits jobs. */
  get libraryImports(): ReadonlySet<string> {
    return this.words.libraryImports;
  }

  /** Names by which it may mean a class of such a library, if they are imported from there. */
  get classes(): ReadonlySet<string> {
    return this.words.classes;
  }

  private get words(): Words {
    return (this.readAll ??= readWords(this.blanked.python, this.mentions));
  }

  get module(): Module {
    return (this.parsed ??= parse(this.blanked.python, this.blanked.escapes));
  }
}

const imported = /(?:^|[;\n])[ \t]*import[ \t]+([^\n;#]*)/g;
const importing = /(?:^|[;\n])[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]*(\([^)]{0,5000}\)|[^\n;]*)/g;

const starImport = /(?:^|[;\n])[ \t]*from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]*\(?[ \t]*\*/g;

/** Each name may be a module. */
function* importedFrom(text: string): Generator<string> {
  for (const [, dots = "", module = "", names = ""] of text.matchAll(importing)) {
    const words = names.replace(/#.*|\bas[ \t]+\w+/g, "").match(/[A-Za-z_]\w*/g) ?? [];
    if (module !== "") yield dots + module;
    for (const word of words) yield `${dots}${module}:${word}`;
  }
}

const asking = /\b(?:create|update|submit)-[a-z]/;
const running = /\bsubprocess\b|\bos\.(?:system|popen)\b/;

/** What a shell is given, if it may ask SageMaker for a job. */
function commandsOf(effect: Effect): string[] {
  if (effect.kind === "shell") return mentionsSageMaker(effect.command) ? [effect.command] : [];
  if (effect.kind !== "script" || !mentionsSageMaker(effect.script)) return [];
  return [effect.arguments];
}

/** `--cli-input-json file://requests/job.json`: `job.json`; it may be one that IPython fills in. */
function filesNamed(effect: Effect): string[] {
  const text = shellTextOf(effect);
  if (!/file:\/\/|</.test(text) && !text.includes("cat ")) return [];
  return mentionsSageMaker(text) ? namesOf(text) : [];
}

function namesOf(command: string): string[] {
  return filesReadBy(command).map((path) => path.replace(/^.*\//, ""));
}

function shellTextOf(effect: Effect): string {
  return effect.kind === "shell" ? effect.command : effect.kind === "script" ? effect.script : "";
}

// Only from where a word begins: a long one would be read again from each of its letters
const dataFile = /(?<![\w-])[\w-]+\.(?:json|ya?ml|txt|sh|toml|ini|cfg|env)\b/g;

/** Whether it does what the evaluator takes for writing. */
function mayWrite({ python, effects }: BlankedCell): boolean {
  if (effects.some((effect) => filesChangedBy(shellTextOf(effect)).length > 0)) return true;
  if (effects.some(({ kind }) => kind === "change folder") || python.includes("chdir")) return true;
  if (!["open", "Path", "write_text", "unlink", "rename"].some((word) => python.includes(word))) return false;
  if (/\.(?:write_text|unlink|rename)[ \t]*\(/.test(python)) return true;
  if (/\bPath\b/.test(python) && /\.replace[ \t]*\(/.test(python)) return true;
  if (!/\bopen[ \t]*\(/.test(python)) return false;
  const hasMode = /["'](?:[wax]b?t?\+?|r[bt]?\+[bt]?)["']/.test(python);
  return (
    hasMode || /\bopen[ \t]*\([^\n]{0,300},[ \t]*(?:mode[ \t]*=[ \t]*)?[A-Za-z_]\w*[ \t]*\)/.test(python)
  );
}

function* matches(text: string, pattern: RegExp, inner?: RegExp): Generator<string> {
  for (const match of text.matchAll(pattern)) {
    for (const group of match.slice(1) as (string | undefined)[]) {
      if (group === undefined) continue;
      if (inner) yield* group.match(inner) ?? [];
      else yield group;
    }
  }
}

const changedPath = /\bsys\.path\.(?:append|extend|insert)[ \t]*\(([^\n]{0,300})/g;
const literal = /(["'])([^"'\n\\]*)\1/g;

/** Of `os.path.join("a", "b")` one; of a name what the same cell assigns to it. */
function searchFoldersIn(text: string): string[] {
  return Array.from(text.matchAll(changedPath), ([, given = ""]) => {
    const [, name] = /^(?:\d+[ \t]*,)?[ \t]*([A-Za-z_]\w*)[ \t]*\)/.exec(given) ?? [];
    const [, assigned = ""] =
      name === undefined ? [] : (new RegExp(`(?:^|\\n)[ \\t]*${name}[ \\t]*=([^\\n]*)`).exec(text) ?? []);
    const steps = [...(name === undefined ? given : assigned).matchAll(literal)].map(
      ([, , step = ""]) => step,
    );
    return steps.length === 0 ? undefined : pathBelow(steps.join("/"));
  }).filter((folder) => folder !== undefined && folder !== ".") as string[];
}
