import {
  DescribePolicyCommand,
  ListParentsCommand,
  ListPoliciesForTargetCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import {
  sdkConfig,
  serviceClient,
  withoutVersionWarning,
  type ClientSettings,
  type ServiceClient,
} from "./clients.js";

export function createOrganizationsClient(settings: ClientSettings): ServiceClient {
  const client = withoutVersionWarning(() => new OrganizationsClient(sdkConfig(settings)));
  return serviceClient(client, {
    DescribePolicy: DescribePolicyCommand,
    ListParents: ListParentsCommand,
    ListPoliciesForTarget: ListPoliciesForTargetCommand,
  });
}
