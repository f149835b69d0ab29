import { readFileSync } from "node:fs";
import type { Agent as HttpAgent } from "node:http";
import { Agent, type AgentOptions } from "node:https";
import { Agent as ChoosingAgent, type AgentConnectOpts } from "agent-base";
import { HttpsProxyAgent } from "https-proxy-agent";
import { getProxyForUrl } from "proxy-from-env";

/** As many as the SDK's own agent has. */
const pool: AgentOptions = { keepAlive: true, maxSockets: 50 };

const variables = ["HTTPS_PROXY", "ALL_PROXY"].flatMap((name) => [name, name.toLowerCase()]);

/**
 * The way to AWS that the environment asks for, as boto3 takes it: HTTPS_PROXY and NO_PROXY, and AWS_CA_BUNDLE for a proxy that
 * opens what goes through it. The JavaScript SDK heeds none of them.
 *
 * @returns Undefined: the SDK's own.
 */
export function httpsAgent(): HttpAgent | undefined {
  const trusted = caBundle();
  if (variables.some((name) => (process.env[name] ?? "") !== "")) return new EnvironmentAgent(trusted);
  return trusted.ca === undefined ? undefined : new Agent({ ...pool, ...trusted });
}

/** Takes the proxy of each host, or none. */
class EnvironmentAgent extends ChoosingAgent {
  readonly #trusted: Trusted;
  readonly #direct: Agent;
  readonly #proxies = new Map<string, HttpsProxyAgent<string>>();

  constructor(trusted: Trusted) {
    super({ ...pool, ...trusted }); // whoever opens a connection through a proxy takes the bundle from here
    this.#trusted = trusted;
    this.#direct = new Agent({ ...pool, ...trusted });
  }

  override connect(_request: unknown, { host = "", port }: AgentConnectOpts): HttpAgent {
    const url = getProxyForUrl(`https://${host.includes(":") ? `[${host}]` : host}:${port}`);
    if (url === "") return this.#direct;
    let proxy = this.#proxies.get(url);
    if (proxy === undefined) {
      proxy = new HttpsProxyAgent(url, { ...pool, ...this.#trusted });
      this.#proxies.set(url, proxy);
    }
    return proxy;
  }
}

type Trusted = Pick<AgentOptions, "ca">;

function caBundle(): Trusted {
  const path = process.env.AWS_CA_BUNDLE ?? "";
  if (path === "") return {};
  try {
    return { ca: readFileSync(path) };
  } catch (cause) {
    throw new Error(`AWS_CA_BUNDLE names a file that cannot be read: ${path}`, { cause });
  }
}
