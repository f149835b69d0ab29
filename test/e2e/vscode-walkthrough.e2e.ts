import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { startSampleAccount, type SampleAccount } from "../support/sample-account.js";
import { WorkbenchPage } from "./support/code-server-page.js";
import { startCodeServer, type CodeServer } from "./support/code-server.js";

describe("The walkthrough in VS Code", function () {
  this.timeout(240_000);
  let account: SampleAccount;
  let server: CodeServer;
  let workbench: WorkbenchPage;

  before(async () => {
    account = await startSampleAccount();
    server = await startCodeServer({ files: { "readme.txt": "" }, env: account.env });
    workbench = await WorkbenchPage.open(server.url, { height: 1200 });
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed() === true) await workbench.screenshot(`failed ${this.currentTest.title}`);
  });

  after(async () => {
    await workbench.close();
    await server.stop();
    await account.stop();
  });

  const step = (id: string) =>
    workbench.page.locator(`.getting-started-step[data-step-id$="gettingStarted#${id}"]`);
  const isDone = async (id: string) => (await step(id).getAttribute("aria-checked")) === "true";

  async function openWalkthrough(): Promise<void> {
    await workbench.command("SageMaker Preflight: Get Started");
    await step("example").waitFor();
  }

  /** Opens a step and presses its button. An Escape that comes before the list that it is for leaves the walkthrough. */
  async function press(id: string, label: string): Promise<void> {
    if ((await step(id).count()) === 0) await openWalkthrough();
    if ((await step(id).getAttribute("aria-expanded")) !== "true") await step(id).click();
    await step(id).locator(".monaco-button", { hasText: label }).click();
  }

  it("opens the example, which is checked without a file of the user's", async () => {
    await openWalkthrough();
    await workbench.screenshot("walkthrough-1");
    assert.equal(await isDone("example"), false);
    await press("example", "Open the Example");
    await workbench.squiggles(workbench.page.locator(".notebookOverlay"), "warning").first().waitFor();
    await workbench.screenshot("walkthrough-2-example");
    await workbench.status(/^6 jobs: 4 errors, 3 warnings · sample account 111122223333 · us-east-1/);
  });

  it("counts a step as done once it was", async () => {
    await openWalkthrough();
    for (const id of ["example", "account"])
      await workbench.until(
        () => isDone(id),
        (isIt) => isIt,
      );
    assert.equal(await isDone("fixes"), false);
    assert.equal(await isDone("policy"), false);
    await workbench.screenshot("walkthrough-3");
  });

  it("lists the problems, and applies the fixes of the example", async () => {
    await press("fixes", "Show Problems");
    await workbench.page.locator(".markers-panel .monaco-list-row").first().waitFor();
    await workbench.page.keyboard.press("Control+J");
    await workbench.page.locator(".tab", { hasText: "Untitled" }).click();
    await workbench.command("SageMaker Preflight: Apply All Safe Fixes");
    await workbench.status(/^6 jobs: \d errors? · sample/);
    await openWalkthrough();
    await workbench.until(
      () => isDone("fixes"),
      (isIt) => isIt,
    );
  });

  it("offers profile and region", async () => {
    for (const [label, title] of [
      ["Choose AWS Profile", /AWS profile to ask with/],
      ["Choose AWS Region", /AWS region that applies/],
    ] as const) {
      const list = workbench.page.locator(".quick-input-title:visible", { hasText: title });
      // A walkthrough that is still being opened takes the focus, and the list closes
      await workbench.until(
        async () => {
          if ((await list.count()) === 0) await press("account", label);
          await workbench.page.waitForTimeout(1000);
          return list.count();
        },
        (count) => count > 0,
      );
      await workbench.page.keyboard.press("Escape");
    }
  });

  it("begins the team's policy, which is followed once it is saved", async () => {
    await openWalkthrough(); // VS Code 1.90 leaves it with the Escape of the list before
    await press("policy", "Open or Create the Policy");
    const editor = workbench.page.locator(".part.editor .editor-instance");
    await editor.locator(".view-line", { hasText: "What this team asks" }).waitFor();
    await workbench.screenshot("walkthrough-4-policy");
    await editor.locator(".view-line").first().click(); // the keyboard may still be the walkthrough's
    await workbench.page.keyboard.press("Control+S");
    const dialog = workbench.page.locator(".quick-input-widget:visible");
    const file = resolve(server.folder, "sagemaker-preflight.yaml");
    await workbench.until(
      async () => {
        if (!existsSync(file) && (await dialog.count()) > 0) await workbench.page.keyboard.press("Enter");
        await workbench.page.waitForTimeout(500);
        return existsSync(file);
      },
      (isThere) => isThere,
    );
    assert.match(readFileSync(file, "utf8"), /^network:\n {2}vpc: required$/m);
    await openWalkthrough();
    await workbench.until(
      () => isDone("policy"),
      (isIt) => isIt,
    );
    await workbench.screenshot("walkthrough-5");
  });
});
