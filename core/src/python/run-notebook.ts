import type { Notebook } from "../notebook/notebook.js";
import type { Span } from "../notebook/span.js";
import type { Effect } from "../notebook/magics.js";
import type { FunctionNode } from "./ast.js";
import { loseNames, readUncalled } from "./call.js";
import { BudgetExceeded, Context } from "./context.js";
import { setEnvironmentText, setEnvironmentVariable } from "./environment-variables.js";
import type { Library } from "./library.js";
import { unknown, type Definition, type Frame } from "./machine.js";
import type { CallRecord } from "./record.js";
import { CellScan, relevantCells } from "./scan.js";
import { reuseValues, ReadLog, stillReads, type Segment } from "./segment.js";
import { State } from "./state.js";
import { execute } from "./statement.js";

/** What running the notebook in document order would call, as far as it can be told without running it. */
export interface Run {
  readonly records: readonly CallRecord[];
  /** After the last cell. */
  readonly state: State;
  /** Places that are not Python, in the cells that matter. */
  readonly errors: readonly Span[];
  /** Cells that do more than a check can follow: what comes after in them was not read. */
  readonly unfinished: readonly number[];
  /** Scans by cell; undefined for cells that are not Python. */
  readonly scans: readonly (CellScan | undefined)[];
}

const mostSteps = 60_000;
/** Read without a call, one after the other, each with a share of this. */
const mostUncalledSteps = 20_000;

/**
 * Evaluates notebooks, and remembers for each cell what it read and what it changed: when a cell is edited, only the
 * cells that read something that is different now are evaluated again.
 */
export class NotebookRunner {
  private readonly scans = new Map<string, CellScan>();
  private segments = new Map<string, Segment>();
  private readonly globals: Frame = { id: "" };

  constructor(
    private readonly library: Library,
    private readonly mentions: (identifier: string) => boolean,
  ) {}

  run(notebook: Notebook): Run {
    const scans = notebook.cells.map(({ kind, language, text }) =>
      kind === "code" && language === "python" ? this.scan(text) : undefined,
    );
    const relevant = relevantCells(scans, this.mentions);
    const state = new State();
    const records: CallRecord[] = [];
    const errors: Span[] = [];
    const called = new Set<FunctionNode>();
    const defined: Definition[] = [];
    const segments = new Map<string, Segment>();
    const unfinished: number[] = [];
    const take = (place: string, segment: Segment) => {
      segments.set(place, segment);
      state.commit(segment.changes);
      records.push(...segment.records);
      for (const node of segment.called) called.add(node);
      defined.push(...segment.defined);
    };
    scans.forEach((scan, cell) => {
      if (!scan || relevant[cell] !== true) return;
      errors.push(...scan.module.errors.map(({ from, to }) => ({ cell, from, to })));
      const place = `cell ${cell}`;
      const run = (context: Context) => {
        runCell(scan, context);
      };
      const segment = this.segment(place, notebook.cells[cell]?.text ?? "", state, cell, mostSteps, run);
      if (!segment.finished) unfinished.push(cell);
      take(place, segment);
    });
    for (const [index, definition] of defined.entries()) {
      const { node, cell } = definition;
      if (!node || called.has(node)) continue;
      const place = `uncalled ${cell} ${node.from}`;
      const read = (context: Context) => {
        context.cell = cell;
        readUncalled(definition, context);
      };
      const segment = this.segment(
        place,
        notebook.cells[cell]?.text ?? "",
        state,
        notebook.cells.length + index,
        mostUncalledSteps,
        read,
      );
      // Nothing called it: what it would change has not changed, only the objects of its own calls are kept
      segments.set(place, segment);
      for (const [id, object] of segment.changes.heap)
        if (state.object(id) === undefined) state.setObject(id, object);
      records.push(...segment.records);
      for (const inner of segment.called) called.add(inner);
    }
    this.segments = segments;
    if (this.scans.size > 4 * notebook.cells.length + 100) this.scans.clear();
    return { records, state, errors, unfinished, scans };
  }

  private scan(text: string): CellScan {
    let scan = this.scans.get(text);
    if (!scan) {
      scan = new CellScan(text);
      this.scans.set(text, scan);
    }
    return scan;
  }

  private segment(
    place: string,
    text: string,
    base: State,
    home: number,
    steps: number,
    run: (context: Context) => void,
  ): Segment {
    const known = this.segments.get(place);
    if (known?.text === text && stillReads(known, base)) return known;
    const log = new ReadLog(base);
    const context = new Context(log.fork(), home, this.globals, this.library, steps);
    const { state } = context;
    let finished = true;
    try {
      run(context);
    } catch (error) {
      // Too much work, or recursion deeper than the stack: what the cell did is not known
      if (!(error instanceof BudgetExceeded || error instanceof RangeError)) throw error;
      context.state = state;
      context.frame = this.globals;
      giveUp(context, base);
      finished = false;
    }
    const changes = new State();
    changes.commit(state);
    const definitions = context.defined.flatMap((value) =>
      value.kind === "function" ? [value.definition] : [],
    );
    const segment: Segment = {
      text,
      finished,
      changes,
      records: context.records,
      called: context.called,
      defined: definitions,
      reads: log,
    };
    if (known) reuseValues(segment, known);
    return segment;
  }
}

function runCell(scan: CellScan, context: Context): void {
  for (const effect of scan.blanked.effects) applyEffect(effect, context);
  execute(scan.module.statements, context);
}

function applyEffect(effect: Effect, context: Context): void {
  switch (effect.kind) {
    case "environment":
      if (effect.interpolated)
        setEnvironmentVariable(effect.name, unknown("IPython fills in variables"), context);
      else setEnvironmentText(effect.name, effect.value, context);
      return;
    case "restore":
      if (effect.names.length === 0) loseNames("%store -r may have set it", context);
      for (const name of effect.names)
        context.assign(name, unknown("%store -r takes it from another notebook"));
      return;
    case "run":
      loseNames(`%run ${effect.file} may have set it`, context);
      return;
    case "load extension":
    case "install":
    case "shell":
  }
}

function giveUp(context: Context, base: State): void {
  const why = "the cell does more than a check can follow";
  for (const key of [...context.state.names.keys()]) context.state.setName(key, unknown(why));
  for (const [id, object] of [...context.state.heap]) {
    if (base.object(id) === undefined && object.kind === "instance") continue;
    if (object.kind === "dict") context.state.setObject(id, { ...object, entries: new Map(), open: true });
    else if (object.kind !== "instance") context.state.setObject(id, { ...object, items: [], open: true });
  }
  loseNames(why, context);
}
