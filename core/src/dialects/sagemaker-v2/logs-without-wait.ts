import type { Signature } from "../../catalog/sdk-catalog.js";
import type { Value } from "../../python/value.js";
import type { Refusal } from "../../requests/request.js";
import { valueError } from "./value-error.js";
import { isTruthy } from "./values.js";

/**
 * What a method says that is to show logs and not to wait for them: both are its defaults, so that `wait=False` alone is
 * refused. Undefined: nothing, or it is not known.
 *
 * @param given The arguments by parameter name.
 */
export function logsWithoutWait(
  signature: Signature | undefined,
  given: ReadonlyMap<string, Value>,
): Refusal | undefined {
  const [wait, logs] = ["wait", "logs"].map((name) => truth(name, signature, given));
  if (wait !== false || logs !== true) return undefined;
  const message = `Logs can only be shown if wait is set to True.
                Please either set wait to True or set logs to False.`;
  return valueError(message);
}

function truth(
  name: string,
  signature: Signature | undefined,
  given: ReadonlyMap<string, Value>,
): boolean | undefined {
  const value = given.get(name);
  const truthy =
    value === undefined
      ? signature?.parameters.find((parameter) => parameter.name === name)?.default
      : isTruthy(value);
  return typeof truthy === "boolean" ? truthy : undefined;
}
