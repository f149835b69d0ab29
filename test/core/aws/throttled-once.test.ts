import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAccountReader } from "../../../core/aws/index.js";
import type { Question } from "../../../core/src/account/question.js";
import { answerInPython } from "../../support/python-reader.js";
import { withEnv } from "../../support/sample-account.js";

/** A fake of IAM's throttling, which moto lacks: the first call for each role is refused, the next is answered. */
describe("The readers, told to slow down", function () {
  this.timeout(60_000); // Python starts slowly on a busy machine
  let server: Server;
  let env: Readonly<Record<string, string>>;
  const calls = new Map<string, number>();

  before(async () => {
    server = createServer((incoming, outgoing) => {
      let body = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (part: string) => (body += part));
      incoming.on("end", () => {
        const asked = new URLSearchParams(body).toString();
        const count = (calls.get(asked) ?? 0) + 1;
        calls.set(asked, count);
        const [status, code] = count === 1 ? [400, "Throttling"] : [404, "NoSuchEntity"];
        outgoing.writeHead(status, { "content-type": "text/xml" });
        outgoing.end(
          `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>said by the fake</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    env = {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: "sample",
      AWS_SECRET_ACCESS_KEY: "sample",
      AWS_REGION: "us-east-1",
    };
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    calls.clear();
  });

  const questions = Array.from({ length: 3 }, (_, index): Question => ({
    kind: "role",
    id: `role-${index}`,
    region: "us-east-1",
  }));

  const asked = {
    Node: () => withEnv(env, () => createAccountReader().answer(questions, 30_000)),
    Python: () => answerInPython(questions, env, 30_000),
  };
  for (const [reader, answer] of Object.entries(asked)) {
    it(`${reader} asks once more, and has the answer`, async () => {
      const facts = await answer();
      assert.deepEqual(
        facts.map(({ state }) => state),
        questions.map(() => "absent"),
      );
      assert.ok(
        [...calls.values()].every((count) => count === 2),
        JSON.stringify([...calls]),
      );
    });
  }
});
