import type { ConstantType, Expression, FunctionNode, Parameter, Place, Statement } from "./ast.js";
import type { ArgumentAt } from "./call-site.js";
import type { DataClass } from "./data-classes.js";
import type { FieldsOfModel } from "./library-models.js";
import type { Held } from "./held.js";
import type { FilePlace } from "./value.js";
import type { TextPattern } from "./text-pattern.js";
import type { TextVersion, WrittenSpan } from "./text-version.js";

/**
 * What the evaluator computes with: like `Value`, but mutable objects are references into the heap, so that two names
 * for one list, and a dict changed three cells later, come out right. Immutable.
 */
export type MachineValue =
  | {
      readonly kind: "constant";
      readonly type: ConstantType;
      readonly data: string | number | boolean | null;
      readonly span?: WrittenSpan;
      readonly read?: FilePlace;
    }
  | { readonly kind: "tuple"; readonly items: readonly MachineValue[]; readonly span?: WrittenSpan }
  /** A list, set, dict or instance. `span`: where this mention of it was written. */
  | { readonly kind: "reference"; readonly id: number; readonly span?: WrittenSpan }
  /** A module, or something of an imported module, by its path as imported: `sagemaker.pytorch.PyTorch`. */
  | { readonly kind: "library"; readonly path: string; readonly span?: WrittenSpan }
  | { readonly kind: "function"; readonly definition: Definition; readonly span?: WrittenSpan }
  | { readonly kind: "class"; readonly definition: ClassDefinition; readonly span?: WrittenSpan }
  | {
      readonly kind: "method";
      readonly self: MachineValue;
      readonly name: string;
      readonly span?: WrittenSpan;
    }
  | { readonly kind: "either"; readonly values: readonly MachineValue[]; readonly span?: WrittenSpan }
  | { readonly kind: "absent"; readonly span?: WrittenSpan }
  | {
      readonly kind: "unknown";
      readonly why: string;
      /** It is a text, of which this is known. */
      readonly pattern?: TextPattern;
      readonly span?: WrittenSpan;
    };

/** A function or lambda of the notebook, with the names it closes over. */
export interface Definition {
  readonly name: string;
  readonly cell: number;
  /** The text that its syntax was read from, and where in it. */
  readonly version: TextVersion;
  readonly place: Place;
  readonly parameters: readonly Parameter[];
  readonly defaults: ReadonlyMap<string, MachineValue>;
  readonly body: readonly Statement[] | Expression;
  /** The frame that it was defined in; its names are looked up there. */
  readonly frame: Frame;
  readonly node?: FunctionNode;
  /** The class that it is a method of, where nothing calls it: `self` is then an object of that class. */
  readonly owner?: ClassDefinition;
  /** Generators, coroutines and unknown decorators: calls give something unknown, the body is still read once. */
  readonly opaque: boolean;
  /** `@contextmanager`: a `with` statement runs what is around its `yield`. */
  readonly manages?: true;
  /** Its `__name__` is another's: `@wraps(f)`. */
  readonly renamed?: true;
  /** It gives what it gave before for the same arguments. */
  readonly cached?: true;
  /** `@patch(…)`: what is patched while it runs, in the order in which that is done. */
  readonly patched?: readonly MachineValue[];
  /** How it is bound when it is an attribute of a class; `unknown`: a decorator that is not followed. */
  readonly binding: "plain" | "static" | "class" | "property" | "unknown";
}

export interface ClassDefinition {
  readonly name: string;
  readonly cell: number;
  readonly bases: readonly MachineValue[];
  /** Its attributes are the members of this object of the heap, since they can be set later. */
  readonly id: number;
  /** Of its attributes those that were more than a constant when it was defined. */
  readonly methods: readonly string[];
  /** Python makes its constructor out of fields. */
  readonly data?: DataClass;
  /** It is made of a library's pydantic model. */
  readonly model?: FieldsOfModel;
}

/** What a method is called on, and the class that the method was found in. */
export interface Self {
  readonly value: MachineValue;
  readonly owner: ClassDefinition;
}

/** Where names live: the notebook's own, or one call of a function. */
export interface Frame {
  readonly id: string;
  readonly parent?: Frame;
  /** Assigned in the function, so local to it. */
  readonly locals?: ReadonlySet<string>;
  /** Declared global in it. */
  readonly globals?: ReadonlySet<string>;
  /** Its names as states have them, where it outlives a call. */
  keys?: Map<string, string>;
  /** A function was defined in it, which may outlive it. */
  captured?: boolean;
  /** The serial number that it was made with; the notebook's own has none. */
  readonly serial?: number;
  /** The function is a method called on this. */
  readonly self?: Self;
}

export type HeapObject =
  | {
      readonly kind: "list" | "set";
      readonly items: readonly MachineValue[];
      readonly open: boolean;
      /** No list, but something that gives these items: for good, in this statement only, or once in this statement. */
      readonly gives?: {
        readonly type: "range" | "view" | "iterator";
        readonly moment: number;
        /** What is gone over: a change of it shows. */
        readonly of?: readonly MachineValue[];
        /** Not only the keys of a dict: its values too. */
        readonly withValues?: boolean;
      };
      readonly held?: Held;
      readonly span?: WrittenSpan;
      readonly read?: FilePlace;
    }
  | {
      readonly kind: "dict";
      readonly entries: ReadonlyMap<string, MachineValue>;
      readonly open: boolean;
      readonly held?: Held;
      /** The order of the entries is not known: it differs by branch. */
      readonly unordered?: boolean;
      /** Where the key of an entry was written, as far as that is followed. */
      readonly keys?: ReadonlyMap<string, WrittenSpan>;
      readonly span?: WrittenSpan;
      readonly read?: FilePlace;
    }
  | {
      readonly kind: "instance";
      /** The import path of its class as the library resolved it, or the class of the notebook. */
      readonly type: string | ClassDefinition;
      /** Attributes; of a library's class first the arguments by parameter name. */
      readonly members: ReadonlyMap<string, MachineValue>;
      /** Some attribute may have been set by code that was not followed. */
      readonly open: boolean;
      readonly site?: Site;
      readonly span?: WrittenSpan;
    };

/** A call as evaluated, arguments bound where they could be. */
export interface Site {
  readonly callee: string;
  readonly span: WrittenSpan;
  readonly nameSpan: WrittenSpan;
  readonly parentheses: WrittenSpan;
  readonly arguments: readonly SiteArgument[];
  /** It is written in a module beside the notebook. */
  readonly outside?: true;
  readonly caught?: readonly string[];
  readonly ofOneOfSeveral?: true;
}
export interface SiteArgument extends Omit<ArgumentAt<WrittenSpan>, "value"> {
  readonly value: MachineValue;
}

/** Arguments of one call after `*` and `**` were expanded. */
export interface BoundArguments {
  readonly positional: readonly MachineValue[];
  readonly keywords: ReadonlyMap<string, MachineValue>;
  /** There may be more keywords (or positionals) than these, from something unknown that was expanded. */
  readonly openKeywords: boolean;
  readonly openPositional: boolean;
  /** A keyword that is certainly given twice, which Python refuses. */
  readonly twice?: string;
}

export const noArguments: BoundArguments = {
  positional: [],
  keywords: new Map(),
  openKeywords: false,
  openPositional: false,
};

export const none: MachineValue = { kind: "constant", type: "none", data: null };

export function unknown(why: string, span?: WrittenSpan): MachineValue {
  return span ? { kind: "unknown", why, span } : { kind: "unknown", why };
}

/** A text that is not known whole. */
export function partlyText(pattern: TextPattern, why: string, span?: WrittenSpan): MachineValue {
  return span ? { kind: "unknown", why, pattern, span } : { kind: "unknown", why, pattern };
}

export function text(data: string, span?: WrittenSpan): MachineValue {
  return span ? { kind: "constant", type: "str", data, span } : { kind: "constant", type: "str", data };
}

export function integer(data: number, span?: WrittenSpan): MachineValue {
  if (!Number.isSafeInteger(data)) return unknown("the number is too large to follow", span);
  return span ? { kind: "constant", type: "int", data, span } : { kind: "constant", type: "int", data };
}

export function float(data: number, span?: WrittenSpan): MachineValue {
  if (!Number.isFinite(data)) return unknown("the number is not finite", span);
  return span ? { kind: "constant", type: "float", data, span } : { kind: "constant", type: "float", data };
}

export function bool(data: boolean): MachineValue {
  return { kind: "constant", type: "bool", data };
}

/**
 * The key under which a dict keeps an entry: numbers and booleans that Python holds equal share one.
 * Undefined for what is not known or no constant.
 */
export function dictKey(value: MachineValue): string | undefined {
  if (value.kind !== "constant") return undefined;
  if (value.type === "str") return `'${value.data as string}`;
  if (value.type === "none") return "None";
  return `#${Number(value.data)}`;
}

/** The text of a string key, undefined for others. */
export function keyText(key: string): string | undefined {
  return key.startsWith("'") ? key.slice(1) : undefined;
}

/** The value a dict key stands for; the kind of number is not kept, so only strings and None come back. */
export function keyValue(key: string): MachineValue {
  const string = keyText(key);
  if (string !== undefined) return text(string);
  return key === "None" ? none : unknown("a key that is a number");
}

/** What classes are made of, each once: two that share their own bases, again and again, have no end of ways to them. */
function* basesOf(
  bases: readonly MachineValue[],
  seen = new Set<ClassDefinition>(),
): Generator<MachineValue, void> {
  for (const base of bases) {
    if (base.kind !== "class") yield base;
    else if (!seen.has(base.definition)) {
      seen.add(base.definition);
      yield base;
      yield* basesOf(base.definition.bases, seen);
    }
  }
}

/** The paths of the libraries' classes that a class is made of, the nearest first. */
export function libraryBases(bases: readonly MachineValue[]): readonly string[] {
  return [...basesOf(bases)].flatMap((base) => (base.kind === "library" ? [base.path] : []));
}

/** The class of a library that a class of the notebook is made of. */
export function libraryType(type: string | ClassDefinition): string | undefined {
  if (typeof type === "string") return type;
  for (const base of basesOf(type.bases))
    if (base.kind === "library" && base.path !== "builtins.object") return base.path;
  return undefined;
}

/** The methods that a class of the notebook and those that it is made of define themselves. */
export function ownMethods({ methods, bases }: ClassDefinition): readonly string[] {
  const inherited = [...basesOf(bases)].flatMap((base) =>
    base.kind === "class" ? [...base.definition.methods] : [],
  );
  return [...methods, ...inherited];
}
