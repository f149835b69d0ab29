import { lives, type Read } from "./read.js";

/** IAM's code, and the name that the SDK for JavaScript gives it. */
const noSuchEntity = ["NoSuchEntity", "NoSuchEntityException"];

const iamPages = { size: 1000, sizeParameter: "MaxItems", from: "Marker", to: "Marker" };

/** The end of an id; Python's `$` also takes a line break for it. */
const end = String.raw`$(?!\n)`;
/** A name of IAM's, without a path; nothing else is asked for. */
const onlyNames = String.raw`^[\w+=,.@-]{1,128}` + end;

const ofIam = { service: "iam", absent: noSuchEntity, life: lives.fewMinutes } as const;

/** The policies that a role, a user or a group has, inline and attached. */
const policiesOf = (who: "Role" | "User" | "Group"): readonly Read[] => {
  const kind = who.toLowerCase() as "role" | "user" | "group";
  const ofName = {
    onlyIds: onlyNames,
    ask: { by: "parameter", parameter: `${who}Name`, answer: "every" },
  } as const;
  return [
    {
      ...ofIam,
      ...ofName,
      kind: `${kind}PolicyNames`,
      operation: `List${who}Policies`,
      action: `iam:List${who}Policies`,
      items: "PolicyNames",
      pick: [],
      pages: iamPages,
    },
    {
      ...ofIam,
      kind: `${kind}Policy`,
      operation: `Get${who}Policy`,
      action: `iam:Get${who}Policy`,
      ask: { by: "parameters", parameters: { [`${who}Name`]: "text", PolicyName: "text" } },
      items: "",
      pick: ["PolicyName", "PolicyDocument"],
    },
    {
      ...ofIam,
      ...ofName,
      kind: `attached${who}Policies`,
      operation: `ListAttached${who}Policies`,
      action: `iam:ListAttached${who}Policies`,
      items: "AttachedPolicies",
      pick: ["PolicyName", "PolicyArn"],
      pages: iamPages,
    },
  ];
};

const principal = (who: "Role" | "User", pick: readonly string[]): Read => ({
  ...ofIam,
  kind: who === "Role" ? "role" : "user",
  onlyIds: onlyNames,
  operation: `Get${who}`,
  action: `iam:Get${who}`,
  ask: { by: "parameter", parameter: `${who}Name` },
  items: who,
  pick: [`${who}Name`, "Path", "Arn", "PermissionsBoundary", ...pick],
});

/** An account that is in no organization has no policies of one. */
const ofOrganizations = {
  service: "organizations",
  absent: ["AWSOrganizationsNotInUseException", "PolicyNotFoundException"],
  life: lives.hour,
} as const;

const organizationsPages = { size: 20, sizeParameter: "MaxResults", from: "NextToken", to: "NextToken" };

/**
 * Roles, users and what they are allowed; key policies and grants; policies of the organization. Documents of policies
 * are texts as AWS gave them: IAM's are URL-encoded.
 */
export const iamReads: readonly Read[] = [
  principal("Role", ["AssumeRolePolicyDocument"]),
  principal("User", []),
  {
    ...ofIam,
    kind: "roles",
    operation: "ListRoles",
    action: "iam:ListRoles",
    ask: { by: "list" },
    items: "Roles",
    pick: ["RoleName", "Path", "Arn", "AssumeRolePolicyDocument"],
    pages: iamPages,
    life: lives.quarterHour,
  },
  ...policiesOf("Role"),
  ...policiesOf("User"),
  ...policiesOf("Group"),
  {
    ...ofIam,
    kind: "groupsOfUser",
    onlyIds: onlyNames,
    operation: "ListGroupsForUser",
    action: "iam:ListGroupsForUser",
    ask: { by: "parameter", parameter: "UserName", answer: "every" },
    items: "Groups",
    pick: ["GroupName", "Arn"],
    pages: iamPages,
  },
  {
    ...ofIam,
    kind: "managedPolicy",
    onlyIds: "^arn:aws[a-z-]*:iam::",
    operation: "GetPolicy",
    action: "iam:GetPolicy",
    ask: { by: "parameter", parameter: "PolicyArn" },
    items: "Policy",
    pick: ["PolicyName", "Arn", "DefaultVersionId"],
  },
  {
    ...ofIam,
    kind: "managedPolicyVersion",
    operation: "GetPolicyVersion",
    action: "iam:GetPolicyVersion",
    ask: { by: "parameters", parameters: { PolicyArn: "text", VersionId: "text" } },
    items: "PolicyVersion",
    pick: ["VersionId", "Document"],
    life: lives.day, // a version never changes
  },
  {
    ...ofIam,
    kind: "simulation",
    operation: "SimulatePrincipalPolicy",
    action: "iam:SimulatePrincipalPolicy",
    ask: {
      by: "parameters",
      parameters: {
        PolicySourceArn: "text",
        ActionNames: ["text"],
        ResourceArns: ["text"],
        ContextEntries: [{ ContextKeyName: "text", ContextKeyType: "text", ContextKeyValues: ["text"] }],
      },
      answer: "every",
    },
    items: "EvaluationResults",
    pick: [
      "EvalActionName",
      "EvalResourceName",
      "EvalDecision",
      "MatchedStatements",
      "MissingContextValues",
      "OrganizationsDecisionDetail",
      "PermissionsBoundaryDecisionDetail",
      "ResourceSpecificResults",
    ],
    pages: iamPages,
  },
  {
    kind: "keyPolicy",
    service: "kms",
    operation: "GetKeyPolicy",
    action: "kms:GetKeyPolicy",
    ask: { by: "parameter", parameter: "KeyId" },
    input: { PolicyName: "default" },
    items: "",
    pick: ["Policy"],
    absent: ["NotFoundException"],
    life: lives.fewMinutes,
  },
  {
    kind: "keyGrants",
    service: "kms",
    operation: "ListGrants",
    action: "kms:ListGrants",
    ask: {
      by: "parameters",
      parameters: { KeyId: "text", GranteePrincipal: "text" },
      answer: "every",
    },
    items: "Grants",
    pick: ["GrantId", "GranteePrincipal", "Operations", "Constraints"],
    absent: ["NotFoundException"],
    pages: { size: 100, sizeParameter: "Limit", from: "NextMarker", to: "Marker" },
    life: lives.fewMinutes,
  },
  {
    ...ofOrganizations,
    kind: "serviceControlPolicies",
    onlyIds: `^([0-9]{12}|r-[0-9a-z]+|ou-[0-9a-z-]+)${end}`,
    operation: "ListPoliciesForTarget",
    action: "organizations:ListPoliciesForTarget",
    ask: { by: "parameter", parameter: "TargetId", answer: "every" },
    input: { Filter: "SERVICE_CONTROL_POLICY" },
    items: "Policies",
    pick: ["Id", "Name", "Arn"],
    pages: organizationsPages,
  },
  {
    ...ofOrganizations,
    kind: "serviceControlPolicy",
    onlyIds: `^p-[0-9a-zA-Z_]+${end}`,
    operation: "DescribePolicy",
    action: "organizations:DescribePolicy",
    ask: { by: "parameter", parameter: "PolicyId" },
    items: "Policy",
    pick: ["Content"],
  },
  {
    ...ofOrganizations,
    kind: "parents",
    onlyIds: `^([0-9]{12}|ou-[0-9a-z-]+)${end}`,
    operation: "ListParents",
    action: "organizations:ListParents",
    ask: { by: "parameter", parameter: "ChildId", answer: "every" },
    items: "Parents",
    pick: ["Id", "Type"],
    pages: organizationsPages,
  },
];
