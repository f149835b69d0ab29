import type { Fact, Facts } from "../../core/src/account/fact.js";
import { idOfParts } from "../../core/src/account/id-parts.js";
import { account, accountFacts, type AccountContents } from "./account-facts.js";
import { tellerOf } from "./fact-teller.js";

/** What a made-up role, or the caller, is allowed; documents as one writes them. */
export interface MadePrincipal {
  readonly path?: string;
  /** By name. */
  readonly inline?: Readonly<Record<string, object>>;
  /** The names of managed policies. */
  readonly attached?: readonly string[];
  readonly boundary?: string;
}

export interface MadeRole extends MadePrincipal {
  /** The trust policy; not given: SageMaker may take it on. */
  readonly trust?: object;
}

export interface RoleContents {
  /** By name; `null`: there is none. */
  readonly Roles?: Readonly<Record<string, MadeRole | null>>;
  /** Who asks: a user, `arn:aws:iam::111122223333:user/tester`, who is not in a group. */
  readonly Caller?: MadePrincipal;
  /** Managed policies by name. */
  readonly Policies?: Readonly<Record<string, object>>;
  /** By the ARN of a key. */
  readonly KeyPolicies?: Readonly<Record<string, object>>;
  /** The operations that a key's grants give a role: by the key's ARN, then by the role's. */
  readonly KeyGrants?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** By the name of a bucket; `null`: it has none. */
  readonly BucketPolicies?: Readonly<Record<string, object | null>>;
}

export const roleArn = (name: string, path = "/"): string => `arn:aws:iam::${account}:role${path}${name}`;
const policyArn = (name: string) => `arn:aws:iam::${account}:policy/${name}`;

/** A policy of one statement. */
export function allow(
  actions: string | readonly string[],
  resource: string | readonly string[] = "*",
  more = {},
) {
  return policyOf({ Effect: "Allow", Action: actions, Resource: resource, ...more });
}

export function policyOf(...statements: readonly object[]) {
  return { Version: "2012-10-17", Statement: statements };
}

/** The policy of a key that leaves everything to the account's own policies. */
export const ofAccount = policyOf({
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: "kms:*",
  Resource: "*",
});

export const trustOf = (service: string, more: object = {}) =>
  policyOf({ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole", ...more });

/** What AWS would answer of such an account, in IAM's spelling: documents are percent-encoded. */
export function roleFacts(contents: AccountContents, { Policies = {}, ...roles }: RoleContents): Facts {
  const facts = new Map<string, Fact>(accountFacts(contents));
  const say = tellerOf(facts);
  const sayPolicies = (who: "Role" | "User", name: string, of: MadePrincipal) => {
    const kind = who === "Role" ? "role" : "user";
    say(`${kind}PolicyNames`, name, Object.keys(of.inline ?? {}));
    for (const [policy, document] of Object.entries(of.inline ?? {})) {
      const id = idOfParts({ [`${who}Name`]: name, PolicyName: policy });
      say(`${kind}Policy`, id, { PolicyName: policy, PolicyDocument: encoded(document) });
    }
    const attached = (of.attached ?? []).map((policy) => ({
      PolicyName: policy,
      PolicyArn: policyArn(policy),
    }));
    say(`attached${who}Policies`, name, attached);
  };
  const boundaryOf = ({ boundary }: MadePrincipal) =>
    boundary === undefined ? {} : { PermissionsBoundary: { PermissionsBoundaryArn: policyArn(boundary) } };

  for (const [name, of] of Object.entries(roles.Roles ?? {})) {
    if (of === null) {
      say("role", name, null);
      continue;
    }
    const { path = "/", trust = trustOf("sagemaker.amazonaws.com") } = of;
    const AssumeRolePolicyDocument = encoded(trust);
    const Arn = roleArn(name, path);
    say("role", name, { RoleName: name, Path: path, Arn, AssumeRolePolicyDocument, ...boundaryOf(of) });
    sayPolicies("Role", name, of);
  }
  const { Caller } = roles;
  if (Caller !== undefined) {
    const Arn = `arn:aws:iam::${account}:user/tester`;
    say("user", "tester", { UserName: "tester", Path: "/", Arn, ...boundaryOf(Caller) });
    sayPolicies("User", "tester", Caller);
    say("groupsOfUser", "tester", []);
    say("serviceControlPolicies", account, null);
  }
  for (const [name, document] of Object.entries(Policies)) {
    const arn = policyArn(name);
    say("managedPolicy", arn, { PolicyName: name, Arn: arn, DefaultVersionId: "v3" });
    say("managedPolicyVersion", idOfParts({ PolicyArn: arn, VersionId: "v3" }), {
      VersionId: "v3",
      Document: encoded(document),
    });
  }
  for (const [arn, document] of Object.entries(roles.KeyPolicies ?? {}))
    say("keyPolicy", arn, { Policy: JSON.stringify(document) });
  for (const [arn, grants] of Object.entries(roles.KeyGrants ?? {})) {
    for (const [principal, operations] of Object.entries(grants)) {
      const grant = { GrantId: "g1", GranteePrincipal: principal, Operations: operations };
      say(
        "keyGrants",
        idOfParts({ KeyId: arn, GranteePrincipal: principal }),
        operations.length > 0 ? [grant] : [],
      );
    }
  }
  for (const [name, document] of Object.entries(roles.BucketPolicies ?? {}))
    say("bucketPolicy", name, document === null ? null : { Policy: JSON.stringify(document) });
  return facts;
}

const encoded = (document: object): string => encodeURIComponent(JSON.stringify(document));
