import { namesByPlace } from "../../catalog/parameter-lists.js";
import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { keyOf, spanOf } from "../../notebook/span.js";
import type { CallSite } from "../../python/call-site.js";
import type { CallRecord, WrittenRecord } from "../../python/record.js";
import type { Value } from "../../python/value.js";
import { sameItems } from "../../same-items.js";
import { callOf } from "../call-of.js";
import type { Basis, Found, KnownReadings } from "../known-readings.js";
import { objectsIn } from "./objects-in.js";
import type { Invocation } from "./sent.js";

export type Construction = Extract<CallRecord, { kind: "construction" }>;

/** The calls that made the objects of a notebook, by the place that a frozen object says it is from. */
export class Constructions {
  private readonly byPlace = new Map<string, Construction[]>();
  private readonly methods = new Map<string, Set<string>>();
  private readonly makers = new Map<string, Invocation>();

  constructor(records: readonly CallRecord[]) {
    for (const record of records) {
      if (record.kind === "invocation") {
        for (const { span } of objectsIn(record.self)) if (span) this.note(keyOf(span), record.method);
        if (record.self) this.makers.set(keyOf(record.site.span), record);
      }
      // Calls outside the notebook share their place with others
      if (record.kind !== "construction" || record.site.outside === true) continue;
      const key = keyOf(record.site.span);
      const known = this.byPlace.get(key);
      if (known) known.push(record);
      else this.byPlace.set(key, [record]);
    }
  }

  /**
   * Undefined: it is no object, or no call of the notebook made it.
   *
   * @param id Of the object, where it is known: a call in a loop or a function makes several.
   */
  of(value: Value | undefined, id?: number): Construction | undefined {
    const all = this.allOf(value);
    return all.find((one) => one.id === id) ?? all.at(-1);
  }

  /** All that the call at the object's place made. */
  allOf(value: Value | undefined): readonly Construction[] {
    return value?.kind === "object" && value.span ? this.at(keyOf(value.span)) : [];
  }

  /** @param place As `keyOf` has it. */
  at(place: string): readonly Construction[] {
    return this.byPlace.get(place) ?? [];
  }

  /** The object whose method made this one: `builder` of `builder.transformer(…)`. */
  makerOf(value: Value | undefined): Value | undefined {
    return value?.kind === "object" && value.span ? this.makerAt(keyOf(value.span))?.self : undefined;
  }

  /** The method's call. */
  makerAt(place: string): Invocation | undefined {
    return this.makers.get(place);
  }

  /** The methods that are called on what the call at the place made. */
  methodsAt(place: string): ReadonlySet<string> {
    return this.methods.get(place) ?? new Set();
  }

  /** Whether one of the methods is, anywhere in the notebook; "maybe": nobody knows what else happens to the object. */
  called(value: Value | undefined, methods: readonly string[]): boolean | "maybe" {
    if (value?.kind !== "object" || value.open === true || !value.span) return "maybe";
    const place = keyOf(value.span);
    if (this.at(place).length === 0) return "maybe";
    const own = this.methodsAt(place);
    return methods.some((method) => own.has(method));
  }

  private note(place: string, method: string): void {
    const own = this.methods.get(place) ?? new Set();
    this.methods.set(place, own.add(method));
  }

  /** A look-up of each place finds the same here. */
  have({ places, found }: Basis, known: KnownReadings): boolean {
    return places.every((span, index) => {
      const { made, methods, maker } = found[index] ?? {};
      const place = keyOf(span);
      return (
        (made === undefined || sameItems(originsOf(this.at(place), known), made)) &&
        (methods === undefined || isSameSet(this.methodsAt(place), methods)) &&
        (maker === undefined || sameItems(originsOf([this.makerAt(place)], known), maker))
      );
    });
  }
}

/** Notes what is looked up, and what was found there. */
export class NotedConstructions extends Constructions {
  private readonly found = new Map<string, Found>();

  constructor(
    private readonly all: Constructions,
    private readonly known: KnownReadings | undefined,
  ) {
    super([]);
  }

  override at(place: string): readonly Construction[] {
    const made = this.all.at(place);
    this.add(place, { made: originsOf(made, this.known) });
    return made;
  }

  override makerAt(place: string): Invocation | undefined {
    const maker = this.all.makerAt(place);
    this.add(place, { maker: originsOf([maker], this.known) });
    return maker;
  }

  override methodsAt(place: string): ReadonlySet<string> {
    const methods = this.all.methodsAt(place);
    this.add(place, { methods });
    return methods;
  }

  /** What was looked up so far, for `have`. */
  get basis(): Basis {
    return { places: Array.from(this.found.keys(), spanOf), found: [...this.found.values()] };
  }

  private add(place: string, found: Found): void {
    if (this.known) this.found.set(place, { ...this.found.get(place), ...found });
  }
}

function originsOf(
  calls: readonly (CallRecord | undefined)[],
  known: KnownReadings | undefined,
): readonly (WrittenRecord | undefined)[] {
  return calls.map((call) => call && known?.originOf(call));
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((item) => other.has(item));
}

/** The call that gives a constructor its arguments: one object, however many fields have their places in it. */
export function constructorCall(construction: Construction): CallSite {
  let call = constructorCalls.get(construction);
  if (!call) {
    const { site, inner, type } = construction;
    call = callOf(inner ?? site, type, namesByPlace(sagemakerSdk.classOf(type)?.parameters));
    constructorCalls.set(construction, call);
  }
  return call;
}

const constructorCalls = new WeakMap<Construction, CallSite>();

/** The call that makes the object: of a subclass in the notebook, its own. */
export function makingCall(construction: Construction): CallSite {
  return construction.inner
    ? callOf(construction.site, construction.type, [])
    : constructorCall(construction);
}
