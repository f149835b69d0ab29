import type { Decode } from "./decode.js";
import type { Facts } from "./fact.js";
import type { AttachedPolicy, IamPrincipal, KeyGrant, Role } from "./iam-resources.js";
import { idOfParts } from "./id-parts.js";
import { answerOf, listOf, type Answer } from "./inventory.js";

/** @param name Without a path. `undefined`, here and below: nobody has asked yet. */
export function role(facts: Facts, name: string, region: string): Answer<Role> | undefined {
  return answerOf(facts, { kind: "role", id: name, region }, toRole);
}

/** All roles of the account. */
export function roles(facts: Facts, region: string): Answer<readonly Role[]> | undefined {
  return listOf(facts, { kind: "roles", id: "", region }, toRole);
}

export function user(facts: Facts, name: string, region: string): Answer<IamPrincipal> | undefined {
  return answerOf(facts, { kind: "user", id: name, region }, toUser);
}

/** The policy of a key, JSON text. @param keyId Id or ARN, no alias. */
export function keyPolicy(facts: Facts, keyId: string, region: string): Answer<string> | undefined {
  return answerOf(facts, { kind: "keyPolicy", id: keyId, region }, toKeyPolicy);
}

/** What a key's grants let a principal do. */
export function keyGrants(
  facts: Facts,
  keyId: string,
  principalArn: string,
  region: string,
): Answer<readonly KeyGrant[]> | undefined {
  return listOf(facts, { kind: "keyGrants", id: grantsId(keyId, principalArn), region }, toKeyGrant);
}

/** The id of the question for the grants of a key to one principal. */
export function grantsId(keyId: string, principalArn: string): string {
  return idOfParts({ KeyId: keyId, GranteePrincipal: principalArn });
}

const toPrincipal =
  (who: "Role" | "User"): Decode<IamPrincipal> =>
  (of) => ({
    name: of.string(`${who}Name`),
    arn: of.string("Arn"),
    path: of.string("Path"),
    ...of.inner("PermissionsBoundary").optionalString("PermissionsBoundaryArn", "boundaryArn"),
  });

const toUser = toPrincipal("User");
const toRolePrincipal = toPrincipal("Role");

const toRole: Decode<Role> = (of) => ({
  ...toRolePrincipal(of),
  trust: of.string("AssumeRolePolicyDocument"),
});

const toKeyPolicy: Decode<string> = (of) => of.string("Policy");

const toKeyGrant: Decode<KeyGrant> = (of) => ({
  grantId: of.string("GrantId"),
  granteePrincipal: of.string("GranteePrincipal"),
  operations: of.strings("Operations"),
  constrained: of.has("Constraints"),
});

export const toAttachedPolicy: Decode<AttachedPolicy> = (of) => ({
  name: of.string("PolicyName"),
  arn: of.string("PolicyArn"),
});

export const toGroupName: Decode<string> = (of) => of.string("GroupName");
export const toDefaultVersion: Decode<string> = (of) => of.string("DefaultVersionId");
export const toDocument: Decode<string> = (of) => of.string("Document");
export const toInlineDocument: Decode<string> = (of) => of.string("PolicyDocument");
/** Of one of the organization's policies: its id and name. */
export const toControlPolicy: Decode<{ readonly id: string; readonly name: string }> = (of) => ({
  id: of.string("Id"),
  name: of.string("Name"),
});
export const toControlDocument: Decode<string> = (of) => of.string("Content");
export const toParent: Decode<string> = (of) => of.string("Id");
