import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ipynbOf } from "../support/notebooks.js";
import { startSampleAccount, type SampleAccount } from "../support/sample-account.js";
import { WorkbenchPage } from "./support/code-server-page.js";
import { startCodeServer, type CodeServer, type CodeServerOptions } from "./support/code-server.js";

const imports = "from sagemaker.estimator import Estimator";
const withoutVpc = `\
plain = Estimator(
    image_uri="image",
    role="arn:aws:iam::111122223333:role/ml/SageMakerTraining",
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
plain.fit()`;
const withVpc = `\
private = Estimator(
    image_uri="image",
    role="arn:aws:iam::111122223333:role/ml/SageMakerTraining",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-00000000000000000"],
    security_group_ids=["sg-0e5f60718293a4b5c"],
)
private.fit()`;
const files = {
  "train.ipynb": ipynbOf([imports, withoutVpc, "def broken(:\n    pass", withVpc]),
  "spark.ipynb": ipynbOf([`%%local\n${imports}`, withoutVpc.replaceAll("plain", "local")], {
    language: "pyspark",
  }),
  "paws.ipynb": ipynbOf(["library(paws)"], { language: "R" }),
};

describe("VS Code, when something is wrong", function () {
  this.timeout(240_000);
  let server: CodeServer | undefined;
  let workbench: WorkbenchPage | undefined;
  let account: SampleAccount | undefined;

  afterEach(async function () {
    if (this.currentTest?.isFailed() === true)
      await workbench?.screenshot(`failed ${this.currentTest.title}`);
    await workbench?.close();
    await server?.stop();
    await account?.stop();
    workbench = server = account = undefined;
  });

  async function open(options: Omit<CodeServerOptions, "files">): Promise<WorkbenchPage> {
    server = await startCodeServer({ files, ...options });
    workbench = await WorkbenchPage.open(server.url);
    await workbench.openFile("train.ipynb");
    return workbench;
  }

  it("checks the cells around one that does not parse", async () => {
    account = await startSampleAccount();
    const page = await open({ env: account.env });
    await page.squiggles(page.cell("plain = Estimator("), "warning").first().waitFor();
    await page.squiggles(page.cell("private = Estimator("), "error").first().waitFor();
    await page.screenshot("broken-cell");
  });

  it("reads what Sparkmagic's kernel calls Python, with its fixes, and says of R that it is not checked", async () => {
    account = await startSampleAccount();
    const page = await open({ env: account.env });
    await page.openFile("spark.ipynb");
    const cell = page.cell("local = Estimator(");
    await page.squiggles(cell, "warning").first().waitFor();
    const fixes = await page.quickFixes(cell, "Estimator");
    assert.ok(
      fixes.some((title) => title.includes("Run in ml-prod")),
      JSON.stringify(fixes),
    );
    await page.page.keyboard.press("Escape");
    await page.openFile("paws.ipynb");
    await page.status(/^R is not checked/);
    assert.match(
      await page.statusTooltip(/R is not checked/),
      /language is R: only Python and shell scripts/,
    );
  });

  it("names the permission that is missing", async () => {
    account = await startSampleAccount({ deny: ["ec2:DescribeSubnets"] });
    const page = await open({ env: account.env });
    await page.squiggles(page.cell("plain = Estimator("), "warning").first().waitFor();
    await page.status(/cannot tell all · .*111122223333 · us-east-1/);
    assert.match(await page.statusTooltip(/cannot tell/), /cannot tell: ec2:DescribeSubnets was denied/);
    await page.screenshot("denied");
    const cell = page.cell("private = Estimator(");
    assert.equal(await page.squiggles(cell, "error").count(), 0);

    const fixes = await page.quickFixes(page.cell("plain = Estimator("), "Estimator");
    await page.screenshot("denied-fixes");
    assert.ok(
      fixes.some((title) => title.includes("ec2:DescribeSubnets was denied")),
      JSON.stringify(fixes),
    );
  });

  it("stays quick when AWS does not answer", async () => {
    account = await startSampleAccount({ hang: ["ec2", "kms"] });
    const page = await open({ env: account.env });
    const cell = page.cell("plain = Estimator(");
    await page.squiggles(cell, "warning").first().waitFor();
    await page.status(/asking AWS…/);

    let start = Date.now();
    const fixes = await page.quickFixes(cell, "Estimator");
    const menu = Date.now() - start;
    assert.ok(menu < 8_000, `the menu took ${menu} ms`);
    assert.ok(fixes.length > 0);
    await page.screenshot("hanging-fixes");
    await page.page.keyboard.press("Escape");

    await page.page.keyboard.press("Control+Home");
    start = Date.now();
    await page.page.keyboard.type("# ");
    await page.squiggles(cell, "warning").first().waitFor({ state: "detached" });
    const typing = Date.now() - start;
    assert.ok(typing < 3_000, `the check after typing took ${typing} ms`);
    await page.screenshot("hanging");
  });

  it("asks nobody in a workspace that is not trusted, until it is", async () => {
    account = await startSampleAccount();
    const counter = await countingEndpoint();
    try {
      const page = await open({
        trusted: false,
        env: { ...account.env, AWS_ENDPOINT_URL: counter.endpoint },
      });
      const cell = page.cell("plain = Estimator(");
      await page.squiggles(cell, "warning").first().waitFor();
      await page.status(/not trusted, AWS is not asked/);
      await page.quickFixes(cell, "Estimator");
      await page.page.keyboard.press("Escape");
      await page.page.waitForTimeout(2_000);
      assert.equal(counter.calls(), 0);
      await page.screenshot("untrusted");

      await page.command("Workspaces: Manage Workspace Trust");
      await page.page
        .getByRole("button", { name: /^Trust/ })
        .first()
        .click();
      await page.until(
        () => Promise.resolve(counter.calls()),
        (calls) => calls > 0,
      );
    } finally {
      counter.stop();
    }
  });

  it("says how to sign in when there are no credentials", async () => {
    const page = await open({ env: { AWS_EC2_METADATA_DISABLED: "true", AWS_REGION: "us-east-1" } });
    await page.squiggles(page.cell("plain = Estimator("), "warning").first().waitFor();
    await page.status(/no AWS credentials/);
    assert.match(await page.statusTooltip(/no AWS credentials/), /Sign in: run aws sso login/);
    await page.screenshot("no-credentials");
    const fixes = await page.quickFixes(page.cell("plain = Estimator("), "Estimator");
    await page.screenshot("no-credentials-fixes");
    assert.match(fixes[0] ?? "", /^To get fixes, sign in to AWS or choose a profile/); // not what Enter would ignore
  });
});

/** Stands in for AWS, counts what reaches it, and refuses it. */
async function countingEndpoint(): Promise<{ endpoint: string; calls: () => number; stop: () => void }> {
  let count = 0;
  const server = createServer((request, response) => {
    count++;
    request.resume();
    response.writeHead(403).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    calls: () => count,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
