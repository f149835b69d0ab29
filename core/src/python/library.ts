import type { Context } from "./context.js";
import type { BoundArguments, HeapObject, MachineValue, Site } from "./machine.js";

export type Instance = Extract<HeapObject, { readonly kind: "instance" }>;

/**
 * What is known of imported code. The evaluator knows Python only; the SDKs, boto3 and the standard library's few
 * functions that matter are behind this.
 */
export interface Library {
  /** The result of calling `path`; undefined: not known, gives something unknown. */
  call(path: string, bound: BoundArguments, site: Site, context: Context): MachineValue | undefined;
  /** An attribute that is not among the instance's members; undefined: not known. */
  attribute(type: string, name: string, instance: Instance, context: Context): MachineValue | undefined;
  /** The names of all attributes that the constructor of a class leaves its objects; undefined: not known. */
  attributesOf?(type: string): readonly string[] | undefined;
  /** Whether the attribute is a method that matters, to know it by when it is given another name. */
  isMethod?(type: string, name: string): boolean;
  /** A method of an instance of a library's class (also of a subclass in the notebook). */
  method(
    self: MachineValue,
    type: string,
    name: string,
    bound: BoundArguments,
    site: Site,
    context: Context,
  ): MachineValue | undefined;
  /** Whether who reads the attribute may change the object by what it gets: a dict of its own, a method of it. */
  handsOut?(type: string, name: string): boolean;
  /** A class and those that it is made of, in the order in which Python looks at them. */
  ancestors?(type: string): readonly string[];
  /** Whether its own code may call, or look at, a member of a module or class: what it does depends on it. */
  callsItself?(path: string, name: string): boolean;
  /** A method is given to a call that may call it, with what nobody knows. */
  handed?(self: MachineValue, type: string, name: string, site: Site, context: Context): void;
  /** A method of an object that nobody knows, if its name and arguments tell enough: `session.client("sagemaker")`. */
  methodOfUnknown?(
    name: string,
    bound: BoundArguments,
    site: Site,
    context: Context,
  ): MachineValue | undefined;
  /**
   * Constructs a library's class for a subclass in the notebook: the members that its constructor sets.
   *
   * @param until What `finisher` does is left out.
   */
  members(
    type: string,
    bound: BoundArguments,
    context: Context,
    until?: "finisher",
  ): ReadonlyMap<string, MachineValue> | undefined;
  readonly subclassing?: Subclassing;
  /** What the attribute `name` of an instance of a library's class is after `value` was assigned to it. */
  assigned(type: string, name: string, value: MachineValue, context: Context): MachineValue;
  /**
   * The constructor of a library's class was called for an object of a subclass in the notebook.
   *
   * @param site The call of the subclass.
   * @param inner Where the constructor was given its arguments, when that is another call.
   */
  constructed(
    self: MachineValue,
    type: string,
    bound: BoundArguments,
    site: Site,
    inner: Site | undefined,
    context: Context,
  ): void;
  /** Objects of the class keep what they were made with, whoever is handed them: a client its region. */
  isFixed(type: string): boolean;
  /** What `from module import *` binds of what matters. */
  starNames?(module: string): readonly string[];
  /** The module that has the classes, known by their path alone, that a star import of `module` binds besides. */
  otherNamesOf?(module: string): string | undefined;
  /** Calls of `path` leave the lists, dicts and objects that they are given alone. */
  harmless(path: string): boolean;
}

/** What classes of the notebook and copies take from a library's class. */
export interface Subclassing {
  /** `copy.copy(…)` of an object made this one. */
  copied(copy: MachineValue, of: Instance, type: string, context: Context): void;
  /** Where a class is defined that can be imported from several places. */
  ownPath(path: string): string;
  /** Its objects hold what they are given, and no session. */
  isPlainData(type: string): boolean;
  /** Of a class that `@dataclass` makes the constructor of. */
  isDataClass(type: string): boolean;
  /** The attributes that are annotated in its subclasses are fields of pydantic's. */
  isModel(type: string): boolean;
  /** The method that the constructor of the class calls at its end, which subclasses may write anew. */
  finisher(type: string): string | undefined;
  /** The members once the class's own finisher ran; undefined: it does nothing. */
  finished(
    type: string,
    members: ReadonlyMap<string, MachineValue>,
    context: Context,
  ): ReadonlyMap<string, MachineValue> | undefined;
}
