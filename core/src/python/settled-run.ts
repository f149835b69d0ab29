import type { Run } from "./run-notebook.js";
import type { Segment } from "./segment.js";
import { State } from "./state.js";
import type { Surroundings } from "./surroundings.js";

/**
 * A run of which every cell was read to its end, and what it rested on besides the cells' texts. While that holds, an
 * edited cell that does to the others what it did before leaves all of them as they are.
 */
export class SettledRun {
  private readonly isOpen: boolean;
  private prefix: Prefix | undefined;

  /** @param asked Paths that the search for the notebook's own modules asked for. */
  constructor(
    /** Its places move with the edits. */
    public run: Run,
    private readonly relevant: readonly boolean[],
    private readonly asked: ReadonlySet<string>,
    around: Surroundings,
    private readonly segments: ReadonlyMap<unknown, Segment>,
  ) {
    this.isOpen = around.files !== undefined;
  }

  holdsFor(relevant: readonly boolean[], asked: ReadonlySet<string>, around: Surroundings): boolean {
    if (this.isOpen !== (around.files !== undefined)) return false;
    if (asked.size !== this.asked.size) return false;
    for (const path of asked) if (!this.asked.has(path)) return false;
    for (const { files } of this.segments.values())
      if (files.isUsed && !files.stillReads(around)) return false;
    return (
      relevant.length === this.relevant.length && relevant.every((one, cell) => one === this.relevant[cell])
    );
  }

  /** What all cells took together. */
  get steps(): number {
    let steps = 0;
    for (const [place, segment] of this.segments) if (typeof place === "number") steps += segment.steps;
    return steps;
  }

  /** The state that a cell finds, and what the cells before it took. The next keystroke is in the same cell, mostly. */
  before(cell: number): Prefix {
    if (this.prefix?.cell === cell) return this.prefix;
    const state = new State();
    let steps = 0;
    for (const [place, segment] of this.segments) {
      if (place === cell) break;
      state.commit(segment.changes);
      steps += segment.steps;
    }
    return (this.prefix = { cell, state, steps });
  }
}

interface Prefix {
  readonly cell: number;
  readonly state: State;
  readonly steps: number;
}
