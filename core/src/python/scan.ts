import { blankIpython, type BlankedCell } from "../notebook/ipython.js";
import type { Effect } from "../notebook/magics.js";
import { mentionsSageMaker } from "./apply-effect.js";
import type { Module } from "./ast.js";
import { parse } from "./parse.js";

/**
 * One cell's text, read by tokens only: enough to see whether a job call can depend on it. The tree is made on first
 * use. The same for the same text, so it is cached by text.
 */
export class CellScan {
  readonly blanked: BlankedCell;
  /** It mentions something that may submit a job. */
  readonly submits: boolean;
  /** It may bind any name: `exec`, a star import, `%run`. */
  readonly wild: boolean;
  /** Files that a shell is told to look into, without their folders. */
  readonly files: readonly string[];
  private readonly commands: readonly string[];
  // Of a notebook that has nothing to do with jobs nobody asks for these
  private readNames: ReadonlySet<string> | undefined;
  private readBinds: ReadonlySet<string> | undefined;
  private readAssigns: ReadonlySet<string> | undefined;
  private readTouches: ReadonlySet<string> | undefined;
  private readImports: ReadonlySet<string> | undefined;
  private parsed: Module | undefined;

  constructor(
    private readonly text: string,
    /** Whether an identifier belongs to a library that submits jobs. */
    mentions: (identifier: string) => boolean,
  ) {
    this.blanked = blankIpython(text);
    const { python, effects } = this.blanked;
    this.commands = effects.flatMap((effect) => commandsOf(effect));
    this.files = effects.flatMap((effect) => filesNamed(effect));
    this.submits = this.commands.length > 0 || some(new Set(python.match(/[A-Za-z_]\w*/g)), mentions);
    this.wild =
      /\bimport[ \t]*\*|\b(?:exec|globals|locals)[ \t]*\(/.test(python) ||
      effects.some(
        ({ kind }) =>
          kind === "run" ||
          kind === "restore" ||
          kind === "capture" ||
          kind === "environment" ||
          kind === "write file",
      );
  }

  /** It may write such a file. */
  mentionsFile(name: string): boolean {
    return this.text.includes(name);
  }

  /** Names that the cell mentions, attributes left out. */
  get names(): ReadonlySet<string> {
    return (this.readNames ??= new Set([
      ...(this.blanked.python.match(/(?<![\w.])[A-Za-z_]\w*/g) ?? []),
      // What IPython fills in, and where it may have set the environment
      ...this.commands.flatMap((command) => ["os", ...(command.match(/[A-Za-z_]\w*/g) ?? [])]),
    ]));
  }

  /** Names that the cell may bind or change: `x =`, `x[…] =`, `x.y =`, `x.update(`, `def x`, `import x`, `for x` … */
  get binds(): ReadonlySet<string> {
    return (this.readBinds ??= new Set([
      ...this.assigns,
      ...matches(this.blanked.python, importStatement, /[A-Za-z_]\w*/g),
    ]));
  }

  /** Those that it may bind otherwise than by an import: what they hold may be changed wherever they are mentioned. */
  get assigns(): ReadonlySet<string> {
    if (this.readAssigns !== undefined) return this.readAssigns;
    const python = this.blanked.python.replace(importStatement, "\n");
    return (this.readAssigns = new Set([
      ...matches(python, bindings),
      ...matches(python, listed, /[A-Za-z_]\w*/g),
    ]));
  }

  /** Names that the cell calls, decorates with, calls a method of, or changes: `x(`, `@x`, `x.fit(`, `x.subnets =`. */
  get touches(): ReadonlySet<string> {
    return (this.readTouches ??= new Set(matches(this.blanked.python, touched)));
  }

  /** What it imports: `a.b`; `a:b` for `from a import b`, which may be a module or not; `..:c` for `from .. import c`. */
  get imports(): ReadonlySet<string> {
    return (this.readImports ??= new Set([
      ...matches(this.blanked.python, imported, /(?<=^|,[ \t]*)[A-Za-z_][\w.]*/g),
      ...importedFrom(this.blanked.python),
    ]));
  }

  get module(): Module {
    return (this.parsed ??= parse(this.blanked.python, this.blanked.escapes));
  }
}

const importStatement = /(?:^|[;\n])[ \t]*(?:from[ \t]+[\w.]+[ \t]+)?import[ \t]*(\([^)]{0,5000}\)|[^\n;]*)/g;
const imported = /(?:^|[;\n])[ \t]*import[ \t]+([^\n;#]*)/g;
const importing = /(?:^|[;\n])[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]*(\([^)]{0,5000}\)|[^\n;]*)/g;

/** Each name may be a module. */
function* importedFrom(text: string): Generator<string> {
  for (const [, dots = "", module = "", names = ""] of text.matchAll(importing)) {
    const words = names.replace(/#.*|\bas[ \t]+\w+/g, "").match(/[A-Za-z_]\w*/g) ?? [];
    if (module !== "") yield dots + module;
    for (const word of words) yield `${dots}${module}:${word}`;
  }
}

/**
 * Start of a statement, or after `;`: `a = `, `a[…] =`, `a.b.append(`, `def a`, `with … as a`, `for a in`, `:=`.
 * Repetitions have an end, so that a long line does not cost its length squared.
 */
const bindings =
  /(?:^|[;\n:])[ \t]*(?:(?:async[ \t]+)?(?:def|class)[ \t]+([A-Za-z_]\w*)|([A-Za-z_]\w*)[ \t]*(?::[^=\n]{1,200})?(?:[-+*/|&%@^]|\*\*|\/\/|<<|>>)?=(?!=)|([A-Za-z_]\w*)[ \t]*\[|([A-Za-z_]\w*)(?:\.\w+|\[[^\]\n]{0,300}\])*\.(?:append|extend|insert|update|setdefault|pop|clear|remove|add|sort|reverse)[ \t]*\(|([A-Za-z_]\w*)(?:\.\w+)+[ \t]*=(?!=))|\b(?:as|for)[ \t]+([A-Za-z_]\w*)|(?<!\w)([A-Za-z_]\w*)[ \t]*:=/g;

/** Where several names are bound at once: `import a, b`, `from x import (a, b)`, `a, b = …`, `for a, b in`. */
const listed =
  /(?:^|[;\n:])[ \t]*(?:from[ \t]+[\w.]+[ \t]+)?import[ \t]*(\([^)]{0,5000}\)|[^\n;]*)|(?:^|[;\n:])[ \t]*[([]?((?:\*?[A-Za-z_][\w.]*[ \t]*,[ \t]*)+\*?[A-Za-z_][\w.]*)[ \t]*[)\]]?[ \t]*=(?!=)|\bfor[ \t]+([^\n]{0,300}?)[ \t]in\b/g;

const touched =
  /(?:^|\n)[ \t]*@([A-Za-z_]\w*)|\bsetattr[ \t]*\([ \t]*([A-Za-z_]\w*)|(?<![\w.])([A-Za-z_]\w*)(?:[ \t]*\(|(?:\.\w+|\[[^\]\n]{0,300}\])*\.\w+[ \t]*=(?!=)|(?:\.\w+|\[[^\]\n]{0,300}\])*\.(?:fit|submit|run(?:_\w+)?|suggest_baseline|deploy|transform(?:er)?|train|tune|create(?:_\w+)?|endpoint_from_\w+|process|auto_ml|compile|package_for_edge|update_endpoint|best_estimator|override_resource_config|register|upsert|start|build|append|extend|update|add|insert|pop|set_hyperparameters|[a-z]+_(?:job|model|endpoint|config|step|pipeline|trainer|monitor|schedule|transformer|tuner))[ \t]*\()/g;

/** What a shell is given, if it may ask SageMaker for a job. */
function commandsOf(effect: Effect): string[] {
  if (effect.kind === "shell") return mentionsSageMaker(effect.command) ? [effect.command] : [];
  if (effect.kind !== "script" || !mentionsSageMaker(effect.script)) return [];
  return [effect.arguments];
}

/** `--cli-input-json file://requests/job.json`: `job.json` */
function filesNamed(effect: Effect): string[] {
  const text = effect.kind === "shell" ? effect.command : effect.kind === "script" ? effect.script : "";
  if (!text.includes("file://") || !mentionsSageMaker(text)) return [];
  return [...text.matchAll(/file:\/\/(?:[\w.-]*\/)*([\w.-]+)/g)].map(([, name = ""]) => name);
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

function some<T>(items: Iterable<T>, test: (item: T) => boolean): boolean {
  for (const item of items) if (test(item)) return true;
  return false;
}
