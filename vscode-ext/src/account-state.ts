import type { AccountDescription, Fact } from "@sagemaker-preflight/core";

/** How an editor window stands to one AWS account. */
export type AccountState =
  /** The user turned questions to AWS off. */
  | { readonly kind: "off" }
  /** The workspace is not trusted: AWS is not asked, whatever the settings of the workspace say. */
  | { readonly kind: "untrusted" }
  /** No document had a question yet. */
  | { readonly kind: "idle" }
  /** Finding out which account this is. */
  | { readonly kind: "connecting" }
  /** `pending`: questions on their way. `readAt`: of the oldest fact in use, milliseconds since 1970, UTC. */
  | {
      readonly kind: "connected";
      readonly description: AccountDescription;
      readonly pending: number;
      readonly readAt?: number;
    }
  /** Nobody can be asked: no credentials, expired ones, a profile that is not there, no network. */
  | { readonly kind: "disconnected"; readonly why: Disconnection; readonly detail: string };

export type Disconnection = "no credentials" | "no such profile" | "expired" | "unreachable" | "failed";

/**
 * What an identity that could not be read means for all other questions. Undefined: the others may still be
 * answered, for instance where a network has an endpoint for EC2 but none for STS.
 */
export function disconnectionOf(identity: Fact): { why: Disconnection; detail: string } | undefined {
  if (identity.state !== "unreadable") return undefined;
  const { why, detail } = identity;
  return why === "no credentials" || why === "expired" ? { why, detail } : undefined;
}

/** 12 digits; undefined when the identity could not be read. */
export function accountIdOf({ identity }: AccountDescription): string | undefined {
  if (identity.state !== "present") return undefined;
  const { value } = identity;
  const id = typeof value === "object" && value !== null && "Account" in value ? value.Account : undefined;
  return typeof id === "string" ? id : undefined;
}
