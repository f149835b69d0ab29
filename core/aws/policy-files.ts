import { existsSync } from "node:fs";
import { dirname, join, posix, win32 } from "node:path";
import type { FoundPolicies, PolicyFile } from "../src/policy/found-policies.js";
import { policyFileName } from "../src/policy/policy-file-name.js";
import type { FileAnswer } from "../src/files/file-answer.js";
import { readTextFile } from "./read-file-beside.js";
import { thisMachine, type Machine } from "./sdk-defaults-places.js";

/**
 * The platform team's policy on this machine, which no repository can loosen. The variable SAGEMAKER_PREFLIGHT_POLICY
 * says another path.
 */
export function machinePolicyPath({ platform, environment }: Machine = thisMachine()): string | undefined {
  const { SAGEMAKER_PREFLIGHT_POLICY, PROGRAMDATA } = environment;
  if (SAGEMAKER_PREFLIGHT_POLICY !== undefined && SAGEMAKER_PREFLIGHT_POLICY !== "")
    return SAGEMAKER_PREFLIGHT_POLICY;
  const place = ["sagemaker-preflight", policyFileName];
  switch (platform) {
    case "win32":
      return PROGRAMDATA === undefined ? undefined : win32.join(PROGRAMDATA, ...place);
    case "darwin":
      return posix.join("/Library/Application Support", ...place);
    default:
      return posix.join("/etc", ...place);
  }
}

/** Reads the policy files of folders; each file once, and each folder. */
export class PolicyFiles {
  readonly #machinePath: string | undefined;
  readonly #home: string;
  readonly #explicit: string | undefined;
  readonly #nearest = new Map<string, string | undefined>();
  readonly #answers = new Map<string, FileAnswer>();
  readonly #found = new Map<string, FoundPolicies>();

  /** @param explicit Absolute; taken instead of the one nearest to each folder. */
  constructor(machine = thisMachine(), explicit?: string) {
    this.#home = machine.home;
    this.#machinePath = machinePolicyPath(machine);
    this.#explicit = explicit;
  }

  /** @param folder Absolute. @returns The same object each time. */
  of(folder: string): FoundPolicies {
    let found = this.#found.get(folder);
    if (found === undefined) this.#found.set(folder, (found = this.#find(folder)));
    return found;
  }

  #find(folder: string): FoundPolicies {
    const files: PolicyFile[] = [];
    const unreadable: { path: string; why: string }[] = [];
    for (const path of new Set([this.#machinePath, this.#explicit ?? this.#nearestTo(folder)])) {
      if (path === undefined) continue;
      const answer = this.#answers.get(path) ?? readTextFile(path);
      this.#answers.set(path, answer);
      if (answer.state === "text")
        files.push({
          path,
          text: answer.text,
          ...(path === this.#machinePath && { of: "machine" as const }),
        });
      else if (answer.state !== "absent")
        unreadable.push({ path, why: answer.state === "folder" ? "it is a folder" : answer.why });
      else if (path === this.#explicit) unreadable.push({ path, why: "there is no such file" });
    }
    return { files, unreadable };
  }

  /** In the folder or one above it, up to the root of its repository, or of the disk where there is none. */
  #nearestTo(folder: string): string | undefined {
    if (this.#nearest.has(folder)) return this.#nearest.get(folder);
    const path = join(folder, policyFileName);
    const above = dirname(folder);
    const isLast = above === folder || folder === this.#home || existsSync(join(folder, ".git"));
    const nearest = existsSync(path) ? path : isLast ? undefined : this.#nearestTo(above);
    this.#nearest.set(folder, nearest);
    return nearest;
  }
}
