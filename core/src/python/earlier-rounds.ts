import { heldWhere } from "./held.js";
import { unknown, type HeapObject, type MachineValue } from "./machine.js";
import { joinValues } from "./state.js";

/** What a round made is another thing than what the next round makes in the same place. */
export function forget(value: MachineValue, first: number, serial: number): MachineValue {
  const inner = (one: MachineValue) => forget(one, first, serial);
  switch (value.kind) {
    case "reference":
      return value.id >= first && value.id < first + 1_000_000 - serial
        ? unknown("it was made in an earlier round of a loop")
        : value;
    case "tuple":
      return value.items.some((item) => inner(item) !== item)
        ? { ...value, items: value.items.map(inner) }
        : value;
    case "either":
      return value.values.some((one) => inner(one) !== one) ? joinValues(value.values.map(inner)) : value;
    case "method":
      return inner(value.self) === value.self ? value : unknown("it was made in an earlier round of a loop");
    case "function":
      return value.definition.frame.serial !== undefined && value.definition.frame.serial >= serial
        ? unknown("it was made in an earlier round of a loop")
        : value;
    default:
      return value;
  }
}

/** The same of all that an object has in it. */
export function forgetInside(whole: HeapObject, first: number, serial: number): HeapObject {
  const object = withoutHeld(whole, first, serial);
  const inner = (one: MachineValue) => forget(one, first, serial);
  if (object.kind === "dict") {
    return [...object.entries.values()].some((one) => inner(one) !== one)
      ? { ...object, entries: new Map([...object.entries].map(([key, one]) => [key, inner(one)])) }
      : object;
  }
  if (object.kind === "instance") {
    return [...object.members.values()].some((one) => inner(one) !== one)
      ? { ...object, members: new Map([...object.members].map(([key, one]) => [key, inner(one)])) }
      : object;
  }
  return object.items.some((one) => inner(one) !== one)
    ? { ...object, items: object.items.map(inner) }
    : object;
}

function withoutHeld(object: HeapObject, first: number, serial: number): HeapObject {
  if (object.kind === "instance" || !object.held) return object;
  const held = heldWhere(object.held, (id) => id < first || id >= first + 1_000_000 - serial);
  return held.length === object.held.length ? object : { ...object, held };
}
