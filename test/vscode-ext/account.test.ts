import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AccountReader } from "../../core/src/account/account-reader.js";
import type { Fact } from "../../core/src/account/fact.js";
import { questionKey, type Question } from "../../core/src/account/question.js";
import { fakeVscode, provideFakeVscode } from "../support/fake-vscode.js";

provideFakeVscode();
const { Account } = await import("../../vscode-ext/src/account.js");

const read = { call: "", account: "111122223333", region: "us-east-1", readAt: Date.now() };
const identity: Fact = {
  state: "present",
  value: { Account: "111122223333", Arn: "arn:aws:iam::111122223333:user/a" },
  read,
};
const question = (id: string): Question => ({ kind: "subnet", id, region: "us-east-1" });
const found = (id: string): Fact => ({ state: "present", value: { SubnetId: id }, read });
const expired: Fact = {
  state: "unreadable",
  why: "expired",
  action: "ec2:DescribeSubnets",
  detail: "RequestExpired",
  read: { ...read, account: "" },
};

describe("The account of a VS Code window", () => {
  let isSignedIn: boolean;
  let signedOut: Fact;
  let described: number;

  beforeEach(() => {
    fakeVscode.workspace.isTrusted = true;
    isSignedIn = true;
    signedOut = expired;
    described = 0;
  });

  function connectable(profile = "", environment: NodeJS.ProcessEnv = {}) {
    const reader: AccountReader = {
      describe: () => {
        described++;
        return Promise.resolve({ identity: isSignedIn ? identity : signedOut, region: "us-east-1" });
      },
      answer: (questions) => Promise.resolve(questions.map(({ id }) => (isSignedIn ? found(id) : expired))),
    };
    class NoCache {
      read = () => Promise.resolve([]);
      write = () => Promise.resolve(true);
    }
    const log = { info: () => undefined, error: () => undefined };
    const aws = { createAccountReader: () => reader, DiskCache: NoCache };
    const choice = { profile, region: "", live: true };
    return new Account(choice, log as never, () => Promise.resolve(aws as never), environment);
  }

  it("says that the profile is in no file, where that is why nobody answers", async () => {
    const nowhere = join(tmpdir(), "preflight-no-such-folder", "x");
    const environment = { AWS_CONFIG_FILE: nowhere, AWS_SHARED_CREDENTIALS_FILE: nowhere };
    isSignedIn = false;
    signedOut = { ...expired, why: "no credentials", detail: "CredentialsProviderError" };
    for (const [profile, why] of [
      ["nosuch", "no such profile"],
      ["", "no credentials"],
    ] as const) {
      const account = connectable(profile, environment);
      await account.ask([question("subnet-1")]);
      const { state } = account;
      assert.equal(state.kind === "disconnected" && state.why, why);
      account.dispose();
    }
  });

  it("says that the sign-in has expired in the middle of the work, keeps what AWS said, and asks after the next", async () => {
    const account = connectable();
    await account.ask([question("subnet-1")]);
    assert.deepEqual([account.state.kind, account.connectionCount], ["connected", 1]);
    isSignedIn = false;
    await account.ask([question("subnet-2")]);
    const { state } = account;
    assert.equal(state.kind === "disconnected" && state.why, "expired");
    const { online, facts } = account.environment();
    assert.equal(online, false);
    assert.equal(facts.get(questionKey(question("subnet-1")))?.state, "present");

    await account.ask([question("subnet-3")]);
    assert.equal(account.state.kind, "disconnected");
    assert.equal(account.environment().facts.get(questionKey(question("subnet-1")))?.state, "present");
    isSignedIn = true;
    await account.ask([question("subnet-2")]);
    assert.deepEqual([account.state.kind, account.connectionCount, described], ["connected", 2, 3]);
    assert.equal(account.environment().facts.get(questionKey(question("subnet-2")))?.state, "present");
    account.dispose();
  });
});
