import assert from "node:assert/strict";
import { createAccountReader } from "../../../core/aws/index.js";
import type { Question } from "../../../core/src/account/question.js";
import { answerInPython } from "../../support/python-reader.js";
import { iamError, startLocalServer, type LocalServer } from "../../support/local-server.js";
import { withEnv } from "../../support/sample-account.js";

/** However much is asked, AWS is never asked more than eight things at once. */
describe("The readers, asked for forty things that take a call each", function () {
  this.timeout(60_000); // Python starts slowly on a busy machine
  let server: LocalServer;
  let env: Readonly<Record<string, string>>;
  let underWay = 0;
  let most = 0;
  let calls = 0;

  before(async () => {
    // Of IAM, which knows none of the roles
    server = await startLocalServer(async () => {
      underWay += 1;
      calls += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 50));
      underWay -= 1;
      return iamError(404, "NoSuchEntity");
    });
    env = {
      AWS_ENDPOINT_URL: server.endpoint,
      AWS_ACCESS_KEY_ID: "sample",
      AWS_SECRET_ACCESS_KEY: "sample",
      AWS_REGION: "us-east-1",
    };
  });
  after(() => server.stop());
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
