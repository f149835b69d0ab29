import type { PolicyProblem } from "./read-policy.js";

/** A policy file as a host found it. */
export interface PolicyFile {
  /** As it is shown to people. */
  readonly path: string;
  readonly text: string;
  /** The path that findings have, when not `path`. */
  readonly shownAs?: string;
  /** The machine's, which no repository can loosen; absent: a repository's. */
  readonly of?: "machine";
}

/** The policy files that apply to a notebook, as a host found them; the machine's first. */
export interface FoundPolicies {
  readonly files: readonly PolicyFile[];
  /** Files that are there and cannot be read: `why` completes "cannot be read: …". */
  readonly unreadable: readonly { readonly path: string; readonly why: string }[];
}

/** What is wrong with a policy file. With one, what is asked is not all that was meant. */
export interface PolicyFault {
  readonly path: string;
  /** 1-based; absent when the file cannot be read. */
  readonly line?: number;
  readonly message: string;
}

export function policyFaults(
  unreadable: FoundPolicies["unreadable"],
  problems: readonly (PolicyProblem & { readonly path: string })[],
): readonly PolicyFault[] {
  return [...unreadable.map(({ path, why }) => ({ path, message: `cannot be read: ${why}` })), ...problems];
}

/** Beside the counts, where there is a fault: what is asked is not all that was meant. */
export const policyUnfollowed = "policy not followed in full";

/** For people: `path:line: message`. */
export function faultText({ path, line, message }: PolicyFault): string {
  return `${[path, ...(line === undefined ? [] : [line])].join(":")}: ${message}`;
}
