import type { ApiShape, ApiType } from "../catalog/sagemaker-api.js";
import type { Span } from "../notebook/span.js";
import type { Value } from "../python/value.js";
import { matches } from "./api-pattern.js";
import { pythonClass, pythonStr } from "./python-text.js";
import type { FieldPath } from "./request.js";

/** Something about the parameters that the service model does not allow. */
export interface ParameterProblem {
  readonly kind:
    "missing" | "unknown" | "type" | "union" | "too small" | "too large" | "malformed" | "not in enum";
  /** Of what is wrong, as botocore names it: `InputDataConfig[0].DataSource`; "" is the whole request. */
  readonly path: FieldPath;
  /** Of `missing` and `unknown`: the member of what is at `path`. */
  readonly member?: string;
  /** What is there: of `unknown` the member's value, of `missing` the structure. */
  readonly value?: Value;
  /** What the model says belongs at `path`. */
  readonly shape: ApiShape;
  /** Where the value was written. */
  readonly span?: Span;
  /** Where the name of the member was written, of `missing` that of the structure. */
  readonly nameSpan?: Span;
  /** botocore refuses the call before AWS is asked; of what only AWS checks the call is sent. */
  readonly refusedBy: "botocore" | "AWS";
  /** What botocore's error says of it; of what AWS refuses, nothing. */
  readonly report?: string;
  /** On some way through the notebook only. */
  readonly onOneBranch: boolean;
}

/**
 * Holds parameters against the service model: first all that botocore's ParamValidator checks, in its order and its
 * words (members, types, minima), then what only AWS does (maxima, patterns, enums). What is not known is allowed.
 *
 * @see https://github.com/boto/botocore/blob/1.44.5/botocore/validate.py
 */
export function problemsOf(parameters: Value, input: ApiShape): readonly ParameterProblem[] {
  return problemsAt(parameters, input, "");
}

type Check = (value: Value, shape: ApiShape, path: FieldPath) => readonly ParameterProblem[];

function problemsAt(
  value: Value,
  shape: ApiShape,
  path: FieldPath,
  nameSpan?: Span,
): readonly ParameterProblem[] {
  if (value.kind === "either") return alternatives(value.values, shape, path, nameSpan);
  if (value.kind === "unknown" || value.kind === "absent" || value.kind === "object") return [];
  const wrong = wrongType(value, shape, path);
  const problems = wrong ? [wrong] : checks[shape.type](value, shape, path);
  if (nameSpan === undefined) return problems;
  return problems.map((one) => (one.path === path && one.kind !== "unknown" ? { ...one, nameSpan } : one));
}

/** What is wrong with all alternatives is wrong for certain, the others' problems are on one branch. */
function alternatives(
  values: readonly Value[],
  shape: ApiShape,
  path: FieldPath,
  nameSpan: Span | undefined,
): readonly ParameterProblem[] {
  const found = values.map((value) => problemsAt(value, shape, path, nameSpan));
  const problems = new Map<string, { readonly problem: ParameterProblem; readonly branches: Set<number> }>();
  for (const [branch, ofBranch] of found.entries()) {
    for (const problem of ofBranch) {
      const { kind, path: at, member = "", span, onOneBranch } = problem;
      const key = [kind, at, member, ...(span ? [span.cell, span.from] : [])].join(" ");
      const known = problems.get(key) ?? { problem, branches: new Set<number>() };
      if (!onOneBranch) known.branches.add(branch);
      problems.set(key, known);
    }
  }
  return [...problems.values()].map(({ problem, branches }) => ({
    ...problem,
    onOneBranch: branches.size < values.length,
  }));
}

const pythonTypes: Readonly<Record<ApiType, readonly string[]>> = {
  structure: ["dict"],
  map: ["dict"],
  list: ["list", "tuple"],
  string: ["str"],
  boolean: ["bool"],
  integer: ["int"],
  long: ["int"],
  float: ["float", "decimal.Decimal", "int"],
  double: ["float", "decimal.Decimal", "int"],
  timestamp: ["datetime.datetime"],
};

function wrongType(value: Value, shape: ApiShape, path: FieldPath): ParameterProblem | undefined {
  const valid = pythonTypes[shape.type].map((name) => `<class '${name}'>`);
  const found = pythonClass(value);
  if (found === undefined || valid.includes(found)) return undefined;
  // A bool is an int to Python
  if (found === "<class 'bool'>" && valid.includes("<class 'int'>")) return undefined;
  if (shape.type === "timestamp") {
    // Numbers and most texts are read as a time
    if (value.kind === "constant" && value.data !== null && value.data !== "") return undefined;
    valid.push("timestamp-string");
  }
  const text = pythonStr(value) ?? "…";
  return botocore("type", value, shape, path, {
    report: `Invalid type for parameter ${nameOf(path)}, value: ${text}, type: ${found}, valid types: ${valid.join(", ")}`,
  });
}

const checks: Readonly<Record<ApiType, Check>> = {
  structure: structureProblems,
  map: mapProblems,
  list: listProblems,
  string: stringProblems,
  boolean: () => [],
  integer: numberProblems,
  long: numberProblems,
  float: numberProblems,
  double: numberProblems,
  timestamp: () => [],
};

function structureProblems(value: Value, shape: ApiShape, path: FieldPath): readonly ParameterProblem[] {
  const members = shape.members;
  if (value.kind !== "dict" || members === undefined) return [];
  const problems = shape.union === true ? unionProblems(value, shape, path) : [];
  for (const member of shape.required ?? []) {
    const given = value.entries.get(member);
    const absence = given ? mayBeAbsent(given) : !value.open;
    if (absence === false) continue;
    problems.push(
      botocore("missing", value, shape, path, {
        member,
        report: `Missing required parameter in ${nameOf(path)}: "${member}"`,
        onOneBranch: absence === "perhaps",
      }),
    );
  }
  const names = [...members.keys()];
  for (const [member, given] of value.entries) {
    if (members.has(member) || given.kind === "absent") continue;
    const nameSpan = value.keys?.get(member);
    problems.push({
      ...botocore("unknown", given, shape, path, {
        member,
        report: `Unknown parameter in ${nameOf(path)}: "${member}", must be one of: ${names.join(", ")}`,
        onOneBranch: mayBeAbsent(given) === "perhaps",
      }),
      ...(nameSpan ? { nameSpan } : {}),
    });
  }
  for (const [member, given] of value.entries) {
    const below = members.get(member);
    const at = path === "" ? member : `${path}.${member}`;
    if (below) problems.push(...problemsAt(given, below(), at, value.keys?.get(member)));
  }
  return problems;
}

function unionProblems(
  value: Extract<Value, { kind: "dict" }>,
  shape: ApiShape,
  path: FieldPath,
): ParameterProblem[] {
  const given = [...value.entries.values()].map(mayBeAbsent);
  const certain = given.filter((absence) => absence === false).length;
  const names = [...(shape.members?.keys() ?? [])].join(", ");
  if (given.every((absence) => absence === true) && !value.open) {
    return [
      botocore("union", value, shape, path, {
        report: `Must set one of the following keys for tagged unionstructure ${nameOf(path)}: ${names}.`,
      }),
    ];
  }
  if (certain < 2) return [];
  return [
    botocore("union", value, shape, path, {
      report: `Invalid number of parameters set for tagged union structure ${nameOf(path)}. Can only set one of the following keys: ${names}.`,
    }),
  ];
}

/** Whether an entry of a dict is not there. */
function mayBeAbsent(value: Value): boolean | "perhaps" {
  if (value.kind === "absent") return true;
  const isPerhaps = value.kind === "either" && value.values.some(({ kind }) => kind === "absent");
  return isPerhaps ? "perhaps" : false;
}

function mapProblems(value: Value, shape: ApiShape, path: FieldPath): readonly ParameterProblem[] {
  const [ofKey, ofValue] = [shape.key?.(), shape.value?.()];
  if (value.kind !== "dict" || !ofKey || !ofValue) return [];
  const given = [...value.entries].filter(([, { kind }]) => kind !== "absent");
  return [
    ...given.flatMap(([key, entry]) => {
      const span = value.keys?.get(key);
      const asValue: Value = { kind: "constant", data: key, ...(span ? { span } : {}) };
      return [
        ...problemsAt(asValue, ofKey, `${path} (key: ${key})`),
        ...problemsAt(entry, ofValue, `${path}.${key}`, span),
      ];
    }),
    ...tooMany(value, value.open ? 0 : given.length, shape, path),
  ];
}

function listProblems(value: Value, shape: ApiShape, path: FieldPath): readonly ParameterProblem[] {
  const item = shape.item?.();
  if ((value.kind !== "list" && value.kind !== "tuple") || !item) return [];
  const count = value.items.length;
  const { min = 0 } = shape;
  const problems: ParameterProblem[] = [];
  if (!value.open && count < min) {
    problems.push(
      botocore("too small", value, shape, path, {
        report: `Invalid length for parameter ${nameOf(path)}, value: ${count}, valid min length: ${min}`,
      }),
    );
  }
  // There may be more, never fewer
  problems.push(...tooMany(value, count, shape, path));
  value.items.forEach((one, index) => problems.push(...problemsAt(one, item, `${path}[${index}]`)));
  return problems;
}

function tooMany(value: Value, count: number, shape: ApiShape, path: FieldPath): ParameterProblem[] {
  return shape.max !== undefined && count > shape.max ? [ofAws("too large", value, shape, path)] : [];
}

function stringProblems(value: Value, shape: ApiShape, path: FieldPath): readonly ParameterProblem[] {
  if (value.kind !== "constant" || typeof value.data !== "string") return [];
  const { data } = value;
  const { min = 0, max = Infinity, pattern, enum: values } = shape;
  // Python counts code points
  const { length } = Array.from(data);
  if (length < min) {
    return [
      botocore("too small", value, shape, path, {
        report: `Invalid length for parameter ${nameOf(path)}, value: ${length}, valid min length: ${min}`,
      }),
    ];
  }
  if (length > max) return [ofAws("too large", value, shape, path)];
  if (values && !values.includes(data)) return [ofAws("not in enum", value, shape, path)];
  return pattern !== undefined && !matches(data, pattern) ? [ofAws("malformed", value, shape, path)] : [];
}

function numberProblems(value: Value, shape: ApiShape, path: FieldPath): readonly ParameterProblem[] {
  if (value.kind !== "constant" || (typeof value.data !== "number" && typeof value.data !== "boolean"))
    return [];
  const { min = -Infinity, max = Infinity } = shape;
  const number = Number(value.data);
  if (number < min) {
    return [
      botocore("too small", value, shape, path, {
        report: `Invalid value for parameter ${nameOf(path)}, value: ${pythonStr(value)}, valid min value: ${min}`,
      }),
    ];
  }
  return number > max ? [ofAws("too large", value, shape, path)] : [];
}

function botocore(
  kind: ParameterProblem["kind"],
  value: Value,
  shape: ApiShape,
  path: FieldPath,
  more: { readonly report: string; readonly member?: string; readonly onOneBranch?: boolean },
): ParameterProblem {
  return { ...ofAws(kind, value, shape, path), refusedBy: "botocore", ...more };
}

function ofAws(
  kind: ParameterProblem["kind"],
  value: Value,
  shape: ApiShape,
  path: FieldPath,
): ParameterProblem {
  const at = value.span ? { span: value.span } : {};
  return { kind, path, value, shape, refusedBy: "AWS", onOneBranch: false, ...at };
}

function nameOf(path: FieldPath): string {
  return path === "" ? "input" : path;
}
