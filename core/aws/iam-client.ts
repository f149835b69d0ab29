import {
  GetGroupPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  IAMClient,
  ListAttachedGroupPoliciesCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupPoliciesCommand,
  ListGroupsForUserCommand,
  ListRolePoliciesCommand,
  ListUserPoliciesCommand,
  SimulatePrincipalPolicyCommand,
} from "@aws-sdk/client-iam";
import {
  sdkConfig,
  serviceClient,
  withoutVersionWarning,
  type ClientSettings,
  type ServiceClient,
} from "./clients.js";

export function createIamClient(settings: ClientSettings): ServiceClient {
  const client = withoutVersionWarning(() => new IAMClient(sdkConfig(settings)));
  return serviceClient(client, {
    GetGroupPolicy: GetGroupPolicyCommand,
    GetPolicy: GetPolicyCommand,
    GetPolicyVersion: GetPolicyVersionCommand,
    GetRole: GetRoleCommand,
    GetRolePolicy: GetRolePolicyCommand,
    GetUser: GetUserCommand,
    GetUserPolicy: GetUserPolicyCommand,
    ListAttachedGroupPolicies: ListAttachedGroupPoliciesCommand,
    ListAttachedRolePolicies: ListAttachedRolePoliciesCommand,
    ListAttachedUserPolicies: ListAttachedUserPoliciesCommand,
    ListGroupPolicies: ListGroupPoliciesCommand,
    ListGroupsForUser: ListGroupsForUserCommand,
    ListRolePolicies: ListRolePoliciesCommand,
    ListUserPolicies: ListUserPoliciesCommand,
    SimulatePrincipalPolicy: SimulatePrincipalPolicyCommand,
  });
}
