import {
  ListAWSDefaultServiceQuotasCommand,
  ListServiceQuotasCommand,
  ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";
import { serviceClient, type ClientSettings, type ServiceClient } from "./clients.js";

export function createServiceQuotasClient(settings: ClientSettings): ServiceClient {
  return serviceClient(settings, (config) => new ServiceQuotasClient(config), {
    ListAWSDefaultServiceQuotas: ListAWSDefaultServiceQuotasCommand,
    ListServiceQuotas: ListServiceQuotasCommand,
  });
}
