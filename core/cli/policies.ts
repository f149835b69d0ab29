import { dirname, isAbsolute, relative, resolve } from "node:path";
import { PolicyFiles } from "../aws/policy-files.js";
import { faultText, policyFaults, type PolicyFault } from "../src/policy/found-policies.js";
import type { PolicyInForce } from "../src/policy/team-policy.js";
import type { PolicyOfFiles } from "../src/team-policy.js";
import type { CommonArguments } from "./arguments.js";
import type { CommandHost } from "./main.js";
import { printable } from "./terminal-text.js";

/** What the team asks, from the policy files on this machine: plain data, for other threads get it. */
export interface Policies {
  /** By folder, absolute; one object for all folders that the same files apply to. */
  readonly byFolder: ReadonlyMap<string, PolicyInForce>;
  /** What is wrong with the files, each once, which was said: with one, what is asked is not all that was meant. */
  readonly faults: readonly PolicyFault[];
}

/**
 * The policies of files; what is wrong with one is said.
 *
 * @param paths Of notebooks, relative to `cwd`.
 */
export async function readPolicies(
  paths: Iterable<string>,
  { policy: explicit, verbose }: Pick<CommonArguments, "policy" | "verbose">,
  { cwd, environment, machine, error, loadPolicyReader }: CommandHost,
): Promise<Policies> {
  const found = new PolicyFiles(
    { ...machine, environment },
    explicit === undefined ? undefined : resolve(cwd, explicit),
  );
  const read = new Map<string, PolicyOfFiles>();
  const byFolder = new Map<string, PolicyInForce>();
  const used = new Set<string>();
  const faults = new Map<string, PolicyFault>();
  for (const folder of new Set([...paths].map((path) => dirname(resolve(cwd, path))))) {
    const { files, unreadable } = found.of(folder);
    const key = files.map(({ path }) => path).join("\n");
    const shown = files.map((file) => ({ ...file, shownAs: shownIn(cwd, file.path) }));
    const policy = files.length === 0 ? undefined : (read.get(key) ?? (await loadPolicyReader())(shown));
    for (const fault of policyFaults(unreadable, policy?.problems ?? [])) faults.set(faultText(fault), fault);
    if (policy === undefined) continue;
    read.set(key, policy);
    byFolder.set(folder, policy.policy);
    for (const { path } of files) used.add(path);
  }
  for (const text of faults.keys()) error(`${printable(text)}\n`);
  if (verbose) for (const path of used) error(`Policy: ${printable(path)}\n`);
  return { byFolder, faults: [...faults.values()] };
}

/** What is wrong, at paths relative to `cwd` where the file is in it: so annotations find it. */
export function policyFaultsIn({ faults }: Pick<Policies, "faults">, cwd: string): readonly PolicyFault[] {
  return faults.map((fault) => ({ ...fault, path: shownIn(cwd, fault.path) }));
}

/** Relative where it is below the current folder, as a notebook's is. */
function shownIn(cwd: string, path: string): string {
  const below = relative(cwd, path);
  return /^\.\.(?:[/\\]|$)/.test(below) || isAbsolute(below) ? path : below;
}

/** For a session: what the team asks of a notebook. */
export function policyOf({ byFolder }: Pick<Policies, "byFolder">, cwd: string) {
  return (uri: string): PolicyInForce | undefined => byFolder.get(dirname(resolve(cwd, uri)));
}
