import type { CellScan } from "./scan.js";

/**
 * Finds the cells that matter. It remembers where each word is, so that a keystroke costs the words of its cell and a walk
 * over the cells that matter.
 */
export class RelevantCells {
  private words = new Map<string, Word>();
  /** The cells whose words are noted. */
  private noted: (WordsOfCell | undefined)[] = [];
  private search = 0;

  /**
   * The cells that a job call can depend on, or that can change or launch a job. The others need no tree.
   *
   * @param modules Names of modules beside the notebook that may submit jobs.
   */
  of(scans: readonly (CellScan | undefined)[], modules: ReadonlySet<string> = new Set()): boolean[] {
    const files = new Set<string>();
    for (const scan of scans) if (scan) for (const file of scan.files) files.add(file);
    const relevant = scans.map(
      (scan) =>
        scan !== undefined &&
        (isAlways(scan) ||
          (modules.size > 0 && some(modules, (name) => scan.names.has(name))) ||
          (files.size > 0 && some(files, (name) => scan.mentionsFile(name)))),
    );
    const found: number[] = [];
    for (const [cell, scan] of scans.entries())
      if (relevant[cell] === true && (!scan?.wild || scan.submits)) found.push(cell);
    if (found.length === 0) return relevant;
    this.noteAll(scans);
    this.search += 1;
    const include = (cell: number) => {
      if (relevant[cell] === true) return;
      relevant[cell] = true;
      found.push(cell);
    };
    // Each word is followed once, however the cells depend on each other
    for (let cell = found.pop(); cell !== undefined; cell = found.pop()) {
      const words = this.noted[cell];
      if (!words) continue;
      for (const word of words.names) {
        if (word.named === this.search) continue;
        word.named = this.search;
        word.binders?.forEach(include);
      }
      // What a list holds can be changed by whoever is handed it, under another name too; a module is only called
      for (const word of words.assigns) {
        if (word.assigned === this.search) continue;
        word.assigned = word.bound = this.search;
        word.mentioners?.forEach(include);
      }
      for (const word of words.binds) {
        if (word.bound === this.search) continue;
        word.bound = this.search;
        word.touchers?.forEach(include);
      }
    }
    return relevant;
  }

  /** Brings what is noted to these cells. */
  private noteAll(scans: readonly (CellScan | undefined)[]): void {
    if (this.words.size > mostWords || this.noted.length !== scans.length) {
      this.words = new Map();
      this.noted = scans.map(() => undefined);
    }
    for (let cell = 0; cell < scans.length; cell += 1) {
      const [scan, before] = [scans[cell], this.noted[cell]];
      if (scan === before?.scan) continue;
      if (before && !isAlways(before.scan)) forget(before, cell);
      const words = scan && new WordsOfCell(scan, (names) => this.wordsIn(names));
      if (words && !isAlways(words.scan)) note(words, cell);
      this.noted[cell] = words;
    }
  }

  private wordsIn(names: ReadonlySet<string>): readonly Word[] {
    return Array.from(names, (name) => {
      let word = this.words.get(name);
      if (!word) this.words.set(name, (word = newWord()));
      return word;
    });
  }
}

function note({ binds, touches, names }: WordsOfCell, cell: number): void {
  for (const word of binds) (word.binders ??= []).push(cell);
  for (const word of touches) (word.touchers ??= []).push(cell);
  for (const word of names) (word.mentioners ??= []).push(cell);
}

function forget({ binds, touches, names }: WordsOfCell, cell: number): void {
  for (const { binders } of binds) binders?.splice(binders.indexOf(cell), 1);
  for (const { touchers } of touches) touchers?.splice(touchers.indexOf(cell), 1);
  for (const { mentioners } of names) mentioners?.splice(mentioners.indexOf(cell), 1);
}

function newWord(): Word {
  return {
    named: 0,
    bound: 0,
    assigned: 0,
    binders: undefined,
    touchers: undefined,
    mentioners: undefined,
  };
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
  /** Most words have none of some of these. */
  binders: number[] | undefined;
  touchers: number[] | undefined;
  mentioners: number[] | undefined;
}

/** What a cell binds, binds otherwise than by an import, mentions, and calls or changes: each read when it is asked for. */
class WordsOfCell {
  private readBinds: readonly Word[] | undefined;
  private readAssigns: readonly Word[] | undefined;
  private readNames: readonly Word[] | undefined;
  private readTouches: readonly Word[] | undefined;

  constructor(
    readonly scan: CellScan,
    private readonly wordsIn: (names: ReadonlySet<string>) => readonly Word[],
  ) {}

  get binds(): readonly Word[] {
    return (this.readBinds ??= this.wordsIn(this.scan.binds));
  }

  get assigns(): readonly Word[] {
    return (this.readAssigns ??= this.wordsIn(this.scan.assigns));
  }

  get names(): readonly Word[] {
    return (this.readNames ??= this.wordsIn(this.scan.names));
  }

  get touches(): readonly Word[] {
    return (this.readTouches ??= this.wordsIn(this.scan.touches));
  }
}

function some<T>(items: Iterable<T>, test: (item: T) => boolean): boolean {
  for (const item of items) if (test(item)) return true;
  return false;
}
