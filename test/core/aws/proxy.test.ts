import assert from "node:assert/strict";
import { createAccountReader } from "../../../core/aws/index.js";
import { identityOf } from "../../../core/src/account/inventory.js";
import { startConnectProxy, type ConnectProxy } from "../../support/connect-proxy.js";
import { startSampleAccount, withEnv, type SampleAccount } from "../../support/sample-account.js";

describe("The way to AWS that the environment asks for", () => {
  let sample: SampleAccount;
  let proxy: ConnectProxy;

  before(async function () {
    this.timeout(60_000); // Python and moto start slowly on a busy machine
    sample = await startSampleAccount();
    proxy = await startConnectProxy(sample.endpoint);
  });
  after(async () => {
    await proxy.stop();
    await sample.stop();
  });
  beforeEach(() => (proxy.asked as string[]).splice(0));

  const none = Object.fromEntries(
    ["HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"].flatMap((name) => [
      [name, undefined],
      [name.toLowerCase(), undefined],
    ]),
  );
  const identity = (env: Readonly<Record<string, string | undefined>>) =>
    withEnv({ ...sample.env, ...none, AWS_CA_BUNDLE: proxy.bundle, ...env }, async () =>
      identityOf((await createAccountReader().describe()).identity),
    );
  const account = (who: Awaited<ReturnType<typeof identity>>) =>
    who.state === "present" ? who.value.account : who;

  it("is the proxy of HTTPS_PROXY, which may open what goes through it", async () => {
    for (const name of ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"]) {
      const who = await identity({ AWS_ENDPOINT_URL: undefined, [name]: proxy.url });
      assert.equal(account(who), "111122223333", name);
    }
    assert.deepEqual([...new Set(proxy.asked)], ["sts.us-east-1.amazonaws.com:443"]);
  });

  it("is no proxy for the hosts of NO_PROXY", async () => {
    const env = { AWS_ENDPOINT_URL: proxy.direct, HTTPS_PROXY: proxy.url };
    assert.equal(account(await identity(env)), "111122223333");
    assert.deepEqual(proxy.asked, [new URL(proxy.direct).host]);
    assert.equal(account(await identity({ ...env, NO_PROXY: "localhost,.internal" })), "111122223333");
    assert.equal(proxy.asked.length, 1);
  });

  it("trusts the certificates of AWS_CA_BUNDLE, and no others", async () => {
    const env = { AWS_ENDPOINT_URL: proxy.direct };
    assert.equal(account(await identity(env)), "111122223333");
    const without = await identity({ ...env, AWS_CA_BUNDLE: undefined });
    assert.deepEqual(without.state === "unreadable" && without.why, "unreachable");
  });

  it("says which file AWS_CA_BUNDLE lacks, and that a proxy does not answer", async () => {
    const noFile = await identity({ AWS_ENDPOINT_URL: undefined, AWS_CA_BUNDLE: "/no/such.pem" });
    assert.match(noFile.state === "unreadable" ? noFile.detail : "", /AWS_CA_BUNDLE .*\/no\/such\.pem/);
    const noProxy = await identity({ AWS_ENDPOINT_URL: undefined, HTTPS_PROXY: "http://127.0.0.1:9" });
    assert.equal(noProxy.state === "unreadable" && noProxy.why, "unreachable");
  });
});
