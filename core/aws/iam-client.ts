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
  ListRolesCommand,
  ListUserPoliciesCommand,
  SimulatePrincipalPolicyCommand,
} from "@aws-sdk/client-iam";
import { serviceClient, type ClientSettings, type ServiceClient } from "./clients.js";

export function createIamClient(settings: ClientSettings): ServiceClient {
  return serviceClient(settings, (config) => new IAMClient(config), {
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
    ListRoles: ListRolesCommand,
    ListUserPolicies: ListUserPoliciesCommand,
    SimulatePrincipalPolicy: SimulatePrincipalPolicyCommand,
  });
}
