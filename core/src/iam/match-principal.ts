import type { Principal } from "./policies.js";
import type { Element, PrincipalName } from "./read-policy.js";
import { both, either, not, type Truth } from "./truth.js";

/** Who asks: a user or role, or a service of AWS for itself (`sagemaker.amazonaws.com` takes on a role). */
export type Requester = Principal | { readonly service: string };

/**
 * How a resource's policy names who asks. It matters: what it gives a user or a session is theirs whatever their own
 * policies leave out, a role's is still bounded by its boundary, and what it gives an account the account's own
 * policies must hand on.
 */
export type NamedBy = "user or session" | "role" | "account" | "everybody";

/** `by`: the closest of the ways in which it is named for certain. */
export function matchPrincipal(
  principals: Element<PrincipalName> | undefined,
  requester: Requester,
): { readonly truth: Truth; readonly by?: NamedBy } {
  if (principals === undefined) return { truth: "perhaps" };
  if (principals.negated) return { truth: notPrincipal(principals.values, requester) };
  const matches = principals.values.map((name) => matchName(name, requester));
  const truth = either(matches.map((match) => match.truth));
  const by = closeness.find((way) => matches.some((match) => match.truth !== "no" && match.by === way));
  return { truth, ...(by === undefined ? {} : { by }) };
}

const closeness: readonly NamedBy[] = ["user or session", "role", "everybody", "account"];

/**
 * Who is to be left out of a NotPrincipal must be there with the account, and a session with its role too; in between
 * is not known.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function notPrincipal(names: readonly PrincipalName[], requester: Requester): Truth {
  if ("service" in requester) return not(either(names.map((name) => matchName(name, requester).truth)));
  const { arn, account, sessionArn } = requester;
  const needed = [arn, `arn:aws:iam::${account}:root`, ...(sessionArn === undefined ? [] : [sessionArn])].map(
    (own) => either(names.map(({ type, name }) => (type === "AWS" && sameName(name, own) ? "yes" : "no"))),
  );
  const any = either([...needed, ...names.map((name) => matchName(name, requester).truth)]);
  if (any === "no") return "yes";
  return both(needed) === "yes" ? "no" : "perhaps";
}

function matchName(
  { type, name }: PrincipalName,
  requester: Requester,
): { readonly truth: Truth; readonly by?: NamedBy } {
  if (type === "*" || (type === "AWS" && name === "*")) return { truth: "yes", by: "everybody" };
  if ("service" in requester) {
    const isService = type === "Service" && name.toLowerCase() === requester.service.toLowerCase();
    return isService ? { truth: "yes", by: "user or session" } : { truth: "no" };
  }
  if (type === "CanonicalUser") return { truth: "perhaps", by: "account" };
  if (type !== "AWS") return { truth: type === "Service" || type === "Federated" ? "no" : "perhaps" };
  const { arn, account, sessionArn, userId } = requester;
  const isRole = arn.split(":")[5]?.startsWith("role/") === true;
  if (name === arn) return { truth: "yes", by: isRole ? "role" : "user or session" };
  if (name === sessionArn) return { truth: "yes", by: "user or session" };
  if (sameName(name, `arn:aws:iam::${account}:root`)) return { truth: "yes", by: "account" };
  // An id instead of an ARN: of a user or role that was deleted, or AWS shows it so
  if (/^A[A-Z]{3}[A-Z0-9]{12,}$/.test(name)) {
    if (userId === undefined) return { truth: "perhaps", by: "role" };
    return userId.split(":")[0] === name ? { truth: "perhaps", by: "role" } : { truth: "no" };
  }
  // A session of which the name is not known
  if (sessionArn === undefined && isRole && isSessionOf(name, arn)) {
    return { truth: "perhaps", by: "user or session" };
  }
  return { truth: "no" };
}

/** An account is named by its number or by its root's ARN, in whichever partition. */
function sameName(name: string, arn: string): boolean {
  if (name === arn) return true;
  if (!arn.endsWith(":root")) return false;
  const account = arn.split(":")[4] ?? "";
  const [prefix, , service, region, of, resource, ...more] = name.split(":");
  if (name === account) return true;
  return (
    prefix === "arn" &&
    service === "iam" &&
    region === "" &&
    of === account &&
    resource === "root" &&
    more.length === 0
  );
}

function isSessionOf(name: string, roleArn: string): boolean {
  const role = roleArn.split("/").at(-1) ?? "";
  const [, , service, , account, resource = ""] = name.split(":");
  return (
    service === "sts" && account === roleArn.split(":")[4] && resource.startsWith(`assumed-role/${role}/`)
  );
}
