import type { PolicySource } from "./policies.js";

/** One key of a `Condition` block. `values`: absent when they cannot be read. */
export interface Condition {
  /** As the policy has it: `ForAnyValue:StringNotLike`. */
  readonly operator: string;
  readonly key: string;
  readonly values?: readonly string[];
}

/** Whom a statement of a resource's policy is about: `{ type: "AWS", name: "arn:…" }`, or "*" for everybody. */
export interface PrincipalName {
  readonly type: string;
  readonly name: string;
}

/** An element that there is in two forms: `Action` and `NotAction`. */
export interface Element<T> {
  readonly negated: boolean;
  readonly values: readonly T[];
}

/** One statement; an element that is absent was not given, or could not be read, which `problems` says then. */
export interface Statement {
  /** From 0. */
  readonly index: number;
  readonly sid?: string;
  readonly effect?: "Allow" | "Deny";
  readonly actions?: Element<string>;
  readonly resources?: Element<string>;
  readonly principals?: Element<PrincipalName>;
  readonly conditions: readonly Condition[];
  /** What could not be read of it, in words: what it does is not known then. */
  readonly problems: readonly string[];
}

/** A policy document, as far as it can be read. */
export interface PolicyDocument {
  /** Whether `${…}` is a variable: from 2012-10-17 on. */
  readonly hasVariables: boolean;
  readonly statements: readonly Statement[];
  /** Why there may be more in it than `statements`. */
  readonly problems: readonly string[];
}

/** AWS's longest is a bucket's, 20 KB, and a key's, 32 KB. */
const longest = 200_000;
const mostStatements = 2000;

/**
 * Reads a policy document, tolerantly and without ever throwing: an object or JSON text, percent-encoded or not, one
 * statement or a list, a string or a list of them. What cannot be read is said, never guessed.
 */
export function readPolicy(source: PolicySource): PolicyDocument {
  const known = documents.get(source) ?? readDocument(source.document);
  documents.set(source, known);
  return known;
}

/** One policy decides over many requests. */
const documents = new WeakMap<PolicySource, PolicyDocument>();

function readDocument(document: unknown): PolicyDocument {
  const value = typeof document === "string" ? parse(document) : document;
  if (!isObject(value)) return nothing("it is no JSON object");
  const problems: string[] = [];
  for (const name of Object.keys(value)) {
    if (!["Version", "Id", "Statement"].includes(name)) problems.push(`it has an element ${name}`);
  }
  const { Version: version, Statement: given } = value;
  if (version !== undefined && version !== "2012-10-17" && version !== "2008-10-17") {
    problems.push("its Version is not known");
  }
  const all: readonly unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
  if (given === undefined) problems.push("it has no Statement");
  if (all.length > mostStatements) problems.push(`it has ${all.length} statements`);
  const statements = all.slice(0, mostStatements).map((one, index) => readStatement(one, index));
  return { hasVariables: version === "2012-10-17", statements, problems };
}

function nothing(problem: string): PolicyDocument {
  return { hasVariables: false, statements: [], problems: [problem] };
}

function parse(text: string): unknown {
  if (text.length > longest) return undefined;
  try {
    return JSON.parse(text.trimStart().startsWith("%7B") ? decodeURIComponent(text.trim()) : text);
  } catch {
    return undefined;
  }
}

const elements: ReadonlySet<string> = new Set([
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
]);

function readStatement(value: unknown, index: number): Statement {
  if (!isObject(value)) return { index, conditions: [], problems: ["it is no object"] };
  const problems: string[] = [];
  for (const name of Object.keys(value)) {
    if (!elements.has(name)) problems.push(`it has an element ${name}`);
  }
  const { Sid: sid, Effect: effect } = value;
  if (effect !== "Allow" && effect !== "Deny") problems.push("its Effect is neither Allow nor Deny");
  const actions = readElement(value, "Action", "NotAction", readStrings, problems);
  if (actions === undefined) problems.push("it has no Action");
  const resources = readElement(value, "Resource", "NotResource", readStrings, problems);
  const principals = readElement(value, "Principal", "NotPrincipal", readPrincipals, problems);
  return {
    index,
    ...(typeof sid === "string" ? { sid } : {}),
    ...(effect === "Allow" || effect === "Deny" ? { effect } : {}),
    ...(actions === undefined ? {} : { actions }),
    ...(resources === undefined ? {} : { resources }),
    ...(principals === undefined ? {} : { principals }),
    conditions: readConditions(value.Condition, problems),
    problems,
  };
}

function readElement<T>(
  statement: Readonly<Record<string, unknown>>,
  name: string,
  negatedName: string,
  read: (value: unknown) => readonly T[] | undefined,
  problems: string[],
): Element<T> | undefined {
  const [value, negated] = [statement[name], statement[negatedName]];
  if (value !== undefined && negated !== undefined) {
    problems.push(`it has ${name} and ${negatedName}`);
    return undefined;
  }
  const given = value ?? negated;
  if (given === undefined) return undefined;
  const values = read(given);
  if (values !== undefined) return { negated: value === undefined, values };
  problems.push(`its ${value === undefined ? negatedName : name} cannot be read`);
  return undefined;
}

function readStrings(value: unknown): readonly string[] | undefined {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.every((one) => typeof one === "string") ? values : undefined;
}

function readPrincipals(value: unknown): readonly PrincipalName[] | undefined {
  if (value === "*") return [{ type: "*", name: "*" }];
  if (!isObject(value)) return undefined;
  const names: PrincipalName[] = [];
  for (const [type, given] of Object.entries(value)) {
    const values = readStrings(given);
    if (values === undefined) return undefined;
    for (const name of values) names.push({ type, name });
  }
  return names;
}

function readConditions(value: unknown, problems: string[]): readonly Condition[] {
  if (value === undefined) return [];
  if (!isObject(value)) {
    problems.push("its Condition cannot be read");
    return [];
  }
  return Object.entries(value).flatMap(([operator, keys]) => {
    if (isObject(keys)) {
      return Object.entries(keys).map(([key, given]) => ({ operator, key, ...readValues(given) }));
    }
    problems.push(`its ${operator} cannot be read`);
    return [];
  });
}

/** Numbers and true and false count as their text. */
function readValues(value: unknown): Pick<Condition, "values"> {
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  const values = given.flatMap((one) =>
    typeof one === "string" || typeof one === "number" || typeof one === "boolean" ? [String(one)] : [],
  );
  return values.length === given.length ? { values } : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
