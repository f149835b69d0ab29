import { operationOf } from "../catalog/sagemaker-api.js";
import { authorizationOf, replacementOf, sagemakerKey } from "../catalog/sagemaker-condition-keys.js";
import type { FieldPath, JobRequest, Json } from "../requests/request.js";
import type { Settings } from "../requests/settings.js";
import { known, type Context, type ContextValue } from "./context.js";
import type { Given } from "./pattern.js";
import type { Principal } from "./policies.js";
import { probableKey } from "./probable-key.js";
import { readAll, readField, unknown } from "./read-field.js";
import { nameMembers, requestKeys, type KeyRow } from "./request-keys.js";

/** A request with what decides over its condition keys. */
export interface KeyedRequest extends JobRequest {
  readonly settings: Settings;
}

export interface RequestPlace {
  readonly region: string;
  readonly principal: Principal;
  /** The ARN of the key that a request names, where it is known. */
  readonly keyArn: (name: string) => string | undefined;
  /** Members with values that the author still has to fill in. */
  readonly openPaths: ReadonlySet<FieldPath>;
  /**
   * Take it that AWS tests `false` and the like for what is left out, as the guardrails do that it publishes; without
   * it both that and no key are held possible.
   */
  readonly asPublished?: true;
}

/** The ARNs of what the request needs permission on, what it makes or changes first. */
export function resourcesOf(
  request: JobRequest,
  { region, principal }: RequestPlace,
): readonly [Given, ...Given[]] {
  const partition = principal.arn.split(":")[1] ?? "aws";
  const account = `arn:${partition}:sagemaker:${region}:${principal.account}:`;
  const resources = authorizationOf(request.operation)?.resources ?? [];
  const [main = { text: account, open: "anywhere" }, ...others] = resources.map((one) =>
    arnOf(account, one, request),
  );
  return [main, ...others];
}

/** @param resource As the reference has it: `user-profile/${DomainId}/${UserProfileName}`. */
function arnOf(account: string, resource: string, { fields }: JobRequest): Given {
  const [type = "", ...names] = resource.split(/\$\{|\}/);
  let text = account + type;
  for (const [index, part] of names.entries()) {
    if (index % 2 === 1) {
      text += part;
      continue;
    }
    const name = fields.get(nameMembers[part] ?? part);
    const isLast = index === names.length - 2;
    const open = isLast ? true : "anywhere";
    if (name?.state !== "known" || typeof name.value !== "string") return { text, open };
    // Some take an ARN in the name's place
    const isArn = name.value.startsWith("arn:");
    if (isArn && (names.length > 2 || !name.value.startsWith(text))) return { text, open };
    const whole = isArn ? name.value : text + name.value;
    // How AWS writes capital letters into the ARN is not documented
    const [plain = ""] = /^[^A-Z]*/.exec(whole.slice(text.length)) ?? [];
    if (plain.length < whole.length - text.length) return { text: text + plain, open };
    text = whole;
  }
  return { text };
}

/**
 * The condition keys of a request, each known, absent or unknown: those of SageMaker's that its action carries, tags,
 * and the global keys that a caller's own request tells.
 */
export function requestContext(request: KeyedRequest, place: RequestPlace): Context {
  const carried = authorizationOf(request.operation)?.keys;
  return {
    of: (key) => {
      const [prefix = "", ...rest] = key.split(":");
      const name = rest.join(":");
      switch (prefix.toLowerCase()) {
        case "sagemaker":
          return ownKey(name, carried, request, place);
        case "aws":
          return globalKey(name, request, place);
        default:
          return unknown("it is another service's key");
      }
    },
  };
}

function ownKey(
  given: string,
  carried: ReadonlySet<string> | undefined,
  request: KeyedRequest,
  place: RequestPlace,
): ContextValue {
  const key = sagemakerKey(given);
  if (key === undefined) {
    // A slip in a policy names a key that no request has; another name may be a newer key
    return probableKey(given) === undefined ? unknown("no such key is known") : { state: "absent" };
  }
  if (ofStudio.has(key) || key.startsWith("ResourceTag/")) return unknown("the request does not tell it");
  const current = replacementOf(key) ?? key;
  if (carried === undefined) return unknown("which keys the action has is not known");
  if (!carried.has(current)) return { state: "absent" };
  const row = requestKeys.find((one) => one.key === current);
  if (row === undefined) return unknown("the request does not tell it");
  const found = rowValue(row, request, place);
  const value = isUpdate(request) ? orOfWhatIsThere(found) : found;
  // What AWS tests in a key that it has given up is not documented; without the field there is nothing to test
  return current === key || value.state === "absent" ? value : unknown("AWS has given this key up");
}

/** It changes what is there already. */
const isUpdate = ({ operation }: JobRequest): boolean => operation.startsWith("Update");

/** No document says whether AWS tests what an update leaves as it is. */
function orOfWhatIsThere(value: ContextValue): ContextValue {
  if (value.state === "one of") return { ...value, values: value.values.map(orOfWhatIsThere) };
  return value.state === "absent" ? unknown("whether AWS tests what the update leaves as it is") : value;
}

/** They tell of the Studio that the request is made in. */
const ofStudio: ReadonlySet<string> = new Set(["DomainId", "UserProfileName"]);

function rowValue(row: KeyRow, request: KeyedRequest, place: RequestPlace): ContextValue {
  const { setting, paths, perhaps, leftOut, isKmsKey } = row;
  if (request.operation === "CreateHyperParameterTuningJob" && hasDefinitions(request)) {
    return unknown("the jobs of several definitions are tested together");
  }
  if (isDefinedElsewhere(request)) return unknown("the job definition, which the request only names");
  const own = setting === undefined ? undefined : request.settings[setting];
  const others = paths?.[request.operation];
  const path = own ?? others?.[0];
  if (path === undefined) return unknown("the request does not tell it");
  if (place.openPaths.has(path))
    return { state: "unknown", why: `${path} is to be filled in`, present: true };
  const told = readAll(request, others ?? [], own);
  const value = withMore(told, perhaps?.[request.operation] ?? [], request);
  if (isKmsKey === true) return keyValue(value, place.keyArn);
  if (value.state !== "absent" || leftOut === undefined || isUpdate(request)) return value;
  const sent: ContextValue = { state: "known", values: [leftOut.sent] };
  if (place.asPublished === true && leftOut.isAssumed) return sent;
  return {
    state: "one of",
    values: [value, sent],
    why: `whether AWS tests "${leftOut.sent}" when ${path} is left out`,
  };
}

/** Beside what counts, what perhaps does: seen where the request is written out. */
function withMore(value: ContextValue, paths: readonly FieldPath[], request: JobRequest): ContextValue {
  if (paths.length === 0 || request.parameters === undefined) return value;
  if (readAll(request, paths).state === "absent") return value;
  const why = `whether AWS counts ${paths.join(" and ")} too`;
  if (value.state === "known") return { state: "unknown", why, present: true, some: value.values };
  return value.state === "unknown" ? value : unknown(why);
}

/** A schedule whose job is described by a definition of its own. */
function isDefinedElsewhere({ operation, fields }: JobRequest): boolean {
  return (
    operation.endsWith("MonitoringSchedule") &&
    ![...fields.keys()].some((path) => path.startsWith("MonitoringScheduleConfig.MonitoringJobDefinition."))
  );
}

function hasDefinitions({ fields, part }: JobRequest): boolean {
  return (
    fields.has("TrainingJobDefinitions") ||
    [...fields.keys()].some((path) => path.startsWith("TrainingJobDefinitions[1]")) ||
    (part !== undefined && part !== "TrainingJobDefinition." && !part.endsWith("[0]."))
  );
}

/** AWS tests the key's ARN; whether it makes one of another name for it is not documented. */
function keyValue(value: ContextValue, keyArn: RequestPlace["keyArn"]): ContextValue {
  if (value.state === "one of") return { ...value, values: value.values.map((one) => keyValue(one, keyArn)) };
  if (value.state !== "known") return value;
  const [name = ""] = value.values;
  if (/^arn:[^:]*:kms:[^:]*:\d{12}:key\//.test(name)) return value;
  const arn = keyArn(name);
  const why = `how AWS tests ${name}`;
  if (arn === undefined) return { state: "unknown", why, present: true };
  return { state: "one of", values: [value, known(arn)], why };
}

function globalKey(given: string, request: KeyedRequest, place: RequestPlace): ContextValue {
  const name = given.toLowerCase();
  const [base = "", ...rest] = name.split("/");
  const sub = given.slice(base.length + 1);
  const { principal, region } = place;
  const isUser = principal.arn.includes(":user/");
  switch (base) {
    case "requesttag":
    case "tagkeys":
      return tagValue(base === "tagkeys" ? undefined : sub, request);
    case "principaltag":
      return principalTag(rest.join("/"), isUser, place);
    case "resourcetag":
      return unknown("the tags of what is there are not read");
    case "requestedregion":
      return known(region);
    case "principalarn":
      return known(principal.arn);
    case "principalaccount":
    case "resourceaccount":
      return known(principal.account);
    case "principaltype":
      return known(isUser ? "User" : "AssumedRole");
    case "username":
      return isUser ? known(principal.arn.split("/").at(-1) ?? "") : { state: "absent" };
    case "userid":
      return principal.userId === undefined
        ? unknown("the caller's id was not read")
        : known(principal.userId);
    case "securetransport":
      return known("true");
    case "viaawsservice":
    case "principalisawsservice":
      return known("false");
    case "calledvia":
    case "calledviafirst":
    case "calledvialast":
    case "sourcearn":
    case "sourceaccount":
    case "principalservicename":
    case "principalservicenameslist":
      return { state: "absent" };
    default:
      return unknown("it is known only when the request is made");
  }
}

/** A session of a role may have tags of its own, before the role's. */
function principalTag(name: string, isUser: boolean, { principal }: RequestPlace): ContextValue {
  if (!isUser || principal.tags === undefined) return unknown("the caller's tags were not read");
  const tag = Object.entries(principal.tags).find(([key]) => key.toLowerCase() === name);
  return tag === undefined ? { state: "absent" } : known(tag[1]);
}

/** @param name The tag's; `undefined`: the names of all tags. */
function tagValue(name: string | undefined, request: KeyedRequest): ContextValue {
  const { operation } = request;
  if (operationOf(operation)?.members.includes("Tags") === false) {
    // The reference gives some operations tags that their requests have no member for
    return authorizationOf(operation)?.hasTags === true
      ? unknown("the request does not tell it")
      : { state: "absent" };
  }
  const field = request.fields.get("Tags");
  if (field === undefined) return readField(request, "Tags", false);
  const tags = field.state === "known" ? tagsOf(field.value) : undefined;
  if (tags === undefined) return unknown(field.why ?? "the tags are known only when the notebook runs");
  if (name === undefined) {
    return tags.length === 0 ? { state: "absent" } : { state: "known", values: tags.map(({ key }) => key) };
  }
  const tag = tags.find(({ key }) => key.toLowerCase() === name.toLowerCase());
  return tag === undefined ? { state: "absent" } : known(tag.value);
}

function tagsOf(
  value: Json | undefined,
): readonly { readonly key: string; readonly value: string }[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const tags = (value as readonly Json[]).flatMap((one) => {
    if (typeof one !== "object" || one === null || Array.isArray(one)) return [];
    const { Key: key, Value: text } = one as Readonly<Record<string, Json>>;
    return typeof key === "string" && typeof text === "string" ? [{ key, value: text }] : [];
  });
  return tags.length === (value as readonly Json[]).length ? tags : undefined;
}
