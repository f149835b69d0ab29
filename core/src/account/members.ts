/**
 * Reads the members of an object that came from outside (a snapshot file, another process) and notes what is not as
 * expected instead of throwing. One for each object; the objects in it share its list of problems.
 */
export class Members {
  readonly #members: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly problems: string[];

  constructor(value: unknown, path = "", problems: string[] = []) {
    this.#path = path;
    this.problems = problems;
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    if (!isObject) problems.push(`${path || "the answer"} is not an object`);
    this.#members = isObject ? (value as Record<string, unknown>) : {};
  }

  string(name: string): string {
    return this.#required(name, "a string", isString, "");
  }

  number(name: string): number {
    return this.#required(name, "a number", isNumber, 0);
  }

  /** Absent counts as false, as the API leaves flags out. */
  flag(name: string): boolean {
    return this.#optional(name, "true or false", isBoolean) ?? false;
  }

  /** `{ [name]: value }`, or nothing when there is none: for members that may be absent. */
  optionalString<Name extends string>(name: string, as: Name): Readonly<Partial<Record<Name, string>>> {
    return given(as, this.#optional(name, "a string", isString));
  }

  optionalNumber<Name extends string>(name: string, as: Name): Readonly<Partial<Record<Name, number>>> {
    return given(as, this.#optional(name, "a number", isNumber));
  }

  has(name: string): boolean {
    return this.#value(name) !== undefined;
  }

  strings(name: string): readonly string[] {
    const values = this.#optional(name, "a list", isList) ?? [];
    if (values.every(isString)) return values;
    this.problems.push(`${this.#at(name)} is not a list of strings`);
    return [];
  }

  /** The objects of a list; an absent list is empty. */
  each<T>(name: string, decode: (members: Members) => T): readonly T[] {
    const values = this.#optional(name, "a list", isList) ?? [];
    return values.map((value, index) =>
      decode(new Members(value, `${this.#at(name)}[${index}]`, this.problems)),
    );
  }

  /** The object under `name`; an absent one has no members. */
  inner(name: string): Members {
    return new Members(this.#value(name) ?? {}, this.#at(name), this.problems);
  }

  #required<T>(name: string, what: string, is: (value: unknown) => value is T, instead: T): T {
    const value = this.#optional(name, what, is);
    if (value === undefined && !this.has(name)) this.problems.push(`${this.#at(name)} is missing`);
    return value ?? instead;
  }

  #optional<T>(name: string, what: string, is: (value: unknown) => value is T): T | undefined {
    const value = this.#value(name);
    if (value === undefined || is(value)) return value;
    this.problems.push(`${this.#at(name)} is not ${what}`);
    return undefined;
  }

  #value(name: string): unknown {
    return Object.hasOwn(this.#members, name) ? (this.#members[name] ?? undefined) : undefined;
  }

  #at(name: string): string {
    return this.#path === "" ? name : `${this.#path}.${name}`;
  }
}

const isString = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function given<Name extends string, T>(name: Name, value: T | undefined): Readonly<Partial<Record<Name, T>>> {
  return (value === undefined ? {} : { [name]: value }) as Readonly<Partial<Record<Name, T>>>;
}
