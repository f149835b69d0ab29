import { isFile } from "./file-calls.js";
import type { Statement } from "./ast.js";
import { assignTarget } from "./assign.js";
import { mostRounds } from "./comprehension.js";
import { collapse, type Context, type Landing } from "./context.js";
import { elements, evaluate } from "./expression.js";
import { forget, forgetInside } from "./earlier-rounds.js";
import { contentsOf, taken } from "./held.js";
import { emptied } from "./journal.js";
import { LoopHead } from "./loop-head.js";
import { unknown, type HeapObject, type MachineValue } from "./machine.js";
import { truth } from "./operators.js";
import { sameHeapObject, sameValue } from "./same.js";
import { joinValues, State } from "./state.js";
import { execute } from "./statement.js";
import { followYields, goOnUnfollowed, mayLeaveBy } from "./yielding.js";

/** A loop that still changes something new after so many rounds is too much to follow. */
const mostRehearsals = 60;

interface Loop {
  /** What each round begins with: the test, or binding the next item; false when the body is not entered. */
  readonly enter: () => boolean | undefined;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
  /** The test, which is evaluated once more when the loop ends. */
  readonly test?: () => boolean | undefined;
}

export function whileStatement(
  { test, body, otherwise }: Extract<Statement, { kind: "while" }>,
  context: Context,
): boolean {
  const evaluated = () => truth(evaluate(test, context), context);
  const before = context.state;
  context.state = before.fork();
  const never = evaluated() === false;
  if (never) before.commit(context.state);
  context.state = before;
  if (never) return execute(otherwise, context);
  return loop({ enter: evaluated, body, otherwise, test: evaluated }, context);
}

type ForStatement = Extract<Statement, { kind: "for" }>;

export function forStatement(statement: ForStatement, context: Context): boolean {
  const afterGenerator = overGenerator(statement, context);
  if (afterGenerator !== undefined) return afterGenerator;
  const over = evaluate(statement.iterable, context);
  const { items, open } = elements(over, context);
  if (open && isPlainList(over, context))
    return loopOver(statement, () => oneOf(listedIn(over, context), context), context);
  if (open) {
    context.leak(over);
    if (isFile(over, context)) context.escape([over]);
    return loopOverUnknown(statement, context);
  }
  if (items.length > mostRounds) {
    const item = oneOf(items, context);
    return loopOver(statement, () => item, context);
  }
  const iterated = sources(over, context);
  const before = context.state;
  const running = before.fork();
  const breaks: Landing = { base: before, arrived: [] };
  const outer = { breaks: context.breaks, continues: context.continues };
  let goesOn = true;
  let changed = false;
  for (const item of items) {
    goesOn = runRound(statement, item, running, breaks, context);
    if (!goesOn) break;
    changed = iterated(running);
    if (changed) break;
  }
  Object.assign(context, outer);
  const ends = [...breaks.arrived];
  context.state = running;
  if (goesOn) {
    if (changed) context.escape(items.filter(isMutable));
    const ended = changed ? loopOverUnknown(statement, context) : execute(statement.otherwise, context);
    if (ended) ends.push(collapse(context.state, before));
  }
  context.state = before;
  return before.settle(ends);
}

/** The body with one of the items; the state is what holds before it, and then after it. False: nothing comes after it. */
function runRound(
  { target, body }: ForStatement,
  item: MachineValue,
  state: State,
  breaks: Landing,
  context: Context,
): boolean {
  const continues: Landing = { base: state, arrived: [] };
  context.state = state.fork();
  context.breaks = breaks;
  context.continues = continues;
  assignTarget(target, item, context);
  const ends = execute(body, context) ? [collapse(context.state, state)] : [];
  return state.settle([...ends, ...continues.arrived]);
}

/**
 * `for x in f(…)`, of a generator function of the notebook: the body is run where it yields.
 *
 * @returns Whether anything comes after the loop; undefined: it is another one.
 */
function overGenerator(statement: ForStatement, context: Context): boolean | undefined {
  const { iterable, body, otherwise } = statement;
  if (iterable.kind !== "call") return undefined;
  const before = context.state;
  const breaks: Landing = { base: before, arrived: [] };
  const run = (item: MachineValue): boolean => {
    const { state } = context;
    const goesOn = runRound(statement, item, state, breaks, context);
    context.state = state;
    return goesOn;
  };
  const use = mayLeaveBy(body, ["return", "break"]) ? "loop that may be left" : "loop";
  context.state = before.fork();
  const isAtEnd = followYields(iterable, use, run, context);
  const ends = [...breaks.arrived];
  if (isAtEnd === true && execute(otherwise, context)) ends.push(collapse(context.state, before));
  context.state = before;
  return isAtEnd === undefined ? undefined : before.settle(ends);
}

function loopOverUnknown(statement: ForStatement, context: Context): boolean {
  const goOn = goOnUnfollowed(statement.iterable, context);
  const item = () => {
    goOn?.();
    return anyItem;
  };
  return loopOver(statement, item, context);
}

/** Each round gets what `item` gives then, and nobody knows how many rounds there are. */
function loopOver(
  { target, body, otherwise }: ForStatement,
  item: () => MachineValue,
  context: Context,
): boolean {
  const enter = () => {
    assignTarget(target, item(), context);
    return undefined;
  };
  return loop({ enter, body, otherwise }, context);
}

const anyItem = unknown("it is one of the items of a loop");

function oneOf(items: readonly MachineValue[], context: Context): MachineValue {
  const mutable = items.flatMap((one) => (one.kind === "either" ? one.values : [one])).filter(isMutable);
  if (mutable.length <= mostRounds) return mutable.length > 0 ? joinValues([...mutable, anyItem]) : anyItem;
  context.escape(mutable);
  return anyItem;
}

/** What is in a list, and what may be. */
function listedIn(list: MachineValue, context: Context): readonly MachineValue[] {
  const object = context.object(list);
  return object?.kind === "list" ? [...object.items, ...taken(object.held, context)] : [];
}

function isPlainList(value: MachineValue, context: Context): boolean {
  const object = context.object(value);
  return object?.kind === "list" && object.gives === undefined;
}

function isMutable({ kind }: MachineValue): boolean {
  return kind === "reference" || kind === "tuple";
}

/** Whether the list or dict that is gone over has been changed meanwhile. */
function sources(over: MachineValue, context: Context, withValues = false): (now: State) => boolean {
  const first = over.kind === "reference" ? context.state.object(over.id) : undefined;
  if (over.kind !== "reference" || !first) return () => false;
  if ((first.kind === "list" || first.kind === "set") && first.gives) {
    const inner = (first.gives.of ?? []).map((one) =>
      sources(one, context, first.gives?.withValues === true),
    );
    return (now) => inner.some((changed) => changed(now));
  }
  return (now) => {
    const object = now.object(over.id);
    if (object === first) return false;
    if (
      !withValues &&
      first.kind === "dict" &&
      object?.kind === "dict" &&
      !object.open &&
      object.unordered !== true
    ) {
      // Only its keys are gone over
      const keys = [...object.entries.keys()];
      return (
        keys.length !== first.entries.size ||
        [...first.entries.keys()].some((key, index) => keys[index] !== key)
      );
    }
    return object === undefined || !sameHeapObject(first, object);
  };
}

/**
 * A loop of unknown length: tried out until what it changes is known, each changed thing being unknown or open
 * afterwards. False when nothing comes after it.
 */
function loop({ enter, body, otherwise, test }: Loop, context: Context): boolean {
  const before = context.state;
  const head = new LoopHead(before);
  const outer = { breaks: context.breaks, continues: context.continues };
  const serial = context.serial;
  let last = serial;
  const round = (): { ends: State[]; breaks: readonly State[]; left: boolean } => {
    context.serial = serial;
    context.state = head.fork();
    const breaks: Landing = { base: head, arrived: [] };
    const continues: Landing = { base: head, arrived: [] };
    context.breaks = breaks;
    context.continues = continues;
    const entered = enter();
    const ends = entered !== false && execute(body, context) ? [collapse(context.state, head)] : [];
    last = Math.max(last, context.serial);
    return { ends: [...ends, ...continues.arrived], breaks: breaks.arrived, left: entered !== true };
  };
  const { ends, breaks, left } = rehearse(
    head,
    round,
    (tried) => [...tried.ends, ...tried.breaks],
    context,
    serial,
  );
  context.serial = last;
  Object.assign(context, outer);

  const exits = breaks.map((state) => collapse(state, before));
  // It ends before the first round or after some round, once the test fails
  const over = before.fork();
  over.join([over.fork(), ...ends.map((end) => rebase(collapse(end, before), over))]);
  context.state = over;
  context.rehearsals++;
  const stays = test?.();
  context.rehearsals--;
  if (left && stays !== true && execute(otherwise, context)) exits.push(collapse(context.state, before));
  context.state = before;
  return before.settle(exits);
}

/**
 * Does something any number of times, and records it once.
 *
 * @param when "later": it may be done again by whatever follows, so that nothing of the last time is certain.
 */
export function anyNumberOfTimes(run: () => void, context: Context, when: "now" | "later"): void {
  const before = context.state;
  const head = new LoopHead(before);
  const outer = { breaks: context.breaks, continues: context.continues, returns: context.returns };
  const { serial } = context;
  let last = serial;
  const round = (): State => {
    context.serial = serial;
    context.state = head.fork();
    run();
    last = Math.max(last, context.serial);
    return collapse(context.state, head);
  };
  const inLoop = context.rehearsals > 0;
  const recorded = rehearse(head, round, (end) => [end], context, serial);
  context.serial = last;
  Object.assign(context, outer);
  context.state = before;
  before.join([before.fork(), collapse(when === "now" && !inLoop ? recorded : head, before)]);
}

/**
 * Runs rounds until they change nothing more; what they change is unknown at the head then. Only what the last round
 * records is true of all of them.
 */
function rehearse<Round>(
  head: LoopHead,
  round: () => Round,
  endsOf: (round: Round) => readonly State[],
  context: Context,
  serial: number,
): Round {
  for (let rehearsal = 0; ; rehearsal++) {
    const forget = context.mark();
    let isLast = false;
    const returned = context.returns?.arrived.length;
    head.beginRound();
    try {
      const tried = round();
      const isRead = head.readsOfRound();
      // Whoever has left the loop has names as they were at its head
      const isLeft = context.returns?.arrived.length !== returned || context.yields !== undefined;
      isLast = !widen(head, endsOf(tried), rehearsal > 0, isLeft ? () => true : isRead, { context, serial });
      if (isLast) return tried;
    } finally {
      if (!isLast) forget();
    }
    if (rehearsal >= mostRehearsals) throw new RangeError("a loop that goes on changing things");
  }
}

/**
 * Joins what a round of a loop changed into the state at its head; true when that changed anything that makes another round
 * a different one.
 *
 * @param isRead Whether a round looks at what a name is at its head.
 */
function widen(
  head: LoopHead,
  ends: readonly State[],
  forGood: boolean,
  isRead: (key: string) => boolean,
  since: { readonly context: Context; readonly serial: number },
): boolean {
  const why = "it changes in a loop";
  let changed = false;
  const joined = head.fork();
  joined.join([joined.fork(), ...ends.map((end) => rebase(end, joined))]);
  const first = (since.context.home + 1) * 1_000_000 + since.serial;
  for (const [key, end] of joined.names) {
    const value = forget(end, first, since.serial);
    const old = head.name(key);
    if (old && (old.kind === "unknown" || sameValue(old, value))) continue;
    changed ||= isRead(key);
    head.setName(key, forGood ? unknown(why) : value);
  }
  for (const [id, end] of joined.heap) {
    if (id >= first && id < first + 1_000_000 - since.serial) continue; // made in this round, for this round
    const object = forgetInside(end, first, since.serial);
    const old = head.object(id);
    if (old && (sameHeapObject(old, object) || isSpent(old, object))) continue;
    changed = true;
    head.setObject(id, forGood ? { ...emptied(object, why), open: true } : object);
  }
  return changed;
}

/** Nothing is known of it any more that a further change could make wrong. */
function isSpent(old: HeapObject, object: HeapObject): boolean {
  if (old.kind !== object.kind || !old.open) return false;
  const held = new Set(contentsOf(old));
  if (!contentsOf(object).every((id) => held.has(id))) return false;
  if (old.kind === "dict") return old.entries.size === 0;
  if (old.kind === "instance")
    return (
      [...old.members.values()].every((member) => member.kind === "function" || mayBeUnknown(member)) &&
      object.kind === "instance" &&
      [...object.members.keys()].every((name) => old.members.has(name))
    );
  return old.items.length === 0;
}

function mayBeUnknown(value: MachineValue): boolean {
  return value.kind === "unknown" || (value.kind === "either" && value.values.some(mayBeUnknown));
}

function rebase(state: State, parent: State): State {
  const copy = new State(parent);
  copy.commit(state);
  return copy;
}
