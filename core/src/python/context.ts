import type { FunctionNode, Place } from "./ast.js";
import type { Budget } from "./budget.js";
import type { Library } from "./library.js";
import { unknown, type Definition, type Frame, type HeapObject, type MachineValue } from "./machine.js";
import { freezeRecord, type Recorded } from "./freeze.js";
import { holding, references, type Held } from "./held.js";
import { emptied, type Journal } from "./journal.js";
import type { ShellRecordAt, WrittenRecord } from "./record.js";
import { joinValues, State } from "./state.js";
import { followMethodPerhaps, followPerhaps } from "./unfollowed.js";
import type { FileLog } from "./surroundings.js";
import type { TextVersion, WrittenSpan } from "./text-version.js";
import { sizeOf } from "./tuple-size.js";

/** Where `return`, `break` and `continue` lead: the states that arrive there, all children of `base`. */
export interface Landing {
  readonly base: State;
  readonly arrived: State[];
}
export interface FunctionLanding extends Landing {
  readonly values: MachineValue[];
}

/** A function, which is another one each time that the statement or expression that makes it runs. */
export type Followed = Pick<Definition, "body" | "frame">;

/** No number that anything is given. */
const keptByUnknown = 0;

/** Of a list, a set, a dict or a tuple: one that doubles again and again has no end. */
export const mostItems = 5_000;

/** One run of the evaluator over one cell (or one function that no cell calls). */
export class Context {
  state: State;
  frame: Frame;
  depth = 0;
  /** The functions that are being followed. */
  readonly stack: Followed[] = [];
  readonly records: WrittenRecord[] = [];
  /** What shells are told to run. */
  readonly commands: ShellRecordAt<WrittenSpan>[] = [];
  /** Functions that were followed at a call. */
  readonly called = new Set<FunctionNode>();
  /** Functions that were defined, to be read once if no call follows them. */
  readonly defined: MachineValue[] = [];
  returns: FunctionLanding | undefined;
  breaks: Landing | undefined;
  continues: Landing | undefined;
  /** What is done at a `yield` of the function that is followed; false: nothing comes after it. */
  yields: ((value: MachineValue) => boolean) | undefined;
  /** Of each `try` around. */
  readonly journals: Journal[] = [];
  /** Of each `try` around, the exceptions after which the notebook goes on. */
  readonly caught: (readonly string[])[] = [];
  /** So many branches around are perhaps not taken. */
  undecided = 0;
  /** Above zero while a call on such a branch is followed for one of the things that its receiver may be. */
  choices = 0;
  /** The bodies of functions that are run only to see what they may change. */
  readonly unfollowed = new Set<unknown>();
  /** Something of a library's was replaced, perhaps on another branch; undefined: nobody has looked. */
  hasReplaced: boolean | undefined;
  /** Above zero while something is only tried out: calls are not recorded then. */
  rehearsals = 0;
  cell: number;
  /** The last call that the notebook itself makes. */
  calledAt: WrittenSpan | undefined;
  /** Set back by loops, so that each round gives its objects the same numbers. */
  serial = 0;
  /** Another number at each statement. */
  moment: number;

  constructor(
    state: State,
    readonly home: number,
    readonly globals: Frame,
    readonly library: Library,
    /** The text that the syntax at hand was read from. */
    public version: TextVersion,
    readonly budget: Budget,
    readonly files: FileLog,
  ) {
    this.state = state;
    this.frame = globals;
    this.cell = home;
    this.moment = home * 1_000_000_000;
  }

  step(): void {
    this.budget.step();
  }

  /** What is written in a module beside the notebook is shown where the notebook calls it. */
  span({ from, to }: Place): WrittenSpan {
    if (this.cell < 0 && this.calledAt) return this.calledAt;
    return { cell: this.cell, start: from, end: to, version: this.version };
  }

  /** A number that no other cell gives out, and that the same cell gives out again when it is run again. */
  serialNumber(): number {
    return (this.home + 1) * 1_000_000 + this.serial++;
  }

  allocate(made: HeapObject): MachineValue {
    const id = this.serialNumber();
    const object = this.followed(made);
    this.state.setObject(id, object);
    for (const journal of this.journals) journal.made(id, object);
    return object.span ? { kind: "reference", id, span: object.span } : { kind: "reference", id };
  }

  object(value: MachineValue): HeapObject | undefined {
    return value.kind === "reference" ? this.state.object(value.id) : undefined;
  }

  /** Changes what `value` refers to; when it may be one of several, each is changed perhaps. */
  update(value: MachineValue, change: (object: HeapObject) => HeapObject): void {
    if (value.kind === "reference") {
      const object = this.state.object(value.id);
      if (object) this.setObject(value.id, change(object));
    } else if (value.kind === "either") {
      this.perhaps(() => {
        for (const one of value.values) this.update(one, change);
      });
    }
  }

  /** Runs something that happens on one branch and not on another. */
  perhaps(run: () => void): void {
    const before = this.state;
    const branch = before.fork();
    this.state = branch;
    run();
    this.state = before;
    before.join([branch, before.fork()]);
  }

  lookup(name: string): MachineValue | undefined {
    return this.state.name(keyIn(this.frameOf(name), name));
  }

  assign(name: string, value: MachineValue): void {
    const frame = this.frameOf(name);
    this.setName(keyIn(frame, name), value, frame);
  }

  /** The names of the notebook, or of the module that the code is in, whatever is local here. */
  assignGlobal(name: string, value: MachineValue): void {
    const root = rootOf(this.frame);
    this.setName(keyIn(root, name), value, root);
  }

  globalName(name: string): MachineValue | undefined {
    return this.state.name(keyIn(rootOf(this.frame), name));
  }

  setName(key: string, value: MachineValue, frame = this.globals): void {
    this.state.setName(key, value);
    for (const journal of this.journals) journal.assigned(key, value, frame);
  }

  private setObject(id: number, changed: HeapObject): void {
    const object = this.followed(changed);
    this.state.setObject(id, object);
    for (const journal of this.journals) journal.changed(id, object);
  }

  /** A tuple, as far as it is followed. */
  tuple(items: readonly MachineValue[], span?: WrittenSpan): MachineValue {
    const tuple: MachineValue = span ? { kind: "tuple", items, span } : { kind: "tuple", items };
    if (sizeOf(items) <= mostItems) return tuple;
    this.leak(tuple);
    return unknown("it is too long to follow", span);
  }

  /** The object, or what is left of it where it has more in it than is followed: what it holds, at no known place. */
  private followed(object: HeapObject): HeapObject {
    if (object.kind === "instance") return object;
    if ((object.kind === "dict" ? object.entries.size : object.items.length) <= mostItems) return object;
    const values = object.kind === "dict" ? [...object.entries.values()] : object.items;
    const open = object.kind === "dict" ? { ...object, entries: new Map() } : { ...object, items: [] };
    return holding({ ...open, open: true }, this.holdable(values));
  }

  /** The frame that a name belongs to here. */
  frameOf(name: string): Frame {
    let frame = this.frame;
    while (frame.parent) {
      if (frame.globals?.has(name) === true) return rootOf(frame);
      if (!frame.locals || frame.locals.has(name)) return frame;
      frame = frame.parent;
    }
    return frame;
  }

  /** The result forgets what is recorded from here on. */
  mark(): () => void {
    const { records, commands, defined, called } = this;
    const [calls, shells, functions, followed] = [
      records.length,
      commands.length,
      defined.length,
      called.size,
    ];
    return () => {
      records.length = calls;
      commands.length = shells;
      defined.length = functions;
      for (const one of [...called].slice(followed)) called.delete(one);
    };
  }

  recordShell(record: ShellRecordAt<WrittenSpan>): void {
    if (this.rehearsals === 0) this.commands.push(record);
  }

  record(record: Recorded): void {
    if (this.rehearsals > 0) return;
    const caught = this.caught.flat();
    let { site } = record;
    if (caught.length > 0) site = { ...site, caught };
    if (this.choices > 0) site = { ...site, ofOneOfSeveral: true };
    this.records.push(freezeRecord(site === record.site ? record : { ...record, site }, this.state));
  }

  /** Applies `each` to every alternative of `value`; alternatives that are not there end the program and do not count. */
  each(value: MachineValue, each: (value: MachineValue) => MachineValue): MachineValue {
    if (value.kind !== "either") return each(value);
    const present = value.values.filter(({ kind }) => kind !== "absent");
    return present.length === 0 ? unknown("it is not there") : joinValues(present.map(each));
  }

  /**
   * These were put into something unknown, which alone changes nothing: what is done to something unknown later may be
   * done to them. Not objects, of which a library seldom changes one that it is given.
   */
  keep(values: readonly MachineValue[]): void {
    const added = values
      .flatMap((value) => (value.kind === "either" ? value.values : [value]))
      .flatMap((value) => (value.kind === "tuple" ? value.items : [value]))
      .flatMap((value) => {
        const kind = this.object(value)?.kind;
        return value.kind === "reference" && kind !== undefined && kind !== "instance" ? [value.id] : [];
      });
    const known = this.state.object(keptByUnknown);
    const held = known && known.kind !== "instance" ? (known.held ?? []) : [];
    const others = added.filter((id) => !held.includes(id));
    if (others.length === 0) return;
    this.setObject(keptByUnknown, { kind: "list", items: [], held: [...held, ...others], open: true });
  }

  /**
   * These go into a container at a place that is not known: the objects are held there. What is in a tuple is not known
   * where that is taken out.
   */
  holdable(values: readonly MachineValue[]): Held {
    const all = values.flatMap((value) => (value.kind === "either" ? value.values : [value]));
    this.escape(all.filter(({ kind }) => kind === "tuple"));
    return all.flatMap((value) => (value.kind === "reference" ? [value.id] : []));
  }

  /** Something unknown was perhaps changed. */
  changeUnknown(seen = new Set<number>()): void {
    const kept = this.state.object(keptByUnknown);
    if (kept && kept.kind !== "instance" && kept.held) this.escape(references(kept.held), seen);
  }

  /** Code that is not followed had these in hand: mutable ones may hold anything now. */
  escape(values: readonly MachineValue[], seen = new Set<number>()): void {
    const why = "it was passed to code that is not followed";
    for (const value of values) {
      if (value.kind === "unknown") this.changeUnknown(seen);
      if (value.kind === "either") this.escape(value.values, seen);
      if (value.kind === "tuple") this.escape(value.items, seen);
      if (value.kind === "method") {
        followMethodPerhaps(value.self, value.name, this);
        this.escape([value.self], seen);
      }
      if (value.kind === "function") followPerhaps(value.definition, undefined, this);
      if (value.kind !== "reference" || seen.has(value.id)) continue;
      seen.add(value.id);
      const object = this.state.object(value.id);
      if (!object) continue;
      if (object.kind === "instance") {
        this.escape([...object.members.values()], seen);
        if (typeof object.type === "string" && this.library.isFixed(object.type)) continue;
        const members = new Map(
          [...object.members].map(([name, member]) => [name, perhapsChanged(member, why)]),
        );
        this.setObject(value.id, { ...object, members, open: true });
      } else if (object.kind === "dict") {
        this.escape([...object.entries.values(), ...references(object.held)], seen);
        this.setObject(value.id, { ...emptied(object, why), open: true });
      } else {
        this.escape([...object.items, ...references(object.held)], seen);
        this.setObject(value.id, { ...emptied(object, why), open: true });
      }
    }
  }

  /** What any name of the notebook holds may have been changed. */
  escapeNames(): void {
    const values = [...this.state.keys()].map((key) =>
      key.startsWith(":") ? this.state.name(key) : undefined,
    );
    this.escape(values.filter((value) => value !== undefined));
  }

  /** Something unknown may be one of the things inside these: what is done to it is done to them. */
  leak(...values: readonly MachineValue[]): void {
    for (const value of values) {
      if (value.kind === "either") this.leak(...value.values);
      else if (value.kind === "tuple") this.escape(value.items.filter(isMutable));
      else if (value.kind === "method") this.escape([value.self]);
      const object = this.object(value);
      if (!object) continue;
      const inside =
        object.kind === "dict" ? object.entries : object.kind === "instance" ? object.members : object.items;
      this.escape([...inside.values()].filter(isMutable));
      if (object.kind !== "instance") this.escape(references(object.held));
    }
  }
}

/** Where a state has the name. */
function keyIn(frame: Frame, name: string): string {
  if (frame.parent) return `${frame.id}:${name}`;
  // The same text each time, whose hash is known then
  const keys = (frame.keys ??= new Map());
  let key = keys.get(name);
  if (key === undefined) keys.set(name, (key = `${frame.id}:${name}`));
  return key;
}

/** The names of the notebook, or of the module that the frame is in. */
function rootOf(frame: Frame): Frame {
  let root = frame;
  while (root.parent) root = root.parent;
  return root;
}

/** The value or another one; None was perhaps never meant to stay, and is no branch of its own. */
function perhapsChanged(value: MachineValue, why: string): MachineValue {
  return value.kind === "constant" && value.data === null ? unknown(why) : joinValues([value, unknown(why)]);
}

/** Not a function: who gets at one inside a list seldom calls it. */
function isMutable({ kind }: MachineValue): boolean {
  return kind === "reference" || kind === "tuple" || kind === "either";
}

/** The changes between `state` and its ancestor `base` in one child of `base`. */
export function collapse(state: State, base: State): State {
  if (state.parent === base) return state;
  const layers: State[] = [];
  for (let layer: State | undefined = state; layer && layer !== base; layer = layer.parent)
    layers.push(layer);
  const result = new State(base);
  for (const layer of layers.reverse()) result.commit(layer);
  return result;
}
