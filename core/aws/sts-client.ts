import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { serviceClient, withoutVersionWarning, type ClientSettings, type ServiceClient } from "./clients.js";

export function createStsClient(settings: ClientSettings): ServiceClient {
  return serviceClient(settings, (config) => new STSClient(config), {
    GetCallerIdentity: GetCallerIdentityCommand,
  });
}

/** The region that the shared config files give a profile. */
export async function regionOfProfile(profile: string | undefined): Promise<string | undefined> {
  const client = withoutVersionWarning(() => new STSClient(profile === undefined ? {} : { profile }));
  try {
    return await client.config.region();
  } catch {
    return undefined; // "Region is missing": nothing says one
  }
}
