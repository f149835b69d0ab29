import type { Reading, Unreadable } from "../account/fact.js";

/** Where a policy stands in AWS's evaluation: attached to a principal, above it, or to the resource that is asked for. */
export type PolicyKind =
  | "inline"
  | "managed"
  | "boundary"
  | "scp"
  | "key"
  | "bucket"
  | "repository"
  | "endpoint"
  | "trust"
  | "session";

/** One policy document as it was read, and where from. */
export interface PolicySource {
  /** As messages name it: the policy's name (`DataScientists/vpc-only` for a group's), the ARN of a key, a bucket's name. */
  readonly name: string;
  readonly kind: PolicyKind;
  /** The document: an object, or JSON text, percent-encoded or not (IAM gives it in each of these ways). */
  readonly document: unknown;
  /** The answer of AWS that it is of. */
  readonly read?: Reading;
}

/** Policies that apply and that nobody could read. */
export interface UnreadPolicies {
  /** What could not be read: `the policies of group DataScientists`. */
  readonly what: string;
  /** The IAM action to ask for. */
  readonly action: string;
  readonly why: Unreadable | "not asked yet" | "offline";
}

/** The policies of one layer. It is complete when nothing is `unread`. */
export interface PolicyLayer {
  readonly policies: readonly PolicySource[];
  readonly unread: readonly UnreadPolicies[];
}

/** The policies that a role or user has itself. */
export interface OwnPolicies {
  /** Inline and managed, and of a user those of its groups. */
  readonly identity: PolicyLayer;
  /** "none": the principal has no boundary. */
  readonly boundary: PolicyLayer | "none";
}

/** Who makes a request. */
export interface Principal {
  /** Of the user or role itself: `arn:aws:iam::111122223333:role/service-role/DataScientist`, not of its session. */
  readonly arn: string;
  /** 12 digits. */
  readonly account: string;
  /** Of an assumed role: `arn:aws:sts::111122223333:assumed-role/DataScientist/me`. */
  readonly sessionArn?: string;
  /** `AROA…:me`, `AIDA…` */
  readonly userId?: string;
  /** The tags of the user or role; absent: not read. Session tags may be there besides. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * All that is known of what its policies let a caller do. Of an organization's policies there is one layer for the
 * root, each unit on the way and the account, each of which must allow; no level at all: the account is in no
 * organization, or is its management account.
 */
export interface CallerPolicies extends OwnPolicies {
  readonly principal: Principal;
  readonly serviceControl: readonly PolicyLayer[];
}
