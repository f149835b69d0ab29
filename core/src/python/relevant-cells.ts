import type { CellScan } from "./scan.js";

/** Finds the cells that matter. It remembers the words of each cell, so that a keystroke costs a walk over them only. */
export class RelevantCells {
  private words = new Map<string, Word>();
  private wordsOf = new WeakMap<CellScan, WordsOfCell>();
  private search = 0;

  /**
   * The cells that a job call can depend on, or that can change or launch a job. The others need no tree.
   *
   * @param modules Names of modules beside the notebook that may submit jobs.
   */
  of(scans: readonly (CellScan | undefined)[], modules: ReadonlySet<string> = new Set()): boolean[] {
    if (this.words.size > mostWords) {
      this.words = new Map();
      this.wordsOf = new WeakMap();
    }
    this.search += 1;
    const files = new Set(scans.flatMap((scan) => scan?.files ?? []));
    const relevant = scans.map(
      (scan) =>
        scan !== undefined &&
        (scan.wild ||
          scan.submits ||
          (modules.size > 0 && some(modules, (name) => scan.names.has(name))) ||
          (files.size > 0 && some(files, (name) => scan.mentionsFile(name)))),
    );
    const found = scans.filter((scan, index) => relevant[index] === true && (!scan?.wild || scan.submits));
    if (found.length === 0) return relevant;
    const others = [...scans.keys()].filter((index) => relevant[index] !== true);
    for (const index of others) this.note(scans[index], index);
    const include = (index: number) => {
      if (relevant[index] === true) return;
      relevant[index] = true;
      found.push(scans[index]);
    };
    // Each word is followed once, however the cells depend on each other
    for (let scan = found.pop(); scan; scan = found.pop()) {
      const { names, binds } = this.read(scan);
      for (const word of names()) follow(this.fresh(word).binders, include);
      for (const word of binds) follow(this.fresh(word).touchers, include);
    }
    return relevant;
  }

  /** Where its words are, for this search. */
  private note(scan: CellScan | undefined, index: number): void {
    if (!scan) return;
    const { binds, touches } = this.read(scan);
    for (const word of binds) this.fresh(word).binders.push(index);
    for (const word of touches()) this.fresh(word).touchers.push(index);
  }

  private fresh(word: Word): Word {
    if (word.search !== this.search) {
      word.search = this.search;
      word.binders.length = 0;
      word.touchers.length = 0;
    }
    return word;
  }

  private read(scan: CellScan): WordsOfCell {
    let found = this.wordsOf.get(scan);
    if (!found) {
      let names: readonly Word[] | undefined;
      let touches: readonly Word[] | undefined;
      found = {
        binds: this.wordsIn(scan.binds),
        names: () => (names ??= this.wordsIn(scan.names)),
        touches: () => (touches ??= this.wordsIn(scan.touches)),
      };
      this.wordsOf.set(scan, found);
    }
    return found;
  }

  private wordsIn(names: ReadonlySet<string>): readonly Word[] {
    return Array.from(names, (name) => {
      let word = this.words.get(name);
      if (!word) this.words.set(name, (word = { search: 0, binders: [], touchers: [] }));
      return word;
    });
  }
}

/** Each half-typed name is one: they are forgotten before there are too many. */
const mostWords = 50_000;

/** One name: the cells of a search that bind it, and those that call or change it, until they are followed. */
interface Word {
  search: number;
  readonly binders: number[];
  readonly touchers: number[];
}

/** What a cell binds, mentions, and calls or changes. Of a cell that does not matter nobody asks for all of it. */
interface WordsOfCell {
  readonly binds: readonly Word[];
  readonly names: () => readonly Word[];
  readonly touches: () => readonly Word[];
}

function follow(cells: number[], include: (cell: number) => void): void {
  cells.forEach(include);
  cells.length = 0;
}

function some<T>(items: Iterable<T>, test: (item: T) => boolean): boolean {
  for (const item of items) if (test(item)) return true;
  return false;
}
