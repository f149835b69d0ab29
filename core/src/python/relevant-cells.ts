import type { CellScan } from "./scan.js";

/**
 * Finds the cells that matter. It remembers where each word is, so that a keystroke costs the words of its cell and a walk
 * over the cells that matter.
 */
export class RelevantCells {
  private words = new Map<string, Word>();
  private wordsOf = new WeakMap<CellScan, WordsOfCell>();
  /** The cells whose words are noted. */
  private noted: (CellScan | undefined)[] = [];
  private search = 0;

  /**
   * The cells that a job call can depend on, or that can change or launch a job. The others need no tree.
   *
   * @param modules Names of modules beside the notebook that may submit jobs.
   */
  of(scans: readonly (CellScan | undefined)[], modules: ReadonlySet<string> = new Set()): boolean[] {
    const files = new Set<string>();
    for (const scan of scans) for (const file of scan?.files ?? []) files.add(file);
    const relevant = scans.map(
      (scan) =>
        scan !== undefined &&
        (isAlways(scan) ||
          (modules.size > 0 && some(modules, (name) => scan.names.has(name))) ||
          (files.size > 0 && some(files, (name) => scan.mentionsFile(name)))),
    );
    const found = scans.filter((scan, index) => relevant[index] === true && (!scan?.wild || scan.submits));
    if (found.length === 0) return relevant;
    this.noteAll(scans);
    this.search += 1;
    const include = (index: number) => {
      if (relevant[index] === true) return;
      relevant[index] = true;
      found.push(scans[index]);
    };
    // Each word is followed once, however the cells depend on each other
    for (let scan = found.pop(); scan; scan = found.pop()) {
      const { names, binds, assigns } = this.read(scan);
      for (const word of names()) {
        if (word.named === this.search) continue;
        word.named = this.search;
        word.binders.forEach(include);
      }
      // What a list holds can be changed by whoever is handed it, under another name too; a module is only called
      for (const word of assigns()) {
        if (word.assigned === this.search) continue;
        word.assigned = word.bound = this.search;
        word.mentioners.forEach(include);
      }
      for (const word of binds) {
        if (word.bound === this.search) continue;
        word.bound = this.search;
        word.touchers.forEach(include);
      }
    }
    return relevant;
  }

  /** Brings what is noted to these cells. */
  private noteAll(scans: readonly (CellScan | undefined)[]): void {
    if (this.words.size > mostWords || this.noted.length !== scans.length) {
      this.words = new Map();
      this.wordsOf = new WeakMap();
      this.noted = scans.map(() => undefined);
    }
    for (let cell = 0; cell < scans.length; cell += 1) {
      const [scan, before] = [scans[cell], this.noted[cell]];
      if (scan === before) continue;
      this.noted[cell] = scan;
      if (before && !isAlways(before)) this.forget(before, cell);
      if (scan && !isAlways(scan)) this.note(scan, cell);
    }
  }

  private note(scan: CellScan, cell: number): void {
    const { binds, touches, names } = this.read(scan);
    for (const word of binds) word.binders.push(cell);
    for (const word of touches()) word.touchers.push(cell);
    for (const word of names()) word.mentioners.push(cell);
  }

  private forget(scan: CellScan, cell: number): void {
    const { binds, touches, names } = this.read(scan);
    for (const { binders } of binds) binders.splice(binders.indexOf(cell), 1);
    for (const { touchers } of touches()) touchers.splice(touchers.indexOf(cell), 1);
    for (const { mentioners } of names()) mentioners.splice(mentioners.indexOf(cell), 1);
  }

  private read(scan: CellScan): WordsOfCell {
    let found = this.wordsOf.get(scan);
    if (!found) {
      let names: readonly Word[] | undefined;
      let assigns: readonly Word[] | undefined;
      let touches: readonly Word[] | undefined;
      found = {
        binds: this.wordsIn(scan.binds),
        assigns: () => (assigns ??= this.wordsIn(scan.assigns)),
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
      if (!word) this.words.set(name, (word = newWord()));
      return word;
    });
  }
}

function newWord(): Word {
  return { named: 0, bound: 0, assigned: 0, binders: [], touchers: [], mentioners: [] };
}

/** It matters whatever the others are: nobody has to find it by its words. */
function isAlways({ wild, submits }: CellScan): boolean {
  return wild || submits;
}

/** Each half-typed name is one: they are forgotten before there are too many. */
const mostWords = 50_000;

/** One name. */
interface Word {
  /** The last search that followed it to the cells that bind it, to those that call or change it, to all. */
  named: number;
  bound: number;
  assigned: number;
  readonly binders: number[];
  readonly touchers: number[];
  readonly mentioners: number[];
}

/** What a cell binds, binds otherwise than by an import, mentions, and calls or changes. Of a cell that does not matter nobody asks for all of it. */
interface WordsOfCell {
  readonly binds: readonly Word[];
  readonly assigns: () => readonly Word[];
  readonly names: () => readonly Word[];
  readonly touches: () => readonly Word[];
}

function some<T>(items: Iterable<T>, test: (item: T) => boolean): boolean {
  for (const item of items) if (test(item)) return true;
  return false;
}
