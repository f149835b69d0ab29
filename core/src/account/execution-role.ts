import type { Facts } from "./fact.js";
import * as iam from "./inventory-iam.js";
import { identity } from "./inventory.js";
import { domain, notebookInstance, userProfile, userProfileId } from "./inventory-places.js";
import type { Question } from "./question.js";

/**
 * What the SDK's `get_execution_role()` gives where the notebook runs, as far as the host knows that: the role that
 * SageMaker itself names to what runs in Studio or on the command line's word (`arn`), that of the notebook instance or of
 * the user of Studio (`at`), or the role of whoever asks AWS here, since the notebook asks with the very same credentials
 * (`of: "caller"`).
 *
 * @source sagemaker 2.257.7, session.py, and 3.27.0, core/helper/session_helper.py: get_caller_identity_arn looks for
 * ExecutionRoleArn in /opt/ml/metadata/resource-metadata.json first, whatever the session's credentials, then asks
 * SageMaker for the place that the file names, and only where that fails STS
 */
export type ExecutionRole =
  | { readonly arn: string; readonly at?: NotebookPlace }
  | { readonly at: NotebookPlace }
  | { readonly of: "caller" };

/** Where the notebook runs, as SageMaker names it to what runs there. */
export type NotebookPlace =
  { readonly notebookInstance: string } | { readonly domainId: string; readonly userProfile?: string };

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
  if ("at" in role) return roleOfPlace(role.at, facts, region);
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

/** Where SageMaker does not say, the SDK asks who it is itself; whether it is allowed to ask is not known here. */
function roleOfPlace(place: NotebookPlace, facts: Facts, region: string): ResolvedRole {
  // With other credentials the SDK may not ask for it, and then takes who asks
  const known = (arn: string): ResolvedRole => ({ state: "known", arn, isOfCaller: true });
  if ("notebookInstance" in place) {
    const { notebookInstance: id } = place;
    const instance = notebookInstance(facts, id, region);
    if (instance === undefined)
      return unknown("the notebook instance was not looked up yet", { kind: "notebookInstance", id, region });
    const arn = instance.state === "present" ? instance.value.roleArn : undefined;
    return arn === undefined ? unknown("SageMaker did not say the notebook instance's role") : known(arn);
  }
  const { domainId, userProfile: name } = place;
  if (name === undefined) return unknown("whose user profile it is");
  const id = userProfileId(domainId, name);
  const profile = userProfile(facts, id, region);
  const own = domain(facts, domainId, region);
  if (profile === undefined || own === undefined) {
    return unknown(
      "the user profile was not looked up yet",
      { kind: "userProfile", id, region },
      { kind: "domain", id: domainId, region },
    );
  }
  if (profile.state !== "present") return unknown("SageMaker did not say the user profile's role");
  const arn = profile.value.roleArn ?? (own.state === "present" ? own.value.roleArn : undefined);
  return arn === undefined ? unknown("SageMaker did not say the domain's role") : known(arn);
}

/** From SageMaker's metadata file; `undefined`: it does not say. @param text Of `resource-metadata.json`. */
export function roleOfMetadata(text: string): ExecutionRole | undefined {
  let metadata: unknown;
  try {
    metadata = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof metadata !== "object" || metadata === null || Array.isArray(metadata)) return undefined;
  const { ExecutionRoleArn: arn, ...named } = metadata as Readonly<Record<string, unknown>>;
  const at = placeOf(named);
  // As the SDK does: a role that is named stands, whatever it is
  if (arn !== undefined && arn !== null)
    return typeof arn === "string" && arn.includes(":role/") ? { arn, ...(at ? { at } : {}) } : undefined;
  return at && { at };
}

function placeOf({
  ResourceName: name,
  DomainId: domainId,
  UserProfileName: userProfile,
}: Readonly<Record<string, unknown>>): NotebookPlace | undefined {
  if (domainId === undefined || domainId === null)
    return typeof name === "string" && nameForm.test(name) ? { notebookInstance: name } : undefined;
  if (typeof domainId !== "string" || !nameForm.test(domainId)) return undefined;
  const isNamed = typeof userProfile === "string" && nameForm.test(userProfile);
  return { domainId, ...(isNamed ? { userProfile } : {}) };
}

const nameForm = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,62}$/;
