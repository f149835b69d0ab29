import { operationOfMethod } from "../../catalog/sagemaker-api.js";
import { variableSet } from "../../python/environment-variables.js";
import type { Context } from "../../python/context.js";
import type { Instance } from "../../python/library.js";
import {
  none,
  partlyText,
  unknown,
  type BoundArguments,
  type MachineValue,
  type Site,
} from "../../python/machine.js";
import { joinValues } from "../../python/state.js";
import { region as regionPattern } from "../../python/text-pattern.js";
import { environmentRegion, ownCredentials } from "../call-of.js";
import { isNone } from "../sdk-defaults/resolve-defaults.js";

/*
 * What the evaluator needs to know of boto3: its sessions and clients, and the region that each has.
 */

export const sessionType = "boto3.session.Session";
/** Of a client's type; the service's name follows. */
export const clientType = "boto3.client.";
/** The client of AWS Batch, and its method that gives a job of SageMaker to a queue. */
export const batchClient = `${clientType}batch`;
export const submitServiceJob = "submit_service_job";

/** `boto3.client(…)`, or of a session; undefined: of which service is not known. */
export function clientMade(
  bound: BoundArguments,
  session: MachineValue | undefined,
  site: Site,
  context: Context,
): MachineValue | undefined {
  const service = bound.positional[0] ?? bound.keywords.get("service_name");
  if (service?.kind !== "constant" || service.type !== "str") return undefined;
  const given = bound.positional[1] ?? bound.keywords.get("region_name");
  const from = session ?? context.state.name(defaultSession);
  const own = from && context.object(from);
  const inherited =
    own?.kind === "instance"
      ? regionOf(own, context)
      : from
        ? unknown("the default session differs by branch")
        : regionSet(context);
  const region =
    given ?? (bound.openKeywords ? unknown("the region is among arguments that are not known") : inherited);
  const client = clientOf(String(service.data), region);
  const credentials =
    credentialsIn(bound) ?? (own?.kind === "instance" ? credentialsOf(own, context) : undefined);
  const members = credentials ? new Map([...client.members, [ownCredentials, credentials]]) : client.members;
  const { kind, type, open } = client;
  return context.allocate({ kind, type, members, open, site, span: site.span });
}

/**
 * `session.client("sagemaker")` of a session that nobody knows: for whom and in which region it asks is its secret.
 * Undefined: it need not be boto3's.
 */
export function sagemakerClientOfUnknown(
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  const service = bound.positional[0] ?? bound.keywords.get("service_name");
  if (service?.kind !== "constant" || service.data !== "sagemaker") return undefined;
  const secret = unknown("the session is not known");
  const region = bound.positional[1] ?? bound.keywords.get("region_name") ?? secret;
  return secretClient(secret, site, context, region);
}

function secretClient(
  secret: MachineValue,
  site: Site,
  context: Context,
  region: MachineValue = secret,
): MachineValue {
  const members = new Map([
    ["region_name", region],
    [ownCredentials, secret],
  ]);
  return context.allocate({ ...clientOf("sagemaker", region), members, site, span: site.span });
}

/**
 * `sm.create_training_job(TrainingJobName=…)` of a client that a function is given, or that another file makes. The
 * arguments tell whose it is: SageMaker takes all of them, and no other service does. For whom and in which region it
 * asks is its secret. Undefined: it need not be boto3's.
 */
export function clientOfUnknown(
  method: string,
  { positional, keywords }: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  if (positional.length > 0 || keywords.size === 0) return undefined;
  const operation = operationOfMethod(method);
  const isIn = (members: readonly string[]) => [...keywords.keys()].every((name) => members.includes(name));
  if (!operation || !isIn(operation.members) || operation.others.some(isIn)) return undefined;
  return secretClient(unknown(clientNotKnown), site, context);
}

/** Why the region of such a client is not known. */
export const clientNotKnown = "the client is not known";

/** The arguments by which the notebook asks as somebody else than the environment does. */
const credentialArguments = [
  "profile_name",
  "aws_access_key_id",
  "aws_secret_access_key",
  "aws_session_token",
  "botocore_session",
];

/** The name of the profile, where that is all and it is known; unknown for other credentials. */
function credentialsIn({ keywords }: BoundArguments): MachineValue | undefined {
  const given = credentialArguments.flatMap((name) => {
    const value = keywords.get(name);
    return value === undefined || isNone(value) ? [] : [{ name, value }];
  });
  const [only, other] = given;
  if (only === undefined) return undefined;
  const isProfile = only.name === "profile_name" && other === undefined;
  return isProfile && only.value.kind === "constant" && only.value.type === "str"
    ? only.value
    : unknown("it is asked with credentials of its own");
}

/** Those that a session was given. */
export function credentialsOf(instance: Instance, context: Context): MachineValue | undefined {
  const own = instance.members.get(ownCredentials);
  if (own) return own;
  const session = instance.members.get("boto_session");
  const object = session && context.object(session);
  return object?.kind === "instance" ? credentialsOf(object, context) : undefined;
}

export function clientOf(service: string, region: MachineValue): Instance {
  return {
    kind: "instance",
    type: `${clientType}${service}`,
    members: new Map([["region_name", region]]),
    open: false,
  };
}

/** `boto3.setup_default_session(…)` */
export function setDefaultSession(bound: BoundArguments, context: Context): void {
  context.setName(defaultSession, context.allocate(sessionOf(sessionMembers(bound))));
}

/** The notebook has set boto3's default session up itself. */
export function hasDefaultSession(context: Context): boolean {
  return context.state.name(defaultSession) !== undefined;
}

/** Where `boto3.setup_default_session` puts it. */
const defaultSession = "boto3:session";

export function sessionOf(members: ReadonlyMap<string, MachineValue>): Instance {
  return { kind: "instance", type: sessionType, members, open: false };
}

/** The region that the notebook sets in its environment, None where it sets none. */
function regionSet(context: Context): MachineValue {
  const region = variableSet("AWS_DEFAULT_REGION", context) ?? none;
  return region.kind === "either"
    ? joinValues(region.values.map((one) => (one.kind === "absent" ? none : one)))
    : region;
}

/** None: the one that the environment sets. */
export function regionOf(instance: Instance, context: Context): MachineValue {
  const own = instance.members.get("region_name");
  if (own) return own;
  const session = instance.members.get("boto_session");
  const object = session && context.object(session);
  if (object?.kind === "instance") return regionOf(object, context);
  if (session && !isNone(session)) return unknown("the region is that of a session made elsewhere");
  return regionSet(context);
}

/** The notebook reads the environment's region: a text that is not known here, but never None. */
export function asRead(region: MachineValue): MachineValue {
  if (region.kind === "either") return joinValues(region.values.map(asRead));
  return isNone(region) ? partlyText(regionPattern, environmentRegion) : region;
}

/** `boto3.Session(…)`, by position. */
const sessionParameters = [
  "aws_access_key_id",
  "aws_secret_access_key",
  "aws_session_token",
  "region_name",
  "profile_name",
];

/** What a boto3 session is told of its region, and of who asks. */
export function sessionMembers(bound: BoundArguments): Map<string, MachineValue> {
  const positional = bound.positional.flatMap((value, index) => {
    const name = sessionParameters[index];
    return name === undefined ? [] : [[name, value] as const];
  });
  const keywords = new Map([...positional, ...bound.keywords]);
  const [region, profile] = [keywords.get("region_name"), keywords.get("profile_name")];
  const credentials = credentialsIn({ ...bound, keywords });
  const members = new Map<string, MachineValue>(credentials ? [[ownCredentials, credentials]] : []);
  if (region && !isNone(region)) return members.set("region_name", region);
  // A profile has a region of its own
  const isImplied = (profile !== undefined && !isNone(profile)) || bound.openKeywords;
  return isImplied ? members.set("region_name", unknown("the region is that of a profile")) : members;
}
