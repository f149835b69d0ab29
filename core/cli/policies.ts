import { dirname, resolve } from "node:path";
import { PolicyFiles } from "../aws/policy-files.js";
import type { Machine } from "../aws/sdk-defaults-places.js";
import type { TeamPolicy } from "../src/policy/team-policy.js";
import type { PolicyFile, PolicyOfFiles } from "../src/team-policy.js";

export interface PoliciesOptions {
  readonly cwd: string;
  readonly machine: Omit<Machine, "home">;
  /** Taken instead of the file nearest to each notebook. */
  readonly explicit?: string;
  /** Loaded when there is a policy file. */
  readonly loadReader: () => Promise<(files: readonly PolicyFile[]) => PolicyOfFiles>;
}

/** What the team asks of each notebook, from the policy files on this machine. */
export interface Policies {
  readonly of: (uri: string) => TeamPolicy | undefined;
  /** The files that apply to any of the notebooks. */
  readonly paths: readonly string[];
  /** `path:line: message`, for stderr. With one, what is asked is not all that was meant. */
  readonly problems: readonly string[];
}

/** @param uris As notebooks have them: paths, relative to `cwd`. */
export async function readPolicies(
  uris: readonly string[],
  { cwd, machine, explicit, loadReader }: PoliciesOptions,
): Promise<Policies> {
  const found = new PolicyFiles(machine, explicit === undefined ? undefined : resolve(cwd, explicit));
  const folders = new Map(uris.map((uri) => [uri, dirname(resolve(cwd, uri))]));
  const read = new Map<string, PolicyOfFiles>();
  const policies = new Map<string, TeamPolicy>();
  const [paths, problems] = [new Set<string>(), new Set<string>()];
  for (const folder of new Set(folders.values())) {
    const { files, unreadable } = found.of(folder);
    for (const { path, why } of unreadable) problems.add(`${path}: cannot be read: ${why}`);
    if (files.length === 0) continue;
    const key = files.map(({ path }) => path).join("\n");
    // One object for all notebooks that it applies to, so that what was judged by it can be kept
    const policy = read.get(key) ?? (await loadReader())(files);
    read.set(key, policy);
    policies.set(folder, policy.policy);
    for (const { path } of files) paths.add(path);
    for (const { path, line, message } of policy.problems) problems.add(`${path}:${line}: ${message}`);
  }
  return {
    of: (uri) => policies.get(folders.get(uri) ?? ""),
    paths: [...paths],
    problems: [...problems],
  };
}
