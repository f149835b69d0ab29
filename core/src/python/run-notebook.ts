import type { Cell, Notebook } from "../notebook/notebook.js";
import type { TextRange } from "../notebook/magics.js";
import type { Span } from "../notebook/span.js";
import { sameItems } from "../same-items.js";
import { recordScript } from "./apply-effect.js";
import type { FunctionNode } from "./ast.js";
import { Budget, BudgetExceeded } from "./budget.js";
import { Context } from "./context.js";
import { readUncalled } from "./function.js";
import type { Library } from "./library.js";
import { Gathered } from "./gathered.js";
import type { Definition, Frame } from "./machine.js";
import { mostCharacters } from "./parse.js";
import type { ShellRecordAt, WrittenRecord } from "./record.js";
import { ModuleSearch } from "./module-search.js";
import { RelevantCells } from "./relevant-cells.js";
import { giveUp, runCell } from "./run-cell.js";
import { CellScans } from "./cell-scans.js";
import type { CellScan } from "./scan.js";
import type { Mentions } from "./scan-words.js";
import { FileLog, type Surroundings } from "./surroundings.js";
import { leavesSame, reuseValues, ReadLog, stillReads, type Segment } from "./segment.js";
import { SettledRun } from "./settled-run.js";
import { State } from "./state.js";
import { UncalledFunctions } from "./uncalled.js";
import { TextVersion, type TextChange, type WrittenSpan } from "./text-version.js";

/** What running the notebook in document order would call, as far as it can be told without running it. */
export interface Run {
  readonly records: readonly WrittenRecord[];
  /** What shells are told to run: `!aws …`, `%%bash`, a script of its own. */
  readonly commands: readonly ShellRecordAt<WrittenSpan>[];
  /** After the last cell. The whole run is the same object as the last one when nothing that matters has changed. */
  readonly state: State;
  /** Places that are not Python, in the cells that matter. */
  readonly errors: readonly Span[];
  /** Cells that do more than a check can follow: what comes after in them was not read. */
  readonly unfinished: readonly number[];
  /** Paths of the files that the notebook, or what it calls, looks at; in the order of their first mention. */
  readonly files: readonly string[];
}

/** What one cell may take, and all of them together: the more, the longer the notebook. */
const mostSteps = 40_000;
const mostStepsOfAll = 60_000;
const charactersPerStep = 20;
const mostVersions = 400;
/** What functions that nothing calls may take, one and all of them together. */
const mostUncalledSteps = 20_000;
const mostStepsOfAllUncalled = 40_000;

/**
 * Evaluates notebooks, and remembers for each cell what it read and what it changed: when a cell is edited, only the
 * cells that read something that is different now are evaluated again.
 */
export class NotebookRunner {
  private readonly scans: CellScans;
  private readonly relevance = new RelevantCells();
  private segments = new Map<number | Definition, Segment>();
  /** Of the cells that do not matter now: while a word is typed, cells matter for a keystroke and then no more. */
  private asides = new Map<number, Segment>();
  private versions: readonly TextVersion[] = [];
  /** The versions of the last run, to see which cells were edited. */
  private before: readonly TextVersion[] = [];
  private last: Run | undefined;
  private settled: SettledRun | undefined;
  private readonly globals: Frame = { id: "" };
  private readonly uncalled: UncalledFunctions;

  constructor(
    private readonly library: Library,
    mentions: Mentions,
  ) {
    this.scans = new CellScans(mentions);
    this.uncalled = new UncalledFunctions(mentions);
  }

  run(notebook: Notebook, around: Surroundings = {}): Run {
    const scans = this.scans.ofCells(notebook.cells.map((cell) => (isPython(cell) ? cell.text : undefined)));
    const asked = new Set<string>();
    const modules = this.submittingModules(scans, around, asked);
    const relevant = this.relevance.of(scans, modules);
    const isOpen = modules.size > 0 || scans.some((scan) => scan?.isOpen === true);
    this.followTexts(notebook);
    const characters = notebook.cells.reduce((sum, { text }) => sum + text.length, 0);
    const most = mostStepsOfAll + Math.floor(characters / charactersPerStep);
    const prepared = { cells: notebook.cells, scans, relevant, isOpen, asked, around, most };
    return (this.last = this.runAlone(prepared) ?? this.runAll(prepared));
  }

  /**
   * The run after an edit of one cell that leaves to the others what it left before, as most keystrokes do: only that
   * cell is evaluated. Undefined: all have to be looked at.
   */
  private runAlone({ cells, scans, relevant, asked, around, most }: Prepared): Run | undefined {
    const { settled } = this;
    if (!settled?.holdsFor(relevant, asked, around)) return undefined;
    const edited = this.editedAlone();
    if (edited === undefined) return undefined;
    const { run } = settled;
    const [scan, known, cell] = [scans[edited], this.segments.get(edited), cells[edited]];
    if (!cell || (!known && !isScript(cell))) return run;
    if (!scan || !known) return undefined;
    const before = settled.before(edited);
    const steps = Math.min(mostSteps, most - before.steps);
    if (steps <= 0) return undefined;
    const segment = this.segment(
      edited,
      this.version(edited),
      before.state,
      edited,
      steps,
      around,
      (context) => {
        runCell(scan, context);
      },
    );
    this.segments.set(edited, segment);
    if (!segment.finished || !leavesSame(segment, known) || settled.steps > most) return undefined;
    const records = sameItems(segment.records, known.records)
      ? run.records
      : [...this.segments.values()].flatMap((one) => one.records);
    const commands = sameItems(segment.commands, known.commands)
      ? run.commands
      : [...this.segments.values()].flatMap((one) => one.commands);
    const errors = [
      ...run.errors.filter((error) => error.cell < edited),
      ...errorsOf(scan, cell.text, edited),
      ...run.errors.filter((error) => error.cell > edited),
    ];
    settled.run = { ...run, records, commands, errors };
    return settled.run;
  }

  private runAll(prepared: Prepared): Run {
    const { relevant, asked, around } = prepared;
    const gathered = new Gathered(asked);
    const isRead = this.runCells(prepared, gathered);
    this.runUncalled(prepared, gathered);
    const { records, commands, state, errors, unfinished, files, segments } = gathered;
    const unchanged =
      this.last !== undefined &&
      sameSegments(segments, this.segments) &&
      !this.moved(isRead) &&
      this.last.files.length === files.size &&
      this.last.files.every((path) => files.has(path));
    for (const [place, segment] of this.segments)
      if (typeof place === "number" && !segments.has(place)) this.asides.set(place, segment);
    for (const place of segments.keys()) if (typeof place === "number") this.asides.delete(place);
    this.segments = segments;
    const run =
      unchanged && this.last
        ? this.last
        : { records, commands, state, errors, unfinished, files: [...files] };
    this.settled =
      unfinished.length === 0 ? new SettledRun(run, relevant, asked, around, segments) : undefined;
    return run;
  }

  /** @returns For each cell whether it was read. */
  private runCells(
    { cells, scans, relevant, around, most }: Prepared,
    gathered: Gathered,
  ): readonly boolean[] {
    const { state } = gathered;
    let left = most;
    let isLost = false;
    return scans.map((scan, cell) => {
      const { text = "" } = cells[cell] ?? {};
      if (!scan && isScript(cells[cell])) {
        const runScript = (context: Context) => {
          recordScript(text, context);
        };
        const segment = this.segment(cell, this.version(cell), state, cell, mostSteps, around, runScript);
        left -= segment.steps;
        gathered.takeCell(cell, segment);
        return true;
      }
      if (!scan || relevant[cell] !== true) return false;
      gathered.errors.push(...errorsOf(scan, text, cell));
      // The first cell that there is nothing left for loses all names; no other then finds any to lose
      if (isLost) {
        gathered.giveUp(cell);
        return true;
      }
      isLost = left <= 0;
      const run = (context: Context) => {
        runCell(scan, context);
      };
      const steps = Math.max(0, Math.min(mostSteps, left));
      const segment = this.segment(cell, this.version(cell), state, cell, steps, around, run);
      left -= segment.steps;
      gathered.takeCell(cell, segment);
      return true;
    });
  }

  /** Jobs may be in functions that nothing calls: they are read with whatever they may be given. */
  private runUncalled({ cells, isOpen, around }: Prepared, gathered: Gathered): void {
    const { defined, called, state } = gathered;
    let idle: ReadonlySet<FunctionNode> | undefined;
    let left = mostStepsOfAllUncalled;
    for (const [index, definition] of defined.entries()) {
      const { node, version } = definition;
      if (!node || called.has(node)) continue;
      idle ??= isOpen ? new Set() : this.uncalled.withoutJobs(defined, state);
      if (idle.has(node)) continue;
      if (left === 0) {
        gathered.giveUp(definition.cell);
        continue;
      }
      const read = (context: Context) => {
        readUncalled(definition, context);
      };
      const home = cells.length + index;
      const steps = Math.min(mostUncalledSteps, left);
      const segment = this.segment(definition, version, state, home, steps, around, read);
      left = Math.max(0, left - segment.steps);
      gathered.takeUncalled(definition, segment);
    }
  }

  /**
   * How the cells' texts became those of the last run from those of the run before, by cell: one that is not there is
   * unchanged. Undefined: places of the run before cannot be found in the present texts.
   */
  get changes(): ReadonlyMap<number, TextChange> | undefined {
    if (this.before.length !== this.versions.length) return undefined;
    const changes = new Map<number, TextChange>();
    for (let cell = 0; cell < this.before.length; cell += 1) {
      const version = this.before[cell];
      if (version === undefined || version === this.versions[cell]) continue;
      if (!version.change) return undefined;
      changes.set(cell, version.change);
    }
    return changes;
  }

  /** Modules beside the notebook that have to do with jobs: cells without a word of the SDK may start some through them. */
  private submittingModules(
    scans: readonly (CellScan | undefined)[],
    around: Surroundings,
    asked: Set<string>,
  ): ReadonlySet<string> {
    const modules = new Set<string>();
    if (around.files === undefined) return modules;
    const folders = scans.flatMap((scan) => scan?.searchFolders ?? []);
    const look = new ModuleSearch(around.files, asked, (text) => this.scans.ofText(text), folders);
    for (const dotted of new Set(scans.flatMap((scan) => [...(scan?.imports ?? [])]))) {
      const [name = ""] = dotted.split(/[.:]/);
      if (name !== "" && !this.library.harmless(name) && look.submits(dotted)) modules.add(name);
    }
    for (const dotted of new Set(scans.flatMap((scan) => scan?.starImports ?? [])))
      if (!dotted.startsWith(".") && modules.has(dotted.split(".")[0] ?? dotted))
        for (const name of look.names(dotted)) modules.add(name);
    return modules;
  }

  /** Versions of all cells' texts; after very many edits the evaluation starts afresh, so that carrying places stays quick. */
  private followTexts({ cells }: Notebook): void {
    if (this.versions.some(({ age }) => age > mostVersions)) {
      this.versions = [];
      this.segments.clear();
      this.asides.clear();
    }
    this.before = this.versions;
    this.versions = cells.map(({ text }, cell) => {
      const known = this.versions[cell];
      if (!known) return new TextVersion(text);
      return known.text === text ? known : known.replaceBy(text);
    });
  }

  /** The only cell that was edited since the last run; -1: none was. */
  private editedAlone(): number | undefined {
    if (this.before.length !== this.versions.length) return undefined;
    let edited = -1;
    for (let cell = 0; cell < this.versions.length; cell += 1) {
      if (this.versions[cell] === this.before[cell]) continue;
      if (edited >= 0) return undefined;
      edited = cell;
    }
    return edited;
  }

  /** A cell that matters was edited: places may have moved, and what does not parse may be elsewhere. */
  private moved(relevant: readonly boolean[]): boolean {
    return (
      this.before.length !== this.versions.length ||
      this.versions.some((version, cell) => relevant[cell] === true && version !== this.before[cell])
    );
  }

  private version(cell: number): TextVersion {
    return this.versions[cell] ?? new TextVersion("");
  }

  /** Another cell may have had its place meanwhile: what was carried through that text has lost its places. */
  private aside(cell: number): Segment | undefined {
    const segment = this.asides.get(cell);
    return segment?.version.isAsBefore === true ? segment : undefined;
  }

  /** @param place The cell, or the function that no cell calls. */
  private segment(
    place: number | Definition,
    version: TextVersion,
    base: State,
    home: number,
    steps: number,
    around: Surroundings,
    run: (context: Context) => void,
  ): Segment {
    const known = this.segments.get(place) ?? (typeof place === "number" ? this.aside(place) : undefined);
    const isSame = known?.version.text === version.text && known.home === home;
    if (isSame && stillReads(known, base, around, steps)) return known;
    const budget = new Budget(steps);
    const log = new ReadLog(base, budget);
    const files = new FileLog(around);
    const context = new Context(log.fork(), home, this.globals, this.library, version, budget, files);
    const { state } = context;
    let finished = true;
    try {
      run(context);
    } catch (error) {
      // Too much work, or recursion deeper than the stack: what the cell did is not known
      if (!(error instanceof BudgetExceeded || error instanceof RangeError)) throw error;
      context.state = state;
      context.frame = this.globals;
      budget.end();
      giveUp(context, base);
      finished = false;
    }
    const definitions = context.defined.flatMap((value) =>
      value.kind === "function" ? [value.definition] : [],
    );
    const segment: Segment = {
      version,
      home,
      finished,
      steps: Math.min(budget.steps, steps),
      mostSteps: steps,
      changes: state.detached(),
      records: context.records,
      commands: context.commands,
      called: context.called,
      defined: definitions,
      reads: log,
      files,
    };
    return known ? reuseValues(segment, known) : segment;
  }
}

function sameSegments(left: ReadonlyMap<unknown, Segment>, right: ReadonlyMap<unknown, Segment>): boolean {
  return left.size === right.size && [...left].every(([place, segment]) => right.get(place) === segment);
}

function isScript(cell: Cell | undefined): boolean {
  return cell?.kind === "code" && cell.language === "shellscript";
}

/** An editor may take a `%%bash` cell for a shell script; it is IPython all the same that reads it. */
function isPython({ kind, language, text }: Cell): boolean {
  return kind === "code" && (language === "python" || (language === "shellscript" && /^\s*%%/.test(text)));
}

/** A notebook before it is evaluated. */
interface Prepared {
  readonly cells: readonly Cell[];
  readonly scans: readonly (CellScan | undefined)[];
  readonly relevant: readonly boolean[];
  /** Names may come from where nobody sees. */
  readonly isOpen: boolean;
  /** Paths that the search for modules asked for. */
  readonly asked: ReadonlySet<string>;
  readonly around: Surroundings;
  /** Steps of all cells together. */
  readonly most: number;
}

function errorsOf(scan: CellScan, text: string, cell: number): readonly Span[] {
  if (text.length > mostCharacters) return [];
  return firstOfLines(scan.module.errors, text).map(({ from, to }) => ({ cell, from, to }));
}

/** One error of each line: what is wrong once can be thousands of errors to a parser that goes on. */
function firstOfLines(errors: readonly TextRange[], text: string): readonly TextRange[] {
  let lineEnd = 0;
  return errors.filter(({ from }) => {
    if (from < lineEnd) return false;
    const end = text.indexOf("\n", from);
    lineEnd = end < 0 ? Infinity : end + 1;
    return true;
  });
}
