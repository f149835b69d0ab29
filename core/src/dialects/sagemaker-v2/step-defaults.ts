import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { keysOfClass } from "../../catalog/sdk-defaults.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { argumentsByName } from "../arguments-by-name.js";
import { defaultAt } from "../sdk-defaults/apply-defaults.js";
import { ownDefaults, sessionDefaults } from "../sdk-defaults/resolve-defaults.js";
import type { Construction } from "./construction.js";
import type { ObjectValue } from "./objects-in.js";
import { sameValue } from "./places.js";

/**
 * A step that has the settings of its job itself, with the defaults of its pipeline's session, where that has others than
 * the files, which its constructor was taken to apply.
 *
 * @source sagemaker 2.257.7, workflow/function_step.py and notebook_job_step.py, which read them when the definition is made
 */
export function withDefaultsOfPipeline(
  step: ObjectValue,
  record: Construction,
  sessions: readonly (Value | undefined)[],
): ObjectValue {
  const [session, ...others] = sessions;
  if (session?.kind !== "object" || isAbsent(session)) return step;
  const defaults = session.members.get(sessionDefaults);
  if (others.length === 0 && sameValue(defaults, step.members.get(ownDefaults))) return step;
  const known = sagemakerSdk.classOf(record.type);
  const given = argumentsByName(known, record.arguments);
  const members = new Map(step.members);
  for (const [parameter, key] of keysOfClass([record.type, ...(known?.bases ?? [])])) {
    const own = given.get(parameter);
    if (own !== undefined && !isAbsent(own)) continue;
    const value: Value | undefined = others.some((one) => !sameValue(one, session))
      ? { kind: "unknown", why: "its pipelines have sessions of their own" }
      : defaults && defaultAt(key, defaults);
    if (value) members.set(parameter, value);
    else members.delete(parameter);
  }
  if (defaults) members.set(ownDefaults, defaults);
  else members.delete(ownDefaults);
  return { ...step, members };
}
