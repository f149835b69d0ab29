import {
  DescribePolicyCommand,
  ListParentsCommand,
  ListPoliciesForTargetCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { serviceClient, type ClientSettings, type ServiceClient } from "./clients.js";

export function createOrganizationsClient(settings: ClientSettings): ServiceClient {
  return serviceClient(settings, (config) => new OrganizationsClient(config), {
    DescribePolicy: DescribePolicyCommand,
    ListParents: ListParentsCommand,
    ListPoliciesForTarget: ListPoliciesForTargetCommand,
  });
}
