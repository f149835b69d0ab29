import type { ApiOperation } from "../../catalog/sagemaker-api.js";
import type { FrozenArguments } from "../../python/record.js";
import { fieldOf } from "../../requests/field-of.js";
import { listsOfGroups } from "../../requests/instance-groups.js";
import type { Field, FieldPath, Origin } from "../../requests/request.js";
import { settingsOf } from "../../requests/settings.js";
import { addListsOfGroups } from "./instance-groups.js";
import { addFields, memberAt } from "./structure-fields.js";

const argument: Origin = { from: "argument" };

/**
 * The members of a request as its fields.
 *
 * @param openWhy Why nobody knows what is not given, when there may be more arguments.
 */
export function readFields(
  operation: ApiOperation,
  { keywords, openKeywords }: FrozenArguments,
  openWhy = "it may be among the arguments that are expanded",
): Map<FieldPath, Field> {
  const fields = new Map<FieldPath, Field>();
  for (const [name, value] of keywords) addFields(fields, name, value);
  if (settingsOf(operation.name)?.roleArn === listsOfGroups.roleArn) addListsOfGroups(fields, keywords);
  for (const path of Object.values(settingsOf(operation.name) ?? {})) {
    if (typeof path !== "string" || fields.has(path)) continue;
    const inside = fieldOf(memberAt(keywords, path.split(".")), argument);
    if (inside) fields.set(path, inside);
    else if (openKeywords && !keywords.has(path.split(".")[0] ?? path)) {
      fields.set(path, {
        state: "unknown",
        why: openWhy,
        origin: argument,
      });
    }
  }
  if (openKeywords) {
    const settings = [...fields.keys()];
    for (const member of operation.members) {
      if (keywords.has(member) || settings.some((path) => path.split(".")[0] === member)) continue;
      fields.set(member, { state: "unknown", why: openWhy, origin: argument });
    }
  }
  return fields;
}
