import { createServer, request as send, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { randomFrom } from "./random.js";

export type Fault = "deny" | "throttle" | "delay" | "cut" | "garbage" | "expire" | "never";

export interface FaultProxy {
  /** The endpoint for one check: what goes wrong there depends on the seed, and on nothing else. */
  readonly endpointFor: (seed: number) => string;
  /** The same account without faults. */
  readonly plain: string;
  /** Every action that was asked, `ec2:DescribeSubnets`, with how often. */
  readonly actions: ReadonlyMap<string, number>;
  /** How often each fault happened. */
  readonly faults: ReadonlyMap<Fault, number>;
  readonly stop: () => Promise<void>;
}

/**
 * Stands before a sample account and does to its answers what happens on the way to AWS, by a seed for each check.
 * What the account itself answers is asked of it once, and kept.
 */
export async function startFaultProxy(account: string): Promise<FaultProxy> {
  const kept = new Map<string, Promise<Answer>>();
  const actions = new Map<string, number>();
  const faults = new Map<Fault, number>();
  const plans = new Map<number, (service: string) => Fault | undefined>();
  const server = createServer((incoming, outgoing) => {
    void serve(incoming, outgoing).catch(() => {
      outgoing.destroy();
    });
  });

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    const [, seedText = "", path = "/"] = /^\/check-(\d+|plain)(\/.*)?$/.exec(incoming.url ?? "") ?? [];
    const call = callOf(incoming, body);
    actions.set(call.action, (actions.get(call.action) ?? 0) + 1);
    const answer = kept.get(call.key) ?? ask(account, incoming, path, body);
    kept.set(call.key, answer);
    const seed = Number(seedText);
    let fault: Fault | undefined;
    if (seedText !== "plain") {
      const plan = plans.get(seed) ?? planOf(seed);
      plans.set(seed, plan);
      fault = plan(call.service);
    }
    if (fault !== undefined) faults.set(fault, (faults.get(fault) ?? 0) + 1);
    spoil(fault, await answer, outgoing, call, randomFrom(seed ^ body.length));
  };

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpointFor: (seed) => `http://127.0.0.1:${port}/check-${seed}`,
    plain: `http://127.0.0.1:${port}/check-plain`,
    actions,
    faults,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  /** Of AWS's own. */
  readonly headers?: Readonly<Record<string, string>>;
}

interface Call {
  readonly service: string;
  readonly action: string;
  /** The same question has the same key. */
  readonly key: string;
}

/** What goes wrong in one check: some of the faults, now and then or always. An ended session stays ended. */
function planOf(seed: number): (service: string) => Fault | undefined {
  const { pick, chance, below } = randomFrom(seed);
  const all: readonly Fault[] = ["deny", "throttle", "delay", "cut", "garbage", "expire", "never"];
  const some = Array.from({ length: 1 + below(4) }, () => pick(all));
  const rate = pick([0.05, 0.2, 0.5, 1]);
  const only = chance(0.3) ? pick(["ec2", "kms", "sts", "iam", "s3", "servicequotas"]) : undefined;
  let hasEnded = false;
  return (service) => {
    if (hasEnded) return "expire";
    if ((only !== undefined && only !== service) || !chance(rate)) return undefined;
    const fault = pick(some);
    hasEnded = fault === "expire";
    return fault;
  };
}

function spoil(
  fault: Fault | undefined,
  answer: Answer,
  outgoing: ServerResponse,
  { service }: Call,
  random: ReturnType<typeof randomFrom>,
): void {
  const { below, pick } = random;
  switch (fault) {
    case undefined:
      reply(outgoing, answer);
      return;
    case "deny":
      reply(outgoing, errorOf(service, 403, codes.deny));
      return;
    case "throttle":
      reply(outgoing, errorOf(service, service === "ec2" ? 503 : 400, codes.throttle));
      return;
    case "expire":
      reply(outgoing, errorOf(service, 400, codes.expire));
      return;
    case "delay":
      setTimeout(() => {
        reply(outgoing, answer);
      }, below(400)).unref();
      return;
    case "never":
      return; // the connection stays, and nothing comes
    case "cut": {
      const sent = below(answer.body.length + 1);
      if (sent > 0) {
        outgoing.writeHead(answer.status, {
          "content-type": answer.type,
          "content-length": answer.body.length,
        });
        outgoing.write(answer.body.subarray(0, sent));
      }
      setImmediate(() => outgoing.destroy());
      return;
    }
    case "garbage":
      reply(outgoing, { ...pick(garbageFor)(answer, below), headers: {} });
  }
}

const garbageFor: readonly ((answer: Answer, below: (limit: number) => number) => Answer)[] = [
  // A page to log in to the network with
  () => ({ status: 200, type: "text/html", body: Buffer.from("<html><body>Please log in</body></html>") }),
  () => ({ status: 403, type: "text/html", body: Buffer.from("<html>Blocked by the proxy</html>") }),
  () => ({ status: 404, type: "text/plain", body: Buffer.from("not found") }),
  () => ({ status: 502, type: "text/html", body: Buffer.from("<h1>Bad gateway</h1>") }),
  (answer) => ({ ...answer, body: Buffer.alloc(0) }),
  (answer) => ({ ...answer, body: Buffer.from("{}") }),
  (answer) => ({ ...answer, body: Buffer.from("null") }),
  (answer) => ({ ...answer, body: Buffer.from("[]") }),
  (answer) => ({ ...answer, body: Buffer.from("<Response/>") }),
  // Ends in the middle, as a whole answer
  (answer, below) => ({ ...answer, body: answer.body.subarray(0, below(answer.body.length)) }),
  (answer, below) => ({ ...answer, body: Buffer.from(Array.from({ length: 200 }, () => below(256))) }),
  // The answer with some bytes that are none of it
  (answer, below) => {
    const body = Buffer.from(answer.body);
    const at = below(Math.max(1, body.length - 20));
    body.fill("\u0000<", at, at + 20);
    return { ...answer, body };
  },
];

const codes = {
  deny: { ec2: "UnauthorizedOperation", json: "AccessDeniedException", query: "AccessDenied" },
  throttle: { ec2: "RequestLimitExceeded", json: "ThrottlingException", query: "Throttling" },
  expire: { ec2: "RequestExpired", json: "ExpiredTokenException", query: "ExpiredToken" },
} as const;

const jsonServices = new Set(["kms", "ecr", "sagemaker", "fsx", "servicequotas", "organizations"]);

function errorOf(service: string, status: number, code: (typeof codes)[keyof typeof codes]): Answer {
  const message = "Said on purpose";
  if (jsonServices.has(service)) {
    const body = JSON.stringify({ __type: code.json, message });
    return { status, type: "application/x-amz-json-1.1", body: Buffer.from(body) };
  }
  const error = (name: string) => `<Error><Code>${name}</Code><Message>${message}</Message></Error>`;
  const body =
    service === "ec2"
      ? `<Response><Errors>${error(code.ec2)}</Errors><RequestID>1</RequestID></Response>`
      : service === "s3"
        ? error(code.query)
        : `<ErrorResponse>${error(code.query)}<RequestId>1</RequestId></ErrorResponse>`;
  return { status, type: "text/xml", body: Buffer.from(body) };
}

function reply(outgoing: ServerResponse, { status, type, body, headers }: Answer): void {
  if (outgoing.destroyed) return;
  outgoing.writeHead(status, { ...headers, "content-type": type, "content-length": body.length });
  outgoing.end(body);
}

async function ask(account: string, incoming: IncomingMessage, path: string, body: Buffer): Promise<Answer> {
  const headers = { ...incoming.headers };
  for (const own of ["host", "connection"]) Reflect.deleteProperty(headers, own);
  return new Promise((resolve, reject) => {
    const outgoing = send(
      new URL(path, account),
      { method: incoming.method ?? "POST", headers },
      (response) => {
        bodyOf(response).then((answer) => {
          const { statusCode: status = 502 } = response;
          const own = Object.entries(response.headers).flatMap(([name, value]) =>
            name.startsWith("x-amz") && typeof value === "string" ? [[name, value] as const] : [],
          );
          const { "content-type": type = "text/plain" } = response.headers;
          resolve({ status, type, body: answer, headers: Object.fromEntries(own) });
        }, reject);
      },
    );
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** What the services call a request that has its operation in its path. */
const operationsByPath: readonly (readonly [RegExp, string])[] = [
  [/^GET \/[^/?]+\/?\?(?:.*&)?policy\b/, "GetBucketPolicy"],
  [/^GET \/[^/?]+\/?\?(?:.*&)?encryption\b/, "GetBucketEncryption"],
  [/^GET \/[^/?]+\/?\?(?:.*&)?list-type=2\b/, "ListObjectsV2"],
  [/^HEAD \/[^/?]+\/?$/, "HeadBucket"],
  [/^GET \/2015-02-01\/mount-targets\/[^/]+\/security-groups$/, "DescribeMountTargetSecurityGroups"],
  [/^GET \/2015-02-01\/mount-targets\?/, "DescribeMountTargets"],
];

/** Our names of services that sign with others. */
const servicesSigned: Readonly<Record<string, string>> = { servicequotas: "service-quotas" };

/** Which call a signed request is. */
function callOf({ headers, method = "", url = "" }: IncomingMessage, body: Buffer): Call {
  const [, region = "", service = ""] =
    /Credential=[^/]*\/\d+\/([^/]+)\/([^/]+)\/aws4_request/.exec(headers.authorization ?? "") ?? [];
  const target = headers["x-amz-target"];
  const path = url.replace(/^\/check-[^/]*/, "");
  const operation =
    typeof target === "string"
      ? target.slice(target.lastIndexOf(".") + 1)
      : (new URLSearchParams(body.toString()).get("Action") ?? operationAt(`${method} ${path}`));
  return {
    service,
    action: `${servicesSigned[service] ?? service}:${operation}`,
    key: `${service} ${region} ${operation} ${path} ${body.toString()}`,
  };
}

function operationAt(request: string): string {
  return operationsByPath.find(([pattern]) => pattern.test(request))?.[1] ?? request;
}
