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
    const files = filesOf(scans);
    let isOpen = modules.size > 0;
    const found: number[] = [];
    const relevant = scans.map((scan, cell) => {
      if (scan === undefined) return false;
      if (scan.isOpen) isOpen = true;
      const matters =
        isAlways(scan) ||
        (modules.size > 0 && some(modules, (name) => scan.names.has(name))) ||
        (files !== undefined && (scan.writesFiles || some(files, (name) => scan.mentionsFile(name))));
      if (matters && (!scan.wild || scan.submits)) found.push(cell);
      return matters;
    });
    if (found.length === 0 && !isOpen) return relevant;
    this.noteAll(scans);
    this.search += 1;
    const include = (cell: number) => {
      if (relevant[cell] === true) return;
      relevant[cell] = true;
      found.push(cell);
    };
    const imported = libraryImportsOf(scans);
    const hasCommand = scans.some((scan) => scan?.hasCommand === true);
    for (let cell = 0; cell < scans.length; cell += 1) {
      const scan = scans[cell];
      if (!scan) continue;
      const runsCommand = hasCommand && scan.runsCommands;
      if (meansClass(scan, isOpen, imported) || scan.setsEnvironment || runsCommand) include(cell);
    }
    const writers = scans.flatMap((scan, cell) => (scan && scan.filesWritten.length > 0 ? [cell] : []));
    // Each word is followed once, however the cells depend on each other
    for (let cell = found.pop(); cell !== undefined; cell = found.pop()) {
      // What is read of a file is what was written into it
      for (const writer of writers)
        if (relevant[writer] !== true && sharesFile(scans[writer], scans[cell])) include(writer);
      const words = this.noted[cell];
      if (!words) continue;
      for (const word of words.names) {
        if (word.named === this.search) continue;
        word.named = this.search;
        word.binders?.forEach(include);
      }
      // What a list holds can be changed by whoever is handed it, under another name too; a module is only called
      for (const word of words.mutables) {
        if (word.assigned === this.search) continue;
        word.assigned = word.bound = this.search;
        word.mentioners?.forEach(include);
      }
      for (const word of isOpen ? words.binds : words.makes) {
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
    const words: Word[] = [];
    for (const name of names) {
      let word = this.words.get(name);
      if (!word) this.words.set(name, (word = newWord()));
      words.push(word);
    }
    return words;
  }
}

function sharesFile(writer: CellScan | undefined, reader: CellScan | undefined): boolean {
  if (!writer || !reader || reader.filesMentioned.size === 0) return false;
  return writer.filesWritten.some((file) => reader.filesMentioned.has(file));
}

/** Undefined: nobody names any, as in most notebooks. */
function filesOf(scans: readonly (CellScan | undefined)[]): ReadonlySet<string> | undefined {
  let files: Set<string> | undefined;
  for (const scan of scans) {
    if (scan?.readsFiles === true) files = new Set([...(files ?? []), ...scan.files]);
  }
  return files;
}

function libraryImportsOf(scans: readonly (CellScan | undefined)[]): ReadonlySet<string> {
  const imported = new Set<string>();
  for (const scan of scans) {
    const names = scan?.libraryImports;
    if (names !== undefined && names.size > 0) for (const name of names) imported.add(name);
  }
  return imported;
}

/**
 * It may mean a class of the library by a name that it mentions.
 *
 * @param isOpen Names may come from where nobody sees: each such name may be the library's.
 */
function meansClass({ submits, classes }: CellScan, isOpen: boolean, imported: ReadonlySet<string>): boolean {
  if (submits || classes.size === 0) return false;
  return isOpen || some(classes, (name) => imported.has(name));
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

/** The words of a cell, by what it does with them: each kind is read when it is asked for. */
class WordsOfCell {
  private readBinds: readonly Word[] | undefined;
  private readMutables: readonly Word[] | undefined;
  private readMakes: readonly Word[] | undefined;
  private readNames: readonly Word[] | undefined;
  private readTouches: readonly Word[] | undefined;

  constructor(
    readonly scan: CellScan,
    private readonly wordsIn: (names: ReadonlySet<string>) => readonly Word[],
  ) {}

  get binds(): readonly Word[] {
    return (this.readBinds ??= this.wordsIn(this.scan.binds));
  }

  get makes(): readonly Word[] {
    return (this.readMakes ??= this.wordsIn(this.scan.makes));
  }

  get mutables(): readonly Word[] {
    return (this.readMutables ??= this.wordsIn(this.scan.mutables));
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
