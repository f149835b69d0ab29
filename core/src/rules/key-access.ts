import * as iam from "../account/inventory-iam.js";
import * as inventory from "../account/inventory.js";
import type { KeyGrant } from "../account/iam-resources.js";
import type { Question } from "../account/question.js";
import type { Key } from "../account/resources.js";
import { known, type ContextValue } from "../iam/context.js";
import { type Decision, isDenied } from "../iam/evaluate.js";
import { policiesOfRole, policyOfKey, type FactSource } from "../iam/gather-policies.js";
import type { OwnPolicies, PolicyLayer } from "../iam/policies.js";
import { asRole, decide, rolesIn, type FoundRole } from "./role-access.js";
import type { RuleRequest, WrittenId } from "./rule-request.js";

/** What a role must be allowed with a key of the request. */
export interface KeyUse {
  readonly written: WrittenId;
  readonly key: Key;
  readonly found: FoundRole;
}

/** An operation of KMS, what the policies say of it, and whose fault a denial is. */
export interface KeyAccess extends KeyUse {
  /** `kms:Encrypt` */
  readonly action: string;
  readonly decision: Decision;
  /** Asked of a denial. "key": the key's own policy is in the way, and no policy of the role could help. */
  readonly fault: () => "key" | "boundary" | "role";
}

/**
 * The roles and the keys that meet in a request. AWS's own keys are left out: nobody gives access to them.
 *
 * @param look What the account says of a key, by any of its names.
 */
export function keyUses(
  keys: readonly WrittenId[],
  roles: readonly FoundRole[],
  look: (id: string) => Key | undefined,
): readonly KeyUse[] {
  return keys.flatMap((written) => {
    const key = look(written.value);
    return key === undefined || key.keyManager === "AWS"
      ? []
      : roles.map((found) => ({ written, key, found }));
  });
}

/** What the policies of a role and of a key say together. */
export function accessToKey(
  { written, key, found }: KeyUse,
  operation: string,
  own: OwnPolicies,
  ofKey: PolicyLayer,
): KeyAccess {
  const action = `kms:${operation}`;
  const request = asRole(
    found.role,
    action,
    { text: key.arn },
    keysOfContext(key.arn, operation, found.role.arn),
  );
  const decision = decide(own, request, ofKey);
  const fault = () => {
    if (isDenied(decide({ identity: everything, boundary: "none" }, request, ofKey))) return "key";
    return isDenied(decide({ ...own, boundary: "none" }, request, ofKey)) ? "role" : "boundary";
  };
  return { written, key, found, action, decision, fault };
}

/** What is known of a request to KMS that is made for a job. @param principalArn Whose request it is. */
export function keysOfContext(
  keyArn: string,
  operation: string,
  principalArn: string,
): readonly (readonly [string, ContextValue])[] {
  const [, , , region = "", account = ""] = keyArn.split(":");
  return [
    ["aws:RequestedRegion", known(region)],
    ["aws:ResourceAccount", known(account)],
    ["kms:CallerAccount", known(principalArn.split(":")[4] ?? "")],
    // A service of AWS makes the grant for a resource of its own.
    ...(operation === "CreateGrant" ? [["kms:GrantIsForAWSResource", known("true")] as const] : []),
  ];
}

/** Whether one of the grants lets the principal do it. */
export function isGranted(grants: readonly KeyGrant[], action: string): boolean {
  return grants.some(({ operations }) => operations.some((operation) => `kms:${operation}` === action));
}

/** What the operations of volumes and of output are. */
export const operationsFor = { volume: ["CreateGrant"], output: ["Encrypt", "GenerateDataKey"] } as const;

/** The policies of the keys of a request; nobody may read those of other accounts' keys. */
export function keyPoliciesToAsk(request: RuleRequest, source: FactSource): readonly Question[] {
  return usesIn(request, source).flatMap(
    ({ key, found }) => policyOfKey(source, key.arn, accountOf(found)).questions,
  );
}

/** The grants of keys to roles that are not allowed otherwise. */
export function keyGrantsToAsk(request: RuleRequest, source: FactSource): readonly Question[] {
  return usesIn(request, source).flatMap((use) => {
    const { key, found, written } = use;
    const isVolume = request.volumeKeys.includes(written);
    const own = policiesOfRole(source, found.role.name).value;
    const ofKey = policyOfKey(source, key.arn, accountOf(found)).value;
    const isLacking = operationsFor[isVolume ? "volume" : "output"].some(
      (operation) => accessToKey(use, operation, own, ofKey).decision.decision === "implicitly denied",
    );
    if (!isLacking) return [];
    const id = iam.grantsId(key.arn, found.role.arn);
    return [{ kind: "keyGrants", id, region: source.region }];
  });
}

const accountOf = ({ role }: FoundRole): string => role.arn.split(":")[4] ?? "";

function usesIn(request: RuleRequest, { facts, region }: FactSource): readonly KeyUse[] {
  const roles = rolesIn(request, (name) => {
    const role = iam.role(facts, name, region);
    return role?.state === "present" ? role.value : undefined;
  });
  return keyUses([...request.volumeKeys, ...request.outputKeys], roles, (id) => {
    const key = inventory.key(facts, id, region);
    return key?.state === "present" ? key.value : undefined;
  });
}

const everything: PolicyLayer = {
  policies: [
    {
      name: "everything",
      kind: "inline",
      document: { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } },
    },
  ],
  unread: [],
};
