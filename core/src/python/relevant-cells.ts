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
    let grows = false;
    scans.forEach((scan, index) => {
      if (scan && relevant[index] === true && (!scan.wild || scan.submits))
        grows = this.include(scan) || grows;
    });
    while (grows) {
      grows = false;
      for (let index = scans.length - 1; index >= 0; index--) {
        const scan = scans[index];
        if (!scan || relevant[index] === true || !this.isReached(scan)) continue;
        relevant[index] = true;
        grows = true;
        this.include(scan);
      }
    }
    return relevant;
  }

  /** @returns Whether there is a word in it. */
  private include(scan: CellScan): boolean {
    const { names, binds } = this.read(scan);
    for (const word of names()) word.needed = this.search;
    for (const word of binds) word.made = this.search;
    return names().length > 0 || binds.length > 0;
  }

  private isReached(scan: CellScan): boolean {
    const { binds, touches } = this.read(scan);
    for (const word of binds) if (word.needed === this.search) return true;
    for (const word of touches()) if (word.made === this.search) return true;
    return false;
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
      if (!word) this.words.set(name, (word = { needed: 0, made: 0 }));
      return word;
    });
  }
}

/** Each half-typed name is one: they are forgotten before there are too many. */
const mostWords = 50_000;

/** One name, whichever cells mention it, and the last searches in which a cell that matters reads or makes it. */
interface Word {
  needed: number;
  made: number;
}

/** What a cell binds, mentions, and calls or changes. Of a cell that does not matter nobody asks for all of it. */
interface WordsOfCell {
  readonly binds: readonly Word[];
  readonly names: () => readonly Word[];
  readonly touches: () => readonly Word[];
}

function some<T>(items: Iterable<T>, test: (item: T) => boolean): boolean {
  for (const item of items) if (test(item)) return true;
  return false;
}
