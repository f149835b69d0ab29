import type { DefaultsSchema } from "../../catalog/sdk-defaults.js";
import type { FileValue } from "../../files/file-value.js";

export interface SchemaProblem {
  readonly message: string;
  readonly line: number;
}

/** The first thing that the SDK's schema refuses of a defaults file; what is not known is not refused. */
export function schemaProblem(
  value: FileValue,
  schema: DefaultsSchema,
  root: DefaultsSchema = schema,
  path = "",
): SchemaProblem | undefined {
  const { $ref } = schema;
  if ($ref !== undefined) {
    const named = root.definitions?.[$ref.slice("#/definitions/".length)];
    return named && schemaProblem(value, named, root, path);
  }
  if (value.kind === "unknown") return undefined;
  const refuse = (what: string): SchemaProblem => ({
    message: `${path === "" ? "the file" : path} ${what}`,
    line: value.line,
  });
  if (schema.type !== undefined && !isOfType(value, schema.type))
    return refuse(`must be of type ${schema.type}`);
  switch (value.kind) {
    case "dict":
      return mappingProblem(value, schema, root, path);
    case "list": {
      const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
      if (value.items.length < minItems) return refuse(`needs ${minItems} or more items`);
      if (value.items.length > maxItems) return refuse(`takes no more than ${maxItems} items`);
      return items && first(value.items, (item) => schemaProblem(item, items, root, `${path}[]`));
    }
    case "constant":
      return textProblem(value, schema, refuse);
  }
}

function mappingProblem(
  value: Extract<FileValue, { kind: "dict" }>,
  schema: DefaultsSchema,
  root: DefaultsSchema,
  path: string,
): SchemaProblem | undefined {
  const { properties = {}, patternProperties = {}, additionalProperties = true, required = [] } = schema;
  const below = (key: string) => (path === "" ? key : `${path}.${key}`);
  const missing = required.find((key) => !value.entries.has(key));
  if (missing !== undefined) return { message: `${below(missing)} is required`, line: value.line };
  if (value.entries.size > (schema.maxProperties ?? Number.POSITIVE_INFINITY))
    return { message: `${path} has too many members`, line: value.line };
  return first([...value.entries], ([key, member]) => {
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const matching = Object.entries(patternProperties).filter(([pattern]) => matches(pattern, key) !== false);
    const schemas = [...(own ? [own] : []), ...matching.map(([, one]) => one)];
    if (schemas.length > 0) return first(schemas, (one) => schemaProblem(member, one, root, below(key)));
    if (additionalProperties === false)
      return { message: `${below(key)} is not a key that the SDK knows`, line: member.line };
    return additionalProperties === true
      ? undefined
      : schemaProblem(member, additionalProperties, root, below(key));
  });
}

function textProblem(
  { data, type }: Extract<FileValue, { kind: "constant" }>,
  schema: DefaultsSchema,
  refuse: (what: string) => SchemaProblem,
): SchemaProblem | undefined {
  if (schema.enum && !(type === "str" && schema.enum.includes(String(data))))
    return refuse(`must be one of ${schema.enum.join(", ")}`);
  if (type !== "str") return undefined;
  const text = String(data);
  // Lengths are those of Python: code points
  const { length } = Array.from(text);
  if (length < (schema.minLength ?? 0)) return refuse("is too short");
  if (length > (schema.maxLength ?? Number.POSITIVE_INFINITY)) return refuse("is too long");
  if (schema.pattern !== undefined && matches(schema.pattern, text) === false)
    return refuse(`must match ${schema.pattern}`);
  return undefined;
}

function isOfType(value: FileValue, type: string): boolean {
  if (value.kind !== "constant") return type === (value.kind === "list" ? "array" : "object");
  switch (type) {
    case "string":
      return value.type === "str";
    case "boolean":
      return value.type === "bool";
    case "integer":
      return value.type === "int" || (value.type === "float" && Number.isInteger(value.data));
    case "number":
      return value.type === "int" || value.type === "float";
    default:
      return type === "null" && value.type === "none";
  }
}

/** Undefined: Python's regular expressions have something that JavaScript's do not. */
function matches(pattern: string, text: string): boolean | undefined {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return undefined;
  }
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
