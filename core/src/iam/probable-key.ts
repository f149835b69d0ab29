import { keyNames } from "../catalog/sagemaker-condition-keys.js";
import { editDistance } from "../requests/edit-distance.js";

/**
 * The key of SageMaker's that is probably meant by a name that is none: one that it begins, or that it differs from by
 * a slip. Both without `sagemaker:`.
 */
export function probableKey(name: string): string | undefined {
  const wanted = name.toLowerCase();
  const [best] = [...keyNames]
    .map(([lower, key]) => ({ key, distance: begins(lower, wanted) ? 1 : editDistance(lower, wanted) }))
    .filter(({ distance }) => distance * 5 <= wanted.length)
    .sort((one, other) => one.distance - other.distance);
  return best?.key;
}

/** Too short a beginning is one of many keys. */
const begins = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= 8 && (one.startsWith(other) || other.startsWith(one));
