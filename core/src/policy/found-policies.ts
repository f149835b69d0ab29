import type { PolicyProblem } from "./read-policy.js";

/** A policy file as a host found it. */
export interface PolicyFile {
  /** As it is shown to people. */
  readonly path: string;
  readonly text: string;
}

/** The policy files that apply to a notebook, as a host found them; the machine's first. */
export interface FoundPolicies {
  readonly files: readonly PolicyFile[];
  /** Files that are there and cannot be read: `why` completes "cannot be read: …". */
  readonly unreadable: readonly { readonly path: string; readonly why: string }[];
}

/** What is wrong with them, for people: `path:line: message`. With one, what is asked is not all that was meant. */
export function problemTexts(
  unreadable: FoundPolicies["unreadable"],
  problems: readonly (PolicyProblem & { readonly path: string })[],
): readonly string[] {
  return [
    ...unreadable.map(({ path, why }) => `${path}: cannot be read: ${why}`),
    ...problems.map(({ path, line, message }) => `${path}:${line}: ${message}`),
  ];
}
