import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, posix, win32 } from "node:path";
import { policyFileName } from "../src/policy/policy-file-name.js";
import { readTextFile } from "./read-file-beside.js";
import type { Machine } from "./sdk-defaults-places.js";

/** The policy files that apply in a folder, the machine's first. */
export interface FoundPolicies {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Files that are there and cannot be read: `why` completes "cannot be read: …". */
  readonly unreadable: readonly { readonly path: string; readonly why: string }[];
}

/**
 * The platform team's policy on this machine, which no repository can loosen. The variable SAGEMAKER_PREFLIGHT_POLICY
 * says another path.
 */
export function machinePolicyPath({ platform, environment }: Omit<Machine, "home">): string | undefined {
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

/** Reads the policy files of folders; each file once. */
export class PolicyFiles {
  readonly #machinePath: string | undefined;
  readonly #explicit: string | undefined;
  readonly #nearest = new Map<string, string | undefined>();
  readonly #answers = new Map<string, ReturnType<typeof readTextFile>>();

  /** @param explicit Absolute; taken instead of the one nearest to each folder. */
  constructor(
    machine: Omit<Machine, "home"> = { platform: process.platform, environment: process.env },
    explicit?: string,
  ) {
    this.#machinePath = machinePolicyPath(machine);
    this.#explicit = explicit;
  }

  /** @param folder Absolute. */
  of(folder: string): FoundPolicies {
    const files: { path: string; text: string }[] = [];
    const unreadable: { path: string; why: string }[] = [];
    for (const path of new Set([this.#machinePath, this.#explicit ?? this.#nearestTo(folder)])) {
      if (path === undefined) continue;
      const answer = this.#answers.get(path) ?? readTextFile(path);
      this.#answers.set(path, answer);
      if (answer.state === "text") files.push({ path, text: answer.text });
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
    const isLast = above === folder || folder === homedir() || existsSync(join(folder, ".git"));
    const nearest = existsSync(path) ? path : isLast ? undefined : this.#nearestTo(above);
    this.#nearest.set(folder, nearest);
    return nearest;
  }
}
