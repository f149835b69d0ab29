import { editDistance, isSlip } from "./edit-distance.js";

/** The name that was probably meant by another, if one is near enough. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  if (name.length > longestName) return undefined;
  const [nearest] = names
    .map((one) => ({ one, distance: editDistance(name, one) }))
    .sort((left, right) => left.distance - right.distance);
  return nearest !== undefined && isSlip(nearest.distance, nearest.one) ? nearest.one : undefined;
}

const longestName = 60;
