import assert from "node:assert/strict";
import type { AccountReader } from "../../core/src/account/account-reader.js";
import type { Fact } from "../../core/src/account/fact.js";
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
const present: Fact = {
  state: "present",
  value: { Account: "111122223333", Arn: "arn:aws:iam::111122223333:user/a" },
  read: { ...read, account: "111122223333" },
};

describe("JupyterLab's account", () => {
  let account: Account;
  let identity: Fact;

  beforeEach(() => {
    const reader: AccountReader = {
      describe: () => Promise.resolve({ identity, region: "us-east-1" }),
      answer: () => Promise.resolve([]),
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

  it("names the profile that is not there", async () => {
    identity = noCredentials("ProfileNotFound: The config profile (nope) could not be found");
    await account.refresh();
    assert.match(JSON.stringify(account.state), /no AWS credentials \(ProfileNotFound: .*\(nope\)/);
  });
});
