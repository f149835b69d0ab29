import type { Span } from "../notebook/span.js";

/** One range of a text that was replaced by another: what is behind it moves by `shift`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly shift: number;
}

/** A range of the text before the change in the text after it. */
export function carryOver(
  change: TextChange,
  start: number,
  end: number,
): { readonly from: number; readonly to: number } {
  return { from: carryStart(change, start), to: carryEnd(change, end) };
}

function carryStart({ from, to, shift }: TextChange, start: number): number {
  return start <= from ? start : start >= to ? start + shift : from;
}

function carryEnd({ from, to, shift }: TextChange, end: number): number {
  return end <= from ? end : end >= to ? end + shift : to + shift;
}

/**
 * The text of a cell at one check. Versions of a cell form a chain, so that what was read from an older text can be
 * found in the present one: typing in one statement does not make everything below it new.
 */
export class TextVersion {
  private next: (TextChange & { readonly version: TextVersion }) | undefined;
  private way: Way | undefined;

  constructor(
    readonly text: string,
    /** How many versions came before. */
    readonly age = 0,
  ) {}

  /** The version that takes this one's place; the difference is taken to be one replaced range. */
  replaceBy(text: string): TextVersion {
    const version = new TextVersion(text, this.age + 1);
    const shortest = Math.min(this.text.length, text.length);
    let from = 0;
    while (from < shortest && this.text.charCodeAt(from) === text.charCodeAt(from)) from++;
    let same = 0;
    while (
      same < shortest - from &&
      this.text.charCodeAt(this.text.length - 1 - same) === text.charCodeAt(text.length - 1 - same)
    ) {
      same++;
    }
    this.next = { version, from, to: this.text.length - same, shift: text.length - this.text.length };
    return version;
  }

  /** What made the next version of this one. */
  get change(): TextChange | undefined {
    return this.next;
  }

  get isLatest(): boolean {
    return this.next === undefined;
  }

  get latest(): TextVersion {
    return this.next ? this.wayToLatest().to : this;
  }

  /** All that was changed since has been taken back, character by character: every place is where it was. */
  get isAsBefore(): boolean {
    return (
      !this.next || this.wayToLatest().changes.every(({ from, to, shift }) => from === to && shift === 0)
    );
  }

  /** A range of this text in the latest one. */
  carry(start: number, end: number): { readonly from: number; readonly to: number } {
    return { from: this.carryStart(start), to: this.carryEnd(end) };
  }

  carryStart(start: number): number {
    if (!this.next) return start;
    let at = start;
    for (const change of this.wayToLatest().changes) at = carryStart(change, at);
    return at;
  }

  carryEnd(end: number): number {
    if (!this.next) return end;
    let at = end;
    for (const change of this.wayToLatest().changes) at = carryEnd(change, at);
    return at;
  }

  /** Goes on from where it was left: what is carried at each keystroke does not walk the whole chain again. */
  private wayToLatest(): Way {
    const way = (this.way ??= { changes: [], to: this });
    for (let step = way.to.next; step; step = step.version.next) {
      const joined = joinChanges(way.changes.at(-1), step);
      if (joined) way.changes[way.changes.length - 1] = joined;
      else way.changes.push(step);
      way.to = step.version;
    }
    return way;
  }
}

/** The changes that lead from one version to a later one, as few as they can be told in. */
interface Way {
  readonly changes: TextChange[];
  to: TextVersion;
}

/** Typing goes on in, or takes back, what was typed before: together they carry every range as one after the other. */
function joinChanges(first: TextChange | undefined, second: TextChange): TextChange | undefined {
  if (!first || first.from !== first.to) return undefined;
  const isInside = second.from >= first.from && second.to <= first.from + first.shift;
  return isInside ? { from: first.from, to: first.to, shift: first.shift + second.shift } : undefined;
}

/** Where something was written, in the text that was read then. */
export interface WrittenSpan {
  readonly cell: number;
  readonly start: number;
  readonly end: number;
  readonly version: TextVersion;
}

/** Where it is now. */
export function presentSpan({ cell, start, end, version }: WrittenSpan): Span {
  return { cell, from: version.carryStart(start), to: version.carryEnd(end) };
}

/** Whether two are at one place now. */
export function samePlace(left: WrittenSpan, right: WrittenSpan): boolean {
  if (left.cell !== right.cell) return false;
  if (left.version === right.version) return left.start === right.start && left.end === right.end;
  return (
    left.version.carryStart(left.start) === right.version.carryStart(right.start) &&
    left.version.carryEnd(left.end) === right.version.carryEnd(right.end)
  );
}

export function isWrittenSpan(value: object): value is WrittenSpan {
  return "version" in value && "start" in value;
}
