import type { Facts } from "./fact.js";
import * as iam from "./inventory-iam.js";
import { identity } from "./inventory.js";
import type { Question } from "./question.js";

/**
 * What the SDK's `get_execution_role()` gives where the notebook runs, as far as the host knows that: the role that
 * SageMaker itself names to what runs in Studio or on the command line's word (`arn`), or the role of whoever asks AWS
 * here, since the notebook asks with the very same credentials (`of: "caller"`).
 *
 * @source sagemaker 2.257.7, session.py, and 3.27.0, core/helper/session_helper.py: get_caller_identity_arn looks for
 * ExecutionRoleArn in /opt/ml/metadata/resource-metadata.json first, whatever the session's credentials, then asks STS
 */
export type ExecutionRole = { readonly arn: string } | { readonly of: "caller" };

/** What `get_execution_role()` gives. */
export type ResolvedRole =
  /** `isOfCaller`: only with the credentials that everything here is asked with. */
  | { readonly state: "known"; readonly arn: string; readonly isOfCaller: boolean }
  /** `why` completes "not known: …". `asks`: the questions whose answers would tell. */
  | { readonly state: "unknown"; readonly why: string; readonly asks: readonly Question[] };

export function resolveExecutionRole(
  role: ExecutionRole | undefined,
  { facts, region }: { readonly facts: Facts; readonly region?: string | undefined },
): ResolvedRole | undefined {
  if (role === undefined) return undefined;
  if ("arn" in role) return { state: "known", arn: role.arn, isOfCaller: false };
  if (region === undefined) return unknown("no region is set");
  const caller = identity(facts, region);
  if (caller === undefined)
    return unknown("who asks was not looked up yet", { kind: "identity", id: "", region });
  if (caller.state !== "present") return unknown("AWS did not say who asks");
  const { arn } = caller.value;
  const [, partition, account, name] = sessionForm.exec(arn) ?? [];
  if (partition === undefined || account === undefined || name === undefined)
    return unknown(`get_execution_role() fails here, since ${arn} is not a role`);
  const found = iam.role(facts, name, region);
  if (found === undefined)
    return unknown("the caller's role was not looked up yet", { kind: "role", id: name, region });
  if (found.state === "present") return { state: "known", arn: found.value.arn, isOfCaller: true };
  if (found.state === "unreadable" && found.why !== "denied") return unknown(`${found.action}: ${found.why}`);
  // The SDK may not read it either, and then takes the role for one without a path, or for one of the console's
  const path = arn.includes("AmazonSageMaker-ExecutionRole") ? "service-role/" : "";
  return { state: "known", arn: `arn:${partition}:iam::${account}:role/${path}${name}`, isOfCaller: true };
}

const sessionForm = /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\/[^/]+$/;

function unknown(why: string, ...asks: readonly Question[]): ResolvedRole {
  return { state: "unknown", why, asks };
}

/** From SageMaker's metadata file; `undefined`: it does not say. @param text Of `resource-metadata.json`. */
export function roleOfMetadata(text: string): ExecutionRole | undefined {
  try {
    const metadata: unknown = JSON.parse(text);
    if (typeof metadata !== "object" || metadata === null || !("ExecutionRoleArn" in metadata))
      return undefined;
    const { ExecutionRoleArn: arn } = metadata;
    return typeof arn === "string" && arn.includes(":role/") ? { arn } : undefined;
  } catch {
    return undefined;
  }
}
