import { createServer, request as send, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface LocalServer {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

export interface Answer {
  /** 200 where it is absent. */
  readonly status?: number;
  readonly type: string;
  readonly body: string;
}

/**
 * Answers calls to AWS on loopback.
 *
 * @param answer Nothing: the call goes on to `account`, unchanged.
 * @param account Its endpoint; absent: everything is answered here.
 */
export async function startLocalServer(
  answer: (body: string, incoming: IncomingMessage) => Promise<Answer | undefined>,
  account?: string,
): Promise<LocalServer> {
  const server = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then(async (body) => {
      const own = await answer(body.toString(), incoming);
      if (own === undefined && account !== undefined) {
        passOn(account, incoming, body, outgoing);
        return;
      }
      outgoing.writeHead(own?.status ?? (own ? 200 : 501), own && { "content-type": own.type });
      outgoing.end(own?.body);
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

/** An error of IAM's, as its query protocol has it. */
export function iamError(status: number, code: string): Answer {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>said by the fake</Message></Error>`;
  return {
    status,
    type: "text/xml",
    body: `<ErrorResponse>${error}<RequestId>1</RequestId></ErrorResponse>`,
  };
}

function passOn(account: string, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): void {
  const { method = "POST", url = "/", headers } = incoming;
  const passed = send(new URL(url, account), { method, headers }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(outgoing);
  });
  passed.once("error", () => outgoing.destroy());
  passed.end(body);
}

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
