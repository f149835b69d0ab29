import {
  ListAWSDefaultServiceQuotasCommand,
  ListServiceQuotasCommand,
  ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";
import {
  sdkConfig,
  serviceClient,
  withoutVersionWarning,
  type ClientSettings,
  type ServiceClient,
} from "./clients.js";

export function createServiceQuotasClient(settings: ClientSettings): ServiceClient {
  const client = withoutVersionWarning(() => new ServiceQuotasClient(sdkConfig(settings)));
  return serviceClient(client, {
    ListAWSDefaultServiceQuotas: ListAWSDefaultServiceQuotasCommand,
    ListServiceQuotas: ListServiceQuotasCommand,
  });
}
