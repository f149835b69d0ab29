import type { Span } from "../notebook/span.js";
import type { FunctionNode } from "./ast.js";
import type { Definition } from "./machine.js";
import type { ShellRecordAt, WrittenRecord } from "./record.js";
import type { Segment } from "./segment.js";
import { State } from "./state.js";
import type { WrittenSpan } from "./text-version.js";

/** What the cells of a run say and leave, and then the functions that none of them calls; gathered in their order. */
export class Gathered {
  readonly state = new State();
  readonly segments = new Map<number | Definition, Segment>();
  readonly records: WrittenRecord[] = [];
  readonly commands: ShellRecordAt<WrittenSpan>[] = [];
  readonly errors: Span[] = [];
  /** Those of the functions, too: a function that is found on the way comes last. */
  readonly defined: Definition[] = [];
  readonly called = new Set<FunctionNode>();
  readonly files: Set<string>;
  private readonly given = new Set<number>();

  /** @param asked Files that were looked at before. */
  constructor(asked: ReadonlySet<string>) {
    this.files = new Set(asked);
  }

  /** Cells that were not read to their end. */
  get unfinished(): readonly number[] {
    return [...this.given];
  }

  takeCell(cell: number, segment: Segment): void {
    this.state.commit(segment.changes);
    this.take(cell, segment);
    if (!segment.finished) this.giveUp(cell);
  }

  /** Nothing called it: what it would change has not changed, only the objects of its own calls are kept. */
  takeUncalled(definition: Definition, segment: Segment): void {
    for (const [id, object] of segment.changes.heap)
      if (this.state.object(id) === undefined) this.state.setObject(id, object);
    this.take(definition, segment);
    if (!segment.finished) this.giveUp(definition.cell);
  }

  /** There is nothing left for it. */
  giveUp(cell: number): void {
    this.given.add(cell);
  }

  private take(place: number | Definition, segment: Segment): void {
    this.segments.set(place, segment);
    this.records.push(...segment.records);
    this.commands.push(...segment.commands);
    this.defined.push(...segment.defined);
    for (const node of segment.called) this.called.add(node);
    if (segment.files.reads.size > 0) for (const path of segment.files.reads.keys()) this.files.add(path);
  }
}
