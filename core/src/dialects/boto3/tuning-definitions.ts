import type { Value } from "../../python/value.js";
import { fieldOf } from "../../requests/field-of.js";
import type { Field, FieldPath, JobRequest } from "../../requests/request.js";
import { settingsOfRequest } from "../../requests/settings.js";
import { addFields, halfOf, memberAt } from "./structure-fields.js";

/**
 * A tuning job of several definitions as a request for each of them, for each has a network, keys and instances of its
 * own; what concerns the whole of it is with the first. Another request, and one whose definitions are not all known,
 * stays one.
 *
 * @param given The members of the request.
 */
export function byDefinition(request: JobRequest, given: ReadonlyMap<string, Value>): readonly JobRequest[] {
  const definitions = request.operation === operation ? given.get(member) : undefined;
  if ((definitions?.kind !== "list" && definitions?.kind !== "tuple") || definitions.open) return [request];
  const { items } = definitions;
  if (items.length === 0 || items.some(({ kind }) => kind !== "dict")) return [request];
  return items.map((item, index) => {
    const part = `${member}[${index}].`;
    const fields = new Map(index === 0 ? [...request.fields].filter(([path]) => path !== member) : []);
    addFields(fields, `${member}[${index}]`, item);
    const own: JobRequest = {
      ...request,
      fields,
      part,
      objects: new Map([...(request.objects ?? []), [part, item]]),
    };
    const settings = settingsOfRequest(own);
    addUnknown(fields, item, part, Object.values(settings ?? {}));
    const halfVpc = halfOf(settings, fields);
    return halfVpc ? { ...own, halfVpc } : own;
  });
}

/** Settings that may be in what is not known of a definition. */
function addUnknown(
  fields: Map<FieldPath, Field>,
  definition: Value,
  part: FieldPath,
  paths: readonly unknown[],
): void {
  if (definition.kind !== "dict") return;
  for (const path of paths) {
    if (typeof path !== "string" || fields.has(path)) continue;
    const inside = fieldOf(memberAt(definition.entries, path.slice(part.length).split(".")), {
      from: "argument",
    });
    const open = {
      state: "unknown",
      why: "the dict has more than is known",
      origin: { from: "argument" },
    } as const;
    if (inside) fields.set(path, inside);
    else if (definition.open) fields.set(path, open);
  }
}

const operation = "CreateHyperParameterTuningJob";
const member = "TrainingJobDefinitions";
