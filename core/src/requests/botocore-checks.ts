import { operationOf, type ApiOperation, type ApiSetting } from "../catalog/sagemaker-api.js";
import type { Field, FieldPath, Json, Refusal } from "./request.js";

/**
 * What botocore itself would refuse of a request, before AWS is asked: a required or unknown member of a structure, a
 * wrong type, too few items. Not: more than the maximum, the pattern, an unknown instance type.
 *
 * @param whole `fields` has all that is sent; an SDK completes what the author gives, so nothing is missing there.
 * @see https://github.com/boto/botocore/blob/1.44.5/botocore/validate.py
 */
export function refusalOf(
  operation: string,
  fields: ReadonlyMap<FieldPath, Field>,
  { whole }: { readonly whole: boolean },
): Refusal | undefined {
  const api = operationOf(operation);
  if (!api) return undefined;
  const problems = [
    ...(whole ? [...topProblems(api, fields), ...structureProblems(api, fields)] : []),
    ...[...fields].flatMap(([path, field]) => valueProblems(api, path, field)),
  ];
  if (problems.length === 0) return undefined;
  return { error: "ParamValidationError", message: `Parameter validation failed: ${problems.join("; ")}` };
}

function topProblems(api: ApiOperation, fields: ReadonlyMap<FieldPath, Field>): string[] {
  const sent = new Set([...fields.keys()].map((path) => path.split(".")[0] ?? path));
  return [
    ...api.required
      .filter((name) => !sent.has(name))
      .map((name) => `Missing required parameter in input: "${name}"`),
    ...[...sent]
      .filter((name) => !api.members.includes(name))
      .map((name) => `Unknown parameter in input: "${name}", must be one of: ${api.members.join(", ")}`),
  ];
}

/** Each structure that is sent has its required members, and no others than it knows. */
function structureProblems(api: ApiOperation, fields: ReadonlyMap<FieldPath, Field>): string[] {
  const sent = new Set(
    [...fields].filter(([, { state }]) => state === "known" || state === "partial").map(([path]) => path),
  );
  const problems: string[] = [];
  for (const [path, setting] of api.settings) {
    if (setting.type !== "structure" || path.includes("[]")) continue;
    const inside = [...sent].filter((one) => one.startsWith(`${path}.`));
    if (inside.length === 0 || fields.get(path)?.state === "unknown") continue;
    for (const [member, { required }] of api.settings) {
      const isMember =
        member.startsWith(`${path}.`) &&
        !member.slice(path.length + 1).includes(".") &&
        !member.endsWith("[]");
      if (
        required !== true ||
        !isMember ||
        fields.has(member) ||
        inside.some((one) => one.startsWith(`${member}.`))
      )
        continue;
      problems.push(`Missing required parameter in ${path}: "${member.slice(path.length + 1)}"`);
    }
    for (const one of inside) {
      const name = one.slice(path.length + 1).split(".")[0] ?? "";
      if (setting.members && !setting.members.includes(name)) {
        problems.push(
          `Unknown parameter in ${path}: "${name}", must be one of: ${setting.members.join(", ")}`,
        );
      }
    }
  }
  return problems;
}

function valueProblems(api: ApiOperation, path: FieldPath, field: Field): string[] {
  const setting = api.settings.get(path);
  if (!setting || field.state !== "known" || field.value === undefined) return [];
  return problemsOf(field.value, path, setting, api);
}

function problemsOf(value: Json, path: FieldPath, setting: ApiSetting, api: ApiOperation): string[] {
  const types = pythonTypes[setting.type];
  if (types && !types.includes(typeOf(value)))
    return [
      `Invalid type for parameter ${path}, value: ${JSON.stringify(value)}, valid types: ${setting.type}`,
    ];
  const length =
    typeof value === "string"
      ? value.length
      : Array.isArray(value)
        ? value.length
        : typeof value === "number"
          ? value
          : undefined;
  if (setting.min !== undefined && length !== undefined && length < setting.min) {
    return [`Invalid length for parameter ${path}, value: ${length}, valid min length: ${setting.min}`];
  }
  const item = api.settings.get(`${path}[]`);
  return Array.isArray(value) && item ? value.flatMap((one: Json) => problemsOf(one, path, item, api)) : [];
}

const pythonTypes: Partial<Record<ApiSetting["type"], readonly string[]>> = {
  list: ["list"],
  string: ["string"],
  integer: ["number"],
  long: ["number"],
  boolean: ["boolean"],
  structure: ["object"],
  map: ["object"],
};

function typeOf(value: Json): string {
  return Array.isArray(value) ? "list" : value === null ? "null" : typeof value;
}
