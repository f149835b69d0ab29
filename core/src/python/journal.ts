import type { Frame, HeapObject, MachineValue } from "./machine.js";
import { contentsOf, holding } from "./held.js";
import { unknown } from "./machine.js";
import { sameValue } from "./same.js";
import { joinValues, type State } from "./state.js";

const mostValues = 4;
const why = "it depends on where the try block failed";

/** All that is assigned and changed in the body of a `try`, which may end anywhere. */
export class Journal {
  private readonly names = new Map<string, MachineValue[]>();
  private readonly heap = new Map<
    number,
    { object: HeapObject; changed: boolean; readonly held: Set<number> }
  >();

  /** @param frame That of the `try` statement; the locals of the functions that it calls are gone with them. */
  constructor(private readonly frame: Frame) {}

  assigned(key: string, value: MachineValue, frame: Frame): void {
    if (frame.parent && frame.captured !== true && frame !== this.frame) return;
    const values = this.names.get(key);
    if (!values) this.names.set(key, [value]);
    else if (values.length <= mostValues && !values.some((one) => sameValue(one, value))) values.push(value);
  }

  made(id: number, object: HeapObject): void {
    this.put(id, object, this.heap.has(id));
  }

  changed(id: number, object: HeapObject): void {
    this.put(id, object, true);
  }

  private put(id: number, object: HeapObject, changed: boolean): void {
    const known = this.heap.get(id);
    const held = known?.held ?? new Set();
    if (changed) for (const one of contentsOf(object)) held.add(one);
    this.heap.set(id, { object, changed, held });
  }

  /** What may hold when the body was left somewhere in the middle: a child of the state before it. */
  interrupted(before: State): State {
    const state = before.fork();
    for (const [key, values] of this.names) {
      const others = values.length > mostValues ? [...values, unknown(why)] : values;
      state.setName(key, joinValues([before.name(key) ?? { kind: "absent" }, ...others]));
    }
    for (const [id, { object, changed, held }] of this.heap) {
      const old = before.object(id);
      const left = changed ? { ...emptied(withOld(object, old), why), open: true } : object;
      state.setObject(id, changed ? holding(left, [...held], contentsOf(old)) : left);
    }
    return state;
  }
}

/** Each attribute as it is, or as it was before, if it was there. */
function withOld(object: HeapObject, old: HeapObject | undefined): HeapObject {
  if (object.kind !== "instance" || old?.kind !== "instance") return object;
  const absent = { kind: "absent" } as const;
  const members = new Map(
    [...object.members].map(([name, member]) => [
      name,
      joinValues([old.members.get(name) ?? absent, member]),
    ]),
  );
  return { ...object, members };
}

/** What is left of an object that may have been changed in the middle. */
export function emptied(object: HeapObject, reason: string): HeapObject {
  if (object.kind === "dict") return { ...object, entries: new Map(), held: contentsOf(object) };
  if (object.kind !== "instance") return { ...object, items: [], held: contentsOf(object) };
  return {
    ...object,
    members: new Map(
      // Nobody puts other functions into a class
      [...object.members].map(([name, member]) => [
        name,
        member.kind === "function" ? member : joinValues([member, unknown(reason)]),
      ]),
    ),
  };
}
