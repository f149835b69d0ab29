import assert from "node:assert/strict";
import type { AccountReader } from "../../core/src/account/account-reader.js";
import type { Fact } from "../../core/src/account/fact.js";
import type { Question } from "../../core/src/account/question.js";
import { Account } from "../../jupyterlab-ext/src/account.js";
import { defaultSettings } from "../../jupyterlab-ext/src/settings.js";

const read = { call: "sts:GetCallerIdentity", account: "", region: "us-east-1", readAt: 0 };
const noCredentials = (detail: string): Fact => ({
  state: "unreadable",
  why: "no credentials",
  action: "",
  detail,
  read,
});
const subnet: Question = { kind: "subnet", id: "subnet-1", region: "us-east-1" };
const expired: Fact = {
  state: "unreadable",
  why: "expired",
  action: "ec2:DescribeSubnets",
  detail: "RequestExpired: The security token included in the request is expired",
  read: { ...read, call: "ec2:DescribeSubnets" },
};
const present: Fact = {
  state: "present",
  value: { Account: "111122223333", Arn: "arn:aws:iam::111122223333:user/a" },
  read: { ...read, account: "111122223333" },
};

describe("JupyterLab's account", () => {
  let account: Account;
  let identity: Fact;
  let answers: readonly Fact[];

  beforeEach(() => {
    answers = [];
    const reader: AccountReader = {
      describe: () => Promise.resolve({ identity, region: "us-east-1" }),
      answer: () => Promise.resolve(answers),
    };
    account = new Account(reader, () => defaultSettings);
  });

  afterEach(() => {
    account.dispose();
  });

  it("is found again once the user has signed in, and stays as it was until then", async () => {
    identity = noCredentials("NoCredentialsError: Unable to locate credentials");
    await account.refresh();
    const { state } = account;
    assert.equal(state.state === "offline" && state.why, "the Jupyter server has no AWS credentials");
    await account.tryAgain();
    assert.equal(account.state, state);
    identity = present;
    await account.tryAgain();
    assert.equal(account.state.state, "online");
    assert.equal(account.id, "111122223333");
  });

  it("says that the sign-in has expired in the middle of the work, and asks again after the next", async () => {
    identity = present;
    await account.refresh();
    answers = [expired];
    await account.ask([subnet]);
    const { state } = account;
    assert(state.state === "offline");
    assert.equal(state.name, "AWS sign-in expired");
    assert.match(state.remedy, /^Sign in again/);
    assert.equal(account.environment.online, false);
    await account.tryAgain();
    assert.equal(account.state.state, "online");
    assert.deepEqual(account.gapsIn([subnet]), []);
    assert.equal(account.environment.online, true);
  });

  it("stays online where one region is not enabled, which AWS refuses as wrong credentials", async () => {
    identity = present;
    await account.refresh();
    answers = [{ ...expired, why: "no credentials", detail: "AuthFailure: not able to validate" }];
    await account.ask([subnet]);
    assert.equal(account.state.state, "online");
  });

  it("says in whole sentences what can be done where AWS cannot be reached, or the server", async () => {
    const detail =
      'ConnectionClosedError: Connection was closed before we received a valid response from "x".';
    const unreachable = { ...expired, why: "unreachable" as const, detail };
    for (const [fact, words] of [
      [unreachable, /from "x"\. Check the network and the proxy of the Jupyter server\. This is tried again/],
      [
        { ...unreachable, action: "", detail: "the Jupyter server: no" },
        /^the Jupyter server: no\. This is tried/,
      ],
    ] as const) {
      identity = fact;
      await account.refresh();
      const { state } = account;
      assert(state.state === "offline");
      assert.match(`${state.why}. ${state.remedy}`, words);
    }
  });

  it("names the profile that is not there", async () => {
    identity = noCredentials("ProfileNotFound: The config profile (nope) could not be found");
    await account.refresh();
    const { state } = account;
    assert(state.state === "offline");
    assert.equal(state.name, "AWS profile not found");
    assert.equal(state.why, "the AWS configuration of the Jupyter server has no profile nope");
    assert.match(state.remedy, /^Choose another profile/);
  });
});
