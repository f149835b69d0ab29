import type { Service } from "../src/account/read.js";
import { httpsAgent } from "./https-agent.js";

export type Input = Readonly<Record<string, unknown>>;
export type Output = Readonly<Record<string, unknown>>;

/** What the clients of one session share. */
export interface ClientSettings {
  readonly profile?: string;
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials: () => Promise<Credentials>;
}

/** Only ever handed from the SDK's credential chain to the SDK's signer. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** One AWS service in one region. */
export interface ServiceClient {
  /** @throws The SDK's own errors. */
  readonly call: (operation: string, input: Input, signal: AbortSignal) => Promise<Output>;
  /** Where calls went, once there was one: `https://sts.us-east-1.amazonaws.com`. */
  readonly endpoint: () => string | undefined;
}

/** Each SDK package is big and loads only when its service is asked. */
export async function createServiceClient(
  service: Service,
  settings: ClientSettings,
): Promise<ServiceClient> {
  switch (service) {
    case "ec2":
      return (await import("./ec2-client.js")).createEc2Client(settings);
    case "ecr":
      return (await import("./ecr-client.js")).createEcrClient(settings);
    case "elasticfilesystem":
      return (await import("./efs-client.js")).createEfsClient(settings);
    case "fsx":
      return (await import("./fsx-client.js")).createFsxClient(settings);
    case "iam":
      return (await import("./iam-client.js")).createIamClient(settings);
    case "organizations":
      return (await import("./organizations-client.js")).createOrganizationsClient(settings);
    case "s3":
      return (await import("./s3-client.js")).createS3Client(settings);
    case "sagemaker":
      return (await import("./sagemaker-client.js")).createSageMakerClient(settings);
    case "service-quotas":
      return (await import("./service-quotas-client.js")).createServiceQuotasClient(settings);
    case "kms":
      return (await import("./kms-client.js")).createKmsClient(settings);
    case "sts":
      return (await import("./sts-client.js")).createStsClient(settings);
  }
}

/** The settings in the SDK's terms. */
function sdkConfig({ profile, region, endpoint, credentials }: ClientSettings) {
  return {
    region,
    credentials,
    ...(profile === undefined ? {} : { profile }),
    ...(endpoint === undefined ? {} : { endpoint }),
    maxAttempts: 2,
    retryMode: "adaptive",
    userAgentAppId: "sagemaker-preflight",
    requestHandler: requestHandler(),
  };
}

/** How requests are made, those for credentials too. */
export function requestHandler() {
  const agent = httpsAgent();
  return { connectionTimeout: 3000, ...(agent === undefined ? {} : { httpsAgent: agent }) };
}

/** The SDK's types for middleware differ by client; what is used of them does not. */
interface SdkClient {
  readonly middlewareStack: { add(middleware: never, options: never): void };
  send(command: never, options: { readonly abortSignal: AbortSignal }): Promise<object>;
}
type Next = (args: { readonly request: unknown }) => Promise<unknown>;

/**
 * Makes an SDK client, and notes the host that its requests go to.
 *
 * @param commands By the name of the operation; those that are not here cannot be called.
 */
export function serviceClient(
  settings: ClientSettings,
  create: (config: ReturnType<typeof sdkConfig>) => SdkClient,
  commands: Readonly<Record<string, new (input: never) => object>>,
): ServiceClient {
  const client = withoutVersionWarning(() => create(sdkConfig(settings)));
  let endpoint: string | undefined;
  const noteHost =
    (next: Next): Next =>
    (args) => {
      const { protocol, hostname, port } = args.request as {
        protocol: string;
        hostname: string;
        port?: number;
      };
      endpoint = `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}`;
      return next(args);
    };
  client.middlewareStack.add(noteHost as never, { step: "build", name: "noteHost" } as never);
  return {
    endpoint: () => endpoint,
    call: async (operation, input, signal) => {
      const Command = commands[operation];
      if (Command === undefined)
        throw new Error(`The reads table names ${operation}, which this reader does not know.`);
      return { ...(await client.send(new Command(input as never) as never, { abortSignal: signal })) };
    },
  };
}

const versionWarningSwitch = "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED";

/**
 * Creates an SDK client without the SDK's warning about old Node versions, which would land in the output of the
 * command line; the process's other warnings, and its environment, stay as they are.
 */
export function withoutVersionWarning<T>(create: () => T): T {
  const before = process.env[versionWarningSwitch];
  process.env[versionWarningSwitch] = "true";
  try {
    return create();
  } finally {
    if (before === undefined) Reflect.deleteProperty(process.env, versionWarningSwitch);
    else process.env[versionWarningSwitch] = before;
  }
}
