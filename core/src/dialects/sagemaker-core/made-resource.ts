import type { Instance } from "../../python/library.js";
import type { BoundArguments } from "../../python/machine.js";

/** `Domain.get(…)`, `Cluster.create(…)`: an object that can be updated by the client it came by; what it holds AWS says. */
export function madeResource(
  path: string,
  method: string,
  { keywords }: BoundArguments,
): Instance | undefined {
  if (!/^sagemaker\.core\.resources\.\w+$/.test(path) || (method !== "create" && method !== "get"))
    return undefined;
  const members = new Map(
    ["session", "region"].flatMap((name) => {
      const value = keywords.get(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  return { kind: "instance", type: path, members, open: true };
}
