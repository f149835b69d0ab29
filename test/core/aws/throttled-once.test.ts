import assert from "node:assert/strict";
import { createAccountReader } from "../../../core/aws/index.js";
import type { Question } from "../../../core/src/account/question.js";
import { answerInPython } from "../../support/python-reader.js";
import { iamError, startLocalServer, type LocalServer } from "../../support/local-server.js";
import { withEnv } from "../../support/sample-account.js";

/** A fake of IAM's throttling, which moto lacks: the first call for each role is refused, the next is answered. */
describe("The readers, told to slow down", function () {
  this.timeout(60_000); // Python starts slowly on a busy machine
  let server: LocalServer;
  let env: Readonly<Record<string, string>>;
  const calls = new Map<string, number>();

  before(async () => {
    server = await startLocalServer((body) => {
      const count = (calls.get(body) ?? 0) + 1;
      calls.set(body, count);
      return Promise.resolve(count === 1 ? iamError(400, "Throttling") : iamError(404, "NoSuchEntity"));
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
