import { createServer, request as send, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What SageMaker answers to one operation: by its parameters, or nothing, and the account itself is asked. */
export type FakeCall = (parameters: Readonly<Record<string, unknown>>) => object | undefined;

export interface FakeCalls {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/**
 * Stands before a sample account and answers the operations that moto lacks, each by a fake of that one call; all
 * others go on to the account.
 *
 * @param fakes By operation of SageMaker's: `DescribeAutoMLJobV2`.
 */
export async function startFakeCalls(
  account: string,
  fakes: Readonly<Record<string, FakeCall>>,
): Promise<FakeCalls> {
  const server = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then((body) => {
      const target = incoming.headers["x-amz-target"];
      const [service, operation = ""] = typeof target === "string" ? target.split(".") : [];
      const fake = service === "SageMaker" ? fakes[operation] : undefined;
      const answer = fake?.(JSON.parse(body.toString()) as Readonly<Record<string, unknown>>);
      if (answer !== undefined) {
        outgoing.writeHead(200, { "content-type": "application/x-amz-json-1.1" });
        outgoing.end(JSON.stringify(answer));
        return;
      }
      const { method = "POST", url = "/", headers } = incoming;
      const passed = send(new URL(url, account), { method, headers }, (response) => {
        outgoing.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(outgoing);
      });
      passed.once("error", () => outgoing.destroy());
      passed.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
