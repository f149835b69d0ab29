import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAccountReader } from "../../../core/aws/index.js";
import type { Question } from "../../../core/src/account/question.js";
import { answerInPython } from "../../support/python-reader.js";
import { withEnv } from "../../support/sample-account.js";

/** However much is asked, AWS is never asked more than eight things at once. */
describe("The readers, asked for forty things that take a call each", function () {
  this.timeout(60_000); // Python starts slowly on a busy machine
  let server: Server;
  let env: Readonly<Record<string, string>>;
  let underWay = 0;
  let most = 0;
  let calls = 0;

  before(async () => {
    // Of IAM, which knows none of the roles
    server = createServer((incoming, outgoing) => {
      underWay += 1;
      calls += 1;
      most = Math.max(most, underWay);
      incoming.resume();
      setTimeout(() => {
        underWay -= 1;
        outgoing.writeHead(404, { "content-type": "text/xml" });
        outgoing.end(
          `<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>gone</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
        );
      }, 50);
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
    most = 0;
    calls = 0;
  });

  const questions = Array.from({ length: 40 }, (_, index): Question => ({
    kind: "role",
    id: `role-${index}`,
    region: "us-east-1",
  }));

  it("Node", async () => {
    await withEnv(env, () => createAccountReader().answer(questions, 30_000));
    assert.ok(calls >= questions.length);
    assert.ok(most > 1 && most <= 8, `${most} at once`);
  });

  it("Python", async () => {
    await answerInPython(questions, env, 30_000);
    assert.ok(calls >= questions.length);
    assert.ok(most > 1 && most <= 8, `${most} at once`);
  });
});
