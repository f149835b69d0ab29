import type { Span } from "../notebook/span.js";
import type { CallRecord, WrittenRecord } from "../python/record.js";
import type { Value } from "../python/value.js";
import { unmoved, type Moves } from "../requests/moves.js";
import type { JobRequest } from "../requests/request.js";

/** What a call was read as, and what that rests on besides the call itself. */
export interface Reading {
  readonly requests: readonly JobRequest[];
  readonly basis?: Basis;
}

/** What was looked up of the calls around it. */
export interface Basis {
  /** The object that the call was read with, where that is another than it was called on. */
  readonly sender?: Value;
  /** Where objects were made. */
  readonly places: readonly Span[];
  /** What was looked up of each. */
  readonly found: readonly Found[];
}

export interface Found {
  /** The calls that made the object there. */
  readonly made?: readonly (WrittenRecord | undefined)[];
  /** The methods that are called on it. */
  readonly methods?: ReadonlySet<string>;
  /** The call of another's method that made it. */
  readonly maker?: readonly (WrittenRecord | undefined)[];
}

/**
 * What was read of calls, from one check to the next. A call whose places have moved is a new object with the same origin;
 * what was read of it moves with it, and is not read again because something else is another.
 */
export class KnownReadings {
  private origins = new Map<CallRecord, WrittenRecord>();
  private before = new Map<WrittenRecord, Map<object, Reading>>();
  private now = new Map<WrittenRecord, Map<object, Reading>>();
  private moves = unmoved;

  /**
   * These are read next. What is not asked for of them is forgotten.
   *
   * @param calls The same as they are now.
   * @param moves From what was read last to this; undefined: nothing of it can be used.
   */
  begin(records: readonly WrittenRecord[], calls: readonly CallRecord[], moves: Moves | undefined): void {
    this.before = moves ? this.now : new Map<WrittenRecord, Map<object, Reading>>();
    this.moves = moves ?? unmoved;
    this.now = new Map();
    this.origins = new Map();
    for (const [index, record] of records.entries()) {
      const call = calls[index];
      if (call) this.origins.set(call, record);
    }
  }

  /** Nothing else is read: all has at most moved. */
  follow(moves: Moves): void {
    for (const ofCall of this.now.values())
      for (const [as, reading] of ofCall)
        ofCall.set(as, { requests: movedRequests(reading, moves), ...movedBasis(reading, moves) });
  }

  originOf(call: CallRecord): WrittenRecord | undefined {
    return this.origins.get(call);
  }

  /**
   * What was read of the call the last time, if it still holds.
   *
   * @param as What it was read as: a call may be several things.
   */
  of(call: CallRecord, as: object, holds: (basis: Basis) => boolean): readonly JobRequest[] | undefined {
    const origin = this.origins.get(call);
    const read = origin && this.now.get(origin)?.get(as);
    if (read) return !read.basis || holds(read.basis) ? read.requests : undefined;
    const before = origin && this.before.get(origin)?.get(as);
    if (!before) return undefined;
    const moved = movedBasis(before, this.moves);
    if (moved.basis && !holds(moved.basis)) return undefined;
    const requests = movedRequests(before, this.moves);
    this.keep(call, as, { requests, ...moved });
    return requests;
  }

  keep(call: CallRecord, as: object, reading: Reading): void {
    const origin = this.origins.get(call);
    if (!origin) return;
    const ofCall = this.now.get(origin);
    if (ofCall) ofCall.set(as, reading);
    else this.now.set(origin, new Map([[as, reading]]));
  }
}

function movedRequests({ requests }: Reading, moves: Moves): readonly JobRequest[] {
  return requests.map((one) => moves.ofRequest(one));
}

function movedBasis({ basis }: Reading, moves: Moves): Pick<Reading, "basis"> {
  if (!basis) return {};
  return { basis: { ...basis, places: moves.of(basis.places) } };
}
