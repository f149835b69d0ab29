import type { Span } from "../notebook/span.js";
import { carryOver, type TextChange } from "../python/text-version.js";
import type { JobRequest } from "./request.js";

/**
 * How what was read of a notebook stands to where it is now, after texts changed around it. It is plain data and maps;
 * whatever has a cell and a range is a place.
 */
export class Moves {
  private readonly moved = new Map<object, unknown>();
  /** Objects now, and those before that say the same. */
  private readonly same = new WeakMap<object, object>();

  /** @param changes By cell. */
  constructor(private readonly changes: ReadonlyMap<number, TextChange>) {}

  /** A copy with all places moved. What does not move stays the same object, and one object becomes one object: a writer tells calls by their places. */
  of<T>(value: T): T {
    return this.changes.size === 0 ? value : (this.move(value) as T);
  }

  /** The same for requests, of which most have nothing in the cell that is edited. */
  ofRequest(request: JobRequest): JobRequest {
    const cells = cellsOf(request);
    if (!this.changesAny(cells)) return request;
    const moved = this.of(request);
    knownCells.set(moved, cells);
    return moved;
  }

  /** What `of` has made of a value. */
  known(value: object): unknown {
    return this.moved.get(value);
  }

  /** Whether `now` says what `before` said, at the places that have become of its places. */
  isSame(now: unknown, before: unknown): boolean {
    if (now === before && (typeof now !== "object" || now === null || this.changes.size === 0)) return true;
    if (typeof now !== "object" || typeof before !== "object" || now === null || before === null)
      return false;
    if (this.same.get(now) === before) return true;
    if (!this.hasSame(now, before)) return false;
    this.same.set(now, before);
    return true;
  }

  private hasSame(now: object, before: object): boolean {
    if (Array.isArray(now)) {
      if (!Array.isArray(before) || now.length !== before.length) return false;
      return now.every((item, index) => this.isSame(item, before[index]));
    }
    if (now instanceof Map) {
      if (!(before instanceof Map) || now.size !== before.size) return false;
      // In another order the fields of a message would be, too
      const others = before.entries();
      for (const [key, value] of now as ReadonlyMap<unknown, unknown>) {
        const other = others.next().value as readonly [unknown, unknown];
        if (key !== other[0] || !this.isSame(value, other[1])) return false;
      }
      return true;
    }
    if (Array.isArray(before) || before instanceof Map) return false;
    const keys = Object.keys(now);
    if (keys.length !== Object.keys(before).length) return false;
    const [members, others] = [now, before] as Record<string, unknown>[];
    if (!members || !others) return false;
    if (isPlace(now) && isPlace(before)) {
      const change = now.cell === before.cell ? this.changes.get(now.cell) : undefined;
      if (change) {
        const { from, to } = carryOver(change, before.from, before.to);
        return from === now.from && to === now.to;
      }
    }
    return keys.every(
      (key) =>
        Object.hasOwn(others, key) &&
        (isData(key, members) ? unmoved : this).isSame(members[key], others[key]),
    );
  }

  changesAny(cells: ReadonlySet<number>): boolean {
    for (const cell of this.changes.keys()) if (cells.has(cell)) return true;
    return false;
  }

  private move(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    const known = this.moved.get(value);
    if (known !== undefined) return known;
    const moved = isPlace(value) ? this.movePlace(value) : this.copy(value);
    this.moved.set(value, moved);
    return moved;
  }

  private movePlace(place: Span): Span {
    const change = this.changes.get(place.cell);
    if (!change || place.to <= change.from) return place;
    return { cell: place.cell, ...carryOver(change, place.from, place.to) };
  }

  private copy(value: object): unknown {
    if (Array.isArray(value)) {
      const items = value.map((item) => this.move(item));
      return items.some((item, index) => item !== value[index]) ? items : value;
    }
    if (value instanceof Map) {
      let copy: Map<unknown, unknown> | undefined;
      (value as ReadonlyMap<unknown, unknown>).forEach((inner, key) => {
        const moved = this.move(inner);
        if (moved !== inner) (copy ??= new Map(value)).set(key, moved);
      });
      return copy ?? value;
    }
    const members = value as Record<string, unknown>;
    let copy: Record<string, unknown> | undefined;
    for (const key in members) {
      if (isData(key, members)) continue;
      const inner = members[key];
      const moved = this.move(inner);
      if (moved !== inner) (copy ??= { ...members })[key] = moved;
    }
    return copy ?? value;
  }
}

/** Nothing is elsewhere than it was. */
export const unmoved = new Moves(new Map());

const knownCells = new WeakMap<JobRequest, ReadonlySet<number>>();

/** The cells that a request has places in. */
export function cellsOf(request: JobRequest): ReadonlySet<number> {
  let cells = knownCells.get(request);
  if (!cells) {
    const found = new Set<number>();
    collectCells(request, found, new Set());
    cells = found;
    knownCells.set(request, cells);
  }
  return cells;
}

function collectCells(value: unknown, cells: Set<number>, seen: Set<object>): void {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  if (isPlace(value)) {
    cells.add(value.cell);
    return;
  }
  seen.add(value);
  if (Array.isArray(value)) for (const item of value) collectCells(item, cells, seen);
  else if (value instanceof Map) for (const inner of value.values()) collectCells(inner, cells, seen);
  else {
    const members = value as Record<string, unknown>;
    for (const key of Object.keys(members))
      if (!isData(key, members)) collectCells(members[key], cells, seen);
  }
}

function isPlace(value: object): value is Span {
  const { cell, from, to } = value as Record<string, unknown>;
  return typeof cell === "number" && typeof from === "number" && typeof to === "number";
}

/** What the author sends may look like anything, a place too: a field's value, a change's, an edit's. */
function isData(key: string, holder: Record<string, unknown>): boolean {
  switch (key) {
    case "value":
      return !("valueSpan" in holder);
    case "values":
      return holder.kind !== "either";
    case "to":
    case "evidence":
      return true;
    default:
      return false;
  }
}
