import { lastName } from "../dotted-path.js";
/** A default that a Python signature states and JSON can say. */
export type Default =
  string | number | boolean | null | readonly Default[] | { readonly [key: string]: Default };

/** One parameter that a caller can give, in the order of the signature. */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  /** `undefined`: required, or a default that is no plain value. Python's None is `null`. */
  readonly default: Default | undefined;
  /** Cannot be given by position. True of all that reach a base class through `**kwargs`. */
  readonly keywordOnly: boolean;
}

export interface Signature {
  /** `self` and the stars left out. */
  readonly parameters: readonly Parameter[];
  /** `*args` takes further positional arguments. */
  readonly takesMorePositional: boolean;
  /** `**kwargs` takes names besides `parameters`; what becomes of them is not known. */
  readonly takesAnyKeyword: boolean;
}

/** A class of the SDK; paths are canonical: where the class is defined, not where it is usually imported from. */
export interface SdkClass extends Signature {
  /** `sagemaker.estimator.Estimator` */
  readonly path: string;
  /** Canonical paths of the ancestors within the SDK, in Python's method resolution order. */
  readonly bases: readonly string[];
  /** Constructor parameters of an older major version that still work: old name → new name. */
  readonly renames: ReadonlyMap<string, string>;
  /** The class, or the ancestor, whose constructor this is; and the one to which it hands what it does not know. */
  readonly constructedBy: string;
  readonly handsOnTo: string;
  /** Base class parameters that the constructor sets itself, whatever the caller gives: SKLearn's `instance_count`, 1. */
  readonly sets: ReadonlyMap<string, Default>;
}

/** The part of one SDK that submits something, generated from the installed package by core/scripts/catalog. */
export interface SdkCatalog {
  /** The package versions it was generated from: `sagemaker` → `2.257.7`. */
  readonly versions: ReadonlyMap<string, string>;
  /** The canonical path of a class or function, by any path that it can be imported by. */
  canonicalPath(path: string): string | undefined;
  /** By any import path: `sagemaker.pytorch.PyTorch`. */
  classOf(path: string): SdkClass | undefined;
  /** By any import path: `sagemaker.image_uris.retrieve`. */
  functionOf(path: string): Signature | undefined;
  /** The class itself, then its ancestors in method resolution order. Empty when the class is not known. */
  ancestors(path: string): readonly SdkClass[];
  /** Whether the class is, or descends from, the other one; both by any import path. */
  isA(path: string, ancestor: string): boolean;
  /** What an argument of the constructor is called now that had this name in an older major version. */
  oldName(path: string, name: string): string | undefined;
  /** The last names of all import paths: what a notebook that uses the SDK mentions. */
  names(): Iterable<string>;
  /** What `from module import *` binds of what is known: classes, functions, modules of a package. */
  starNames(module: string): readonly string[];
  /** A method of the class or of its nearest ancestor that has it; only methods that submit something are known. */
  methodOf(path: string, name: string): Signature | undefined;
  /** Whose method that is: `sagemaker.estimator.EstimatorBase` has the `fit` of an Estimator. */
  ownerOf(path: string, method: string): string | undefined;
}

/** `map`: a dict whose keys are the author's own. */
export type ConvertedType = "boolean" | "integer" | "number" | "map";

/** As the generator writes it; core/scripts/catalog/submitting_surface.py explains the notation. */
interface Entry {
  readonly parameters?: readonly string[];
  readonly imports?: readonly string[];
}

interface ClassEntry extends Entry {
  readonly bases: readonly string[];
  readonly passes?: readonly string[];
  readonly fixed?: readonly string[];
  readonly renames?: Readonly<Record<string, string>>;
  readonly fills?: readonly string[];
  readonly oldNames?: Readonly<Record<string, string>>;
  readonly sets?: Readonly<Record<string, Default>>;
  readonly methods?: Readonly<Record<string, readonly string[]>>;
}

export interface SdkCatalogData {
  readonly versions: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<string, ClassEntry>>;
  readonly functions: Readonly<Record<string, Entry>>;
  readonly hidden?: Readonly<Record<string, readonly string[]>>;
  readonly submodules?: Readonly<Record<string, readonly string[]>>;
  /** Members of structures: what Python calls them → what is sent, which the API does not have. */
  readonly misspelt?: Readonly<Record<string, string>>;
  /** Members of structures and arguments of resources by the one type that pydantic makes of what they are given. */
  readonly converted?: Readonly<Partial<Record<ConvertedType, readonly string[]>>>;
}

/** Reads a generated catalog. Nothing is built before the first question, and each class only when it is asked for. */
export function readSdkCatalog(data: SdkCatalogData): SdkCatalog {
  let paths: ReadonlyMap<string, string> | undefined;
  const classes = new Map<string, SdkClass>();
  const signatures = new Map<readonly string[], Signature>();

  const ownerOf = (path: string, method: string) =>
    ancestors(path).find((one) => {
      const own = data.classes[one.path]?.methods;
      return own !== undefined && Object.hasOwn(own, method);
    })?.path;

  const signatureOf = (items: readonly string[]) => {
    const signature = signatures.get(items) ?? readSignature(items);
    signatures.set(items, signature);
    return signature;
  };
  const allPaths = () => (paths ??= importPaths(data));
  const canonicalPath = (path: string) => allPaths().get(path);

  const classOf = (path: string): SdkClass | undefined => {
    const canonical = canonicalPath(path);
    const entry = canonical === undefined ? undefined : data.classes[canonical];
    if (canonical === undefined || entry === undefined) return undefined;
    let read = classes.get(canonical);
    if (read === undefined) {
      read = readClass(data, canonical, entry);
      classes.set(canonical, read);
    }
    return read;
  };

  const known = new Map<SdkClass, readonly SdkClass[]>();
  const ancestors = (path: string) => {
    const own = classOf(path);
    if (own === undefined) return noClasses;
    let all = known.get(own);
    if (!all) {
      all = [own.path, ...own.bases].map(classOf).filter((one) => one !== undefined);
      known.set(own, all);
    }
    return all;
  };

  return {
    versions: new Map(Object.entries(data.versions)),
    canonicalPath,
    classOf,
    functionOf(path) {
      const canonical = canonicalPath(path);
      const entry = canonical === undefined ? undefined : data.functions[canonical];
      return entry === undefined ? undefined : signatureOf(entry.parameters ?? []);
    },
    ancestors,
    isA(path, ancestor) {
      const wanted = canonicalPath(ancestor);
      return wanted !== undefined && ancestors(path).some((one) => one.path === wanted);
    },
    oldName(path, name) {
      for (const one of ancestors(path)) {
        const names = data.classes[one.path]?.oldNames;
        if (names !== undefined && Object.hasOwn(names, name)) return names[name];
      }
      return undefined;
    },
    names: () => [...allPaths().keys()].map((path) => lastName(path)),
    starNames(module) {
      const hidden = new Set(data.hidden?.[module]);
      const names = [...allPaths().keys()]
        .filter((path) => path.lastIndexOf(".") === module.length && path.startsWith(module))
        .map((path) => path.slice(module.length + 1));
      return [
        ...names.filter((name) => !name.startsWith("_") && !hidden.has(name)),
        ...(data.submodules?.[module] ?? []),
      ];
    },
    methodOf(path, name) {
      const owner = ownerOf(path, name);
      const items = owner === undefined ? undefined : data.classes[owner]?.methods?.[name];
      return items && signatureOf(items);
    },
    ownerOf,
  };
}

const noClasses: readonly SdkClass[] = [];

/** Import path → canonical path. `imports` are modules that have the name too, `module:other` by another name. */
function importPaths(data: SdkCatalogData): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const entries: readonly [string, Entry][] = [
    ...Object.entries(data.classes),
    ...Object.entries(data.functions),
  ];
  for (const [path, { imports = [] }] of entries) {
    const name = lastName(path);
    paths.set(path, path);
    for (const place of imports) {
      paths.set(place.includes(":") ? place.replace(":", ".") : `${place}.${name}`, path);
    }
  }
  return paths;
}

/** The constructor as a caller sees it: its own parameters, then those that `**kwargs` carries to the ancestors. */
function readClass(data: SdkCatalogData, path: string, entry: ClassEntry): SdkClass {
  const taker = [path, ...entry.bases].find((one) => data.classes[one]?.parameters !== undefined);
  const taking = taker === undefined ? undefined : data.classes[taker];
  const own = readSignature(taking?.parameters ?? []);
  const fixed = new Set(taking?.fixed);
  const filled = new Set(taking?.fills);
  const parameters = new Map(own.parameters.map((parameter) => [parameter.name, parameter]));
  const renames = new Map(Object.entries(taking?.renames ?? {}));
  let { takesAnyKeyword } = own;
  for (const base of entry.passes ?? []) {
    const passed = data.classes[base];
    const signature = readSignature(passed?.parameters ?? []);
    for (const parameter of signature.parameters) {
      if (parameters.has(parameter.name) || fixed.has(parameter.name)) continue;
      parameters.set(parameter.name, { ...parameter, keywordOnly: true });
    }
    for (const [old, name] of Object.entries(passed?.renames ?? {}))
      if (!filled.has(name)) renames.set(old, name);
    for (const name of passed?.fixed ?? []) fixed.add(name);
    for (const name of passed?.fills ?? []) filled.add(name);
    ({ takesAnyKeyword } = signature);
  }
  return {
    path,
    bases: entry.bases,
    constructedBy: taker ?? path,
    handsOnTo: entry.passes?.at(-1) ?? taker ?? path,
    parameters: [...parameters.values()],
    takesMorePositional: own.takesMorePositional,
    takesAnyKeyword,
    renames,
    sets: new Map(Object.entries(taking?.sets ?? {})),
  };
}

/** `role`: required; `subnets=`: None; `max_run=86400`: JSON; `x=?`: not sayable; `*`, `*args`, `**kwargs` as in Python. */
function readSignature(items: readonly string[]): Signature {
  const parameters: Parameter[] = [];
  let keywordOnly = false;
  let takesMorePositional = false;
  let takesAnyKeyword = false;
  for (const item of items) {
    if (item.startsWith("**")) {
      takesAnyKeyword = true;
    } else if (item.startsWith("*")) {
      keywordOnly = true;
      takesMorePositional ||= item.length > 1;
    } else {
      const equals = item.indexOf("=");
      const required = equals === -1;
      const name = required ? item : item.slice(0, equals);
      const text = required ? "?" : item.slice(equals + 1);
      parameters.push({ name, required, keywordOnly, default: readDefault(text) });
    }
  }
  return { parameters, takesMorePositional, takesAnyKeyword };
}

function readDefault(text: string): Default | undefined {
  if (text === "") return null;
  return text === "?" ? undefined : (JSON.parse(text) as Default);
}
