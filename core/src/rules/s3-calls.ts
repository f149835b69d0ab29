import { contextOf, type ContextValue } from "../iam/context.js";
import { whysOf } from "../iam/evaluate.js";
import { matchStatement, type AccessRequest, type StatementProof } from "../iam/match-statement.js";
import type { PolicySource } from "../iam/policies.js";
import { readPolicy } from "../iam/read-policy.js";
import { either, whichever, type Truth } from "../iam/truth.js";
import type { S3Location } from "../requests/s3-locations.js";
import type { RuleRequest } from "./rule-request.js";

/** A call to S3 that the job makes, to be held against policies; each of its `requests` is one that it may be. */
export interface S3Call {
  readonly action: string;
  readonly requests: readonly AccessRequest[];
  /** The policies see who the role is. */
  readonly isRoleKnown: boolean;
}

/**
 * The calls by which a job reads or writes a place. What is below the place is not known: the place may be a prefix of
 * names or a folder.
 *
 * @param keys Condition keys that are known, besides those of the role; all others are known only when the job runs.
 */
export function callsOf(
  request: RuleRequest,
  account: string,
  { bucket, key, isKeyOpen, path, use }: S3Location,
  keys: readonly (readonly [string, ContextValue])[],
): readonly S3Call[] {
  const partition = /^(cn|us-gov)-/.exec(request.lookUpRegion ?? "")?.[1];
  const arn = `arn:${partition === undefined ? "aws" : `aws-${partition}`}:s3:::${bucket}`;
  const isFolder = isKeyOpen || key === "" || key.endsWith("/");
  const objects = isFolder ? [`${arn}/${key}`] : [`${arn}/${key}`, `${arn}/${key}/`];
  const [role, ...others] = request.roles;
  const known =
    others.length === 0 && role?.arn !== undefined && role.account !== undefined
      ? { arn: role.arn, account: role.account }
      : undefined;
  const isRoleKnown = known !== undefined;
  const principal = known ?? { arn: `arn:aws:iam::${account}:role/`, account };
  const own: readonly (readonly [string, ContextValue])[] = [
    ["aws:SecureTransport", { state: "known", values: ["true"] }],
    ["aws:PrincipalIsAWSService", { state: "known", values: ["false"] }],
    ...(isRoleKnown
      ? ([
          ["aws:PrincipalArn", { state: "known", values: [principal.arn] }],
          ["aws:PrincipalAccount", { state: "known", values: [principal.account] }],
        ] as const)
      : []),
  ];
  const context = contextOf([...own, ...keys], (name) => ({
    state: "unknown",
    why: `${name} is known only when the job runs`,
  }));
  const call = (action: string, resources: readonly string[]): S3Call => ({
    action,
    isRoleKnown,
    requests: resources.map((text) => ({
      principal,
      action,
      resource: {
        text,
        ...(text === arn ? {} : { open: isKeyOpen ? ("anywhere" as const) : (true as const) }),
      },
      resourceAccount: principal.account,
      context,
    })),
  });
  if (use === "write") return [call("s3:PutObject", objects)];
  // A model's data is one object; channels and inputs are listed
  const lists = path.endsWith("ModelDataUrl") ? [] : [call("s3:ListBucket", [arn])];
  return [...lists, call("s3:GetObject", objects)];
}

/** What a policy of a bucket or an endpoint says to a call. */
export interface Answer {
  /** Statements that deny it, whichever of its requests it is. */
  readonly denied: readonly StatementProof[];
  /** Why there may be more that deny it. */
  readonly mayDeny: readonly string[];
  readonly allowed: Truth;
  /** Why there may be more that allow it. */
  readonly mayAllow: readonly string[];
}

export function answerOf(policy: PolicySource, call: S3Call): Answer {
  const document = readPolicy(policy);
  const problems = document.problems.map((problem) => `policy ${policy.name}: ${problem}`);
  const [mayDeny, mayAllow] = [new Set(problems), new Set(problems)];
  const allows: Truth[] = problems.length > 0 ? ["perhaps"] : [];
  const denied: StatementProof[] = [];
  for (const statement of document.statements) {
    const proofs = call.requests.map((request) =>
      matchStatement(statement, document, { policy, layer: "resource" }, request, { left: mostSteps }),
    );
    const [proof] = proofs;
    if (proof === undefined) continue;
    const applies = whichever(proofs.map((one) => truthFor(one, call)));
    if (statement.effect === "Allow") allows.push(applies);
    else if (applies === "yes" && statement.effect === "Deny") denied.push(proof);
    if (applies !== "perhaps") continue;
    for (const why of proofs.flatMap(whysOf)) {
      if (statement.effect !== "Allow") mayDeny.add(why);
      if (statement.effect !== "Deny") mayAllow.add(why);
    }
  }
  return { denied, mayDeny: [...mayDeny], allowed: either(allows), mayAllow: [...mayAllow] };
}

const mostSteps = 1_000_000;

/** Of a role that is not known only what is said to everybody counts. */
function truthFor({ applies, names, statement }: StatementProof, { isRoleKnown }: S3Call): Truth {
  if (isRoleKnown || names === "everybody") return applies;
  return statement.principals === undefined && applies === "no" ? "no" : "perhaps";
}

/** The conditions of a statement, as it has them: `StringNotEquals aws:sourceVpce vpce-1`. */
export function conditionWords({ conditions }: StatementProof): string {
  return conditions
    .map(({ operator, key, values = [] }) => `${operator} ${key} ${values.join(" or ")}`)
    .join(" and ");
}

/** What a statement looks at, in lower case. */
export function keysOf({ conditions }: StatementProof): readonly string[] {
  return conditions.map(({ key }) => key.toLowerCase());
}
