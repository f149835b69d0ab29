import type { Service } from "../src/account/read.js";
import {
  createServiceClient,
  requestHandler,
  type Credentials,
  type Input,
  type Output,
  type ServiceClient,
} from "./clients.js";
import { orAbort } from "./or-abort.js";

export interface SessionOptions {
  readonly profile?: string;
  readonly region?: string;
  readonly endpoint?: string;
}

/** At most so many calls are under way at a time, whatever is asked. */
const maxCalls = 8;

/** Clients that share credentials and a limit of calls. Its settings are read once; a new session sees new ones. */
export class Session {
  readonly #options: SessionOptions;
  readonly #clients = new Map<string, Promise<ServiceClient>>();
  readonly #used = new Set<ServiceClient>();
  /** Who waits for a place, the most urgent first. */
  readonly #queue: { readonly urgency: number; readonly enter: () => void }[] = [];
  #underWay = 0;
  #credentials: Promise<() => Promise<Credentials>> | undefined;
  #files: Promise<void> | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** The region where code names none; `undefined` when nothing says one. */
  async region(): Promise<string | undefined> {
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const named = [this.#options.region, AWS_REGION, AWS_DEFAULT_REGION].find(
      (region) => (region ?? "") !== "",
    );
    if (named !== undefined) return named;
    await this.#readFiles();
    const { regionOfProfile } = await import("./sts-client.js");
    return regionOfProfile(this.#options.profile);
  }

  /**
   * @param urgency Of the calls that wait, those with less go first.
   * @throws The SDK's own errors, or `DeadlineError`.
   */
  async call(
    service: Service,
    region: string,
    operation: string,
    input: Input,
    signal: AbortSignal,
    urgency = 0,
  ): Promise<Output> {
    await this.#enter(signal, urgency);
    try {
      const client = await this.#client(service, region);
      this.#used.add(client);
      return await orAbort(client.call(operation, input, signal), signal);
    } finally {
      this.#leave();
    }
  }

  /** Where the calls went when that was not AWS. */
  foreignEndpoint(): string | undefined {
    const endpoints = [...this.#used].map((client) => client.endpoint());
    return endpoints.find((endpoint) => endpoint !== undefined && !isAws(new URL(endpoint).hostname));
  }

  #client(service: Service, region: string): Promise<ServiceClient> {
    const key = `${service} ${region}`;
    const client = this.#clients.get(key) ?? this.#createClient(service, region);
    this.#clients.set(key, client);
    return client;
  }

  async #createClient(service: Service, region: string): Promise<ServiceClient> {
    const { profile, endpoint } = this.#options;
    await this.#readFiles();
    this.#credentials ??= credentialsOf(profile);
    return createServiceClient(service, {
      region,
      credentials: await this.#credentials,
      ...(profile === undefined ? {} : { profile }),
      ...(endpoint === undefined ? {} : { endpoint }),
    });
  }

  /** The SDK keeps the config files of its first look for as long as the process runs: here they are of this session. */
  #readFiles(): Promise<void> {
    this.#files ??= readFilesAnew();
    return this.#files;
  }

  async #enter(signal: AbortSignal, urgency: number): Promise<void> {
    let waiting = { urgency, enter: (): void => undefined };
    const free = new Promise<void>((resolve) => {
      waiting = { urgency, enter: resolve };
    });
    const less = this.#queue.findIndex((other) => other.urgency > urgency);
    this.#queue.splice(less < 0 ? this.#queue.length : less, 0, waiting);
    // All that is asked at one time is there before any of it goes
    setImmediate(() => {
      this.#admit();
    });
    try {
      await orAbort(free, signal); // whoever leaves hands over the place
    } catch (error) {
      const place = this.#queue.indexOf(waiting);
      if (place >= 0) this.#queue.splice(place, 1);
      else this.#leave();
      throw error;
    }
  }

  #admit(): void {
    while (this.#underWay < maxCalls) {
      const next = this.#queue.shift();
      if (next === undefined) return;
      this.#underWay += 1;
      next.enter();
    }
  }

  #leave(): void {
    this.#underWay -= 1;
    this.#admit();
  }
}

/** Files that cannot be read are no error of ours: the SDK says then what is missing. */
async function readFilesAnew(): Promise<void> {
  const { loadSharedConfigFiles } = await import("@smithy/core/config");
  await loadSharedConfigFiles({ ignoreCache: true });
}

/** One provider for all clients, so that a process or an SSO session is asked once. */
async function credentialsOf(profile: string | undefined): Promise<() => Promise<Credentials>> {
  const { fromNodeProviderChain } = await import("@aws-sdk/credential-providers");
  const chain = fromNodeProviderChain({
    ...(profile === undefined ? {} : { profile }),
    clientConfig: { requestHandler: requestHandler() },
  });
  let current: Promise<Credentials> | undefined;
  return async () => {
    current ??= chain();
    try {
      const credentials = await current;
      const expiresIn = (credentials.expiration?.getTime() ?? Infinity) - Date.now();
      if (expiresIn > renewalMargin) return credentials;
      current = chain();
      return await current;
    } catch (error) {
      current = undefined; // the next call tries again
      throw error;
    }
  };
}

const renewalMargin = 5 * 60_000;

/** The domains of the AWS partitions, with dual-stack names. */
const awsDomains = [
  "amazonaws.com",
  "amazonaws.com.cn",
  "amazonaws.eu",
  "api.aws",
  "api.amazonwebservices.com.cn",
  "c2s.ic.gov",
  "sc2s.sgov.gov",
  "csp.hci.ic.gov",
  "cloud.adc-e.uk",
];

const isAws = (host: string): boolean => awsDomains.some((domain) => host.endsWith(`.${domain}`));
