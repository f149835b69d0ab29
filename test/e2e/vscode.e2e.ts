import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { startSampleAccount, type SampleAccount } from "../support/sample-account.js";
import { WorkbenchPage } from "./support/code-server-page.js";
import { startCodeServer, type CodeServer } from "./support/code-server.js";
import { exampleNotebook, modelInput } from "./support/notebooks.js";

const script = `\
from sagemaker.estimator import Estimator

estimator = Estimator(
    image_uri="image",
    role="arn:aws:iam::111122223333:role/ml/SageMakerTraining",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-00000000000000000"],
    security_group_ids=["sg-0e5f60718293a4b5c"],
)
estimator.fit()
`;

describe("VS Code", function () {
  this.timeout(240_000);
  let account: SampleAccount;
  let server: CodeServer;
  let workbench: WorkbenchPage;

  before(async () => {
    account = await startSampleAccount();
    server = await startCodeServer({
      files: {
        "secure-training.ipynb": exampleNotebook,
        "train.py": script,
        "deploy.sh": "aws sagemaker create-model --cli-input-json file://model.json --region us-east-1\n",
        "model.json": modelInput,
      },
      env: account.env,
      settings: { "notebook.codeActionsOnSave": { "notebook.source.fixAll.sagemakerPreflight": "explicit" } },
    });
    workbench = await WorkbenchPage.open(server.url, { height: 3400 });
    await workbench.openFile("secure-training.ipynb");
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed() === true) await workbench.screenshot(`failed ${this.currentTest.title}`);
  });

  after(async () => {
    await workbench.close();
    await server.stop();
    await account.stop();
  });

  it("underlines the call without a VPC in its cell", async () => {
    const cell = workbench.cell("xgb = Estimator(");
    await workbench.squiggles(cell, "warning").first().waitFor();
    await workbench.status(/: .* · sample account 111122223333 · us-east-1/);
    await workbench.until(
      () => workbench.cellStatus(cell),
      (text) => text.includes("1 warning"),
    );
    await workbench.screenshot("notebook-light");
  });

  it("says so, and why, in the hover", async () => {
    const text = await workbench.hover(workbench.cell("xgb = Estimator("), "Estimator");
    assert.match(text, /vpc-config-missing/);
    assert.match(text, /Why: /);
    assert.match(text, /CreateTrainingJob/);
    await workbench.screenshot("hover");
    await workbench.page.keyboard.press("Escape");
  });

  it("underlines what AWS proved wrong as an error", async () => {
    const cell = workbench.cell("copied = Estimator(");
    await workbench.squiggles(cell, "error").first().waitFor();
    const group = await workbench.hover(cell, "sg-0c6d7e8f901122334");
    assert.match(group, /security-group-in-other-vpc/);
    assert.match(group, /ec2:DescribeSecurityGroups · 111122223333 · us-east-1 · read /);
    await workbench.page.keyboard.press("Escape");
    assert.match(await workbench.hover(cell, "4c3eaf85-9d60"), /kms-key-not-usable/);
    await workbench.page.keyboard.press("Escape");
  });

  it("says nothing about the job that is right", async () => {
    const cell = workbench.cell("private_xgb = Estimator(");
    for (const severity of ["error", "warning", "info"] as const)
      assert.equal(await workbench.squiggles(cell, severity).count(), 0, severity);
    assert.match(await workbench.cellStatus(cell), /job checked/);
  });

  it("mends the call with the account's own VPC, and undo takes it back", async () => {
    const cell = workbench.cell("xgb = Estimator(");
    const before = await workbench.textOf(cell);
    const fixes = await workbench.quickFixes(cell, "Estimator");
    await workbench.screenshot("quick-fixes");
    await workbench.chooseQuickFix(fixes, /ml-prod|vpc-0c3f8a1b5d7e92046/);

    const subnets = /subnets=\[\s*"subnet-0a1b2c3d4e5f60718",\s*"subnet-0b2c3d4e5f6071829",?\s*\]/;
    const mended = await workbench.until(
      () => workbench.textOf(cell),
      (text) => subnets.test(text),
    );
    assert.match(mended, /security_group_ids=\["sg-/);
    await workbench.squiggles(cell, "warning").first().waitFor({ state: "detached" });
    await workbench.screenshot("mended");

    await workbench.page.keyboard.press("Control+Z");
    await workbench.squiggles(cell, "warning").first().waitFor();
    await workbench.until(
      () => workbench.textOf(cell),
      (text) => text === before,
    );
  });

  it("chooses for the job of the cell that is selected, where no cursor is in a text", async () => {
    const { page } = workbench;
    await workbench.clickWord(workbench.cell("import boto3"), "boto3");
    await page.keyboard.press("Escape");
    const selected = page.locator(".notebookOverlay .monaco-list-row.focused");
    await workbench.until(
      async () => {
        const text = await selected.innerText();
        if (!text.includes("xgb")) await page.keyboard.press("ArrowDown");
        return text;
      },
      (text) => text.includes("xgb"),
    );
    await workbench.command("SageMaker Preflight: Choose Network, Keys or Role");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "Subnet and VPC" }).waitFor();
    await page.keyboard.press("Escape");
    const status = selected.locator(".cell-status-item[role=button]").first();
    assert.match(
      (await status.getAttribute("aria-label")) ?? "",
      /^SageMaker Preflight: 1 warning.*\. Warning: This training job is not in a VPC/,
    );
  });

  it("lists the findings in the Problems panel, with their evidence", async () => {
    const rows = await workbench.problems();
    assert.ok(
      rows.some((row) => row.includes("vpc-config-missing")),
      JSON.stringify(rows),
    );
    assert.ok(
      rows.some((row) => row.includes("security-group-in-other-vpc")),
      JSON.stringify(rows),
    );
    assert.ok(
      rows.some((row) => /ec2:Describe\w+ · 111122223333 · us-east-1/.test(row)),
      JSON.stringify(rows),
    );
    await workbench.screenshot("problems");
    await workbench.page.keyboard.press("Control+J");
  });

  it("applies all safe fixes at once, and one undo of a cell takes them back", async () => {
    const cell = workbench.cell("tensorflow = TensorFlow(");
    const before = await workbench.textOf(cell);
    await workbench.clickWord(cell, "TensorFlow");
    await workbench.command("SageMaker Preflight: Apply All Safe Fixes");
    for (const mended of [cell, workbench.cell("xgb = Estimator(")]) {
      await workbench.until(
        () => workbench.textOf(mended),
        (text) => text.includes("subnets=["),
      );
    }
    await workbench.screenshot("all-safe-fixes");
    await workbench.clickWord(cell, "TensorFlow");
    await workbench.page.keyboard.press("Control+Z");
    await workbench.until(
      () => workbench.textOf(cell),
      (text) => text === before,
    );
  });

  it("checks Python files too", async () => {
    await workbench.openFile("train.py");
    const editor = workbench.page.locator(".part.editor .editor-instance");
    await workbench.squiggles(editor, "error").first().waitFor();
    assert.match(await workbench.hover(editor, "subnet-00000000000000000"), /subnet-not-found/);
    await workbench.page.keyboard.press("Escape");
    await workbench.status(/1 error.* · sample account 111122223333 · us-east-1/);
  });

  it("follows the team's policy as soon as it is there, and underlines what is wrong in it", async () => {
    await workbench.openFile("train.py");
    const editor = workbench.page.locator(".part.editor .editor-instance");
    await workbench.squiggles(editor, "error").first().waitFor();
    const file = resolve(server.folder, "sagemaker-preflight.yaml");
    rmSync(file, { force: true }); // of a first try
    await workbench.until(
      () => workbench.squiggles(editor, "warning").count(),
      (count) => count === 0,
    );
    writeFileSync(file, "instances:\n  types: [ml.c5.*]\nnetwork:\n  vpn: required\n");
    await workbench.until(
      () => workbench.squiggles(editor, "warning").count(),
      (count) => count > 0,
    );
    assert.match(await workbench.hover(editor, "ml.m5.xlarge"), /team's policy approves: ml\.c5\.\*/);
    await workbench.page.keyboard.press("Escape");
    await workbench.openFile("sagemaker-preflight.yaml");
    await workbench.squiggles(editor, "error").first().waitFor();
    assert.match(await workbench.hover(editor, "required"), /network has no 'vpn'/);
    await workbench.screenshot("policy");
    await workbench.openFile("train.py");
    rmSync(file);
    await workbench.until(
      () => workbench.squiggles(editor, "warning").count(),
      (count) => count === 0,
    );
  });

  it("completes the account's own groups where a job takes them", async () => {
    const editor = workbench.page.locator(".part.editor .editor-instance");
    await workbench.clickWord(editor, "security_group_ids");
    await workbench.page.keyboard.press("End");
    await workbench.page.keyboard.press("ArrowLeft");
    await workbench.page.keyboard.press("ArrowLeft");
    await workbench.page.keyboard.type(', "');
    const entry = workbench.page.locator(".suggest-widget .monaco-list-row", { hasText: "notebooks" });
    await workbench.until(
      async () => {
        if ((await entry.count()) === 0) await workbench.page.keyboard.press("Control+Space");
        await workbench.page.waitForTimeout(1_000);
        return entry.count();
      },
      (count) => count > 0,
    );
    await workbench.screenshot("completion");
    await workbench.page.keyboard.press("Escape");
    for (let undone = 0; undone < 4; undone++) await workbench.page.keyboard.press("Control+Z");
  });

  it("offers all that the account has in a list", async () => {
    await workbench.openFile("train.py");
    const editor = workbench.page.locator(".part.editor .editor-instance");
    await workbench.clickWord(editor, "instance_count");
    await workbench.command("SageMaker Preflight: Choose Network, Keys or Role");
    const entries = workbench.page.locator(".quick-input-list .monaco-list-row");
    await entries.filter({ hasText: "Subnet and VPC" }).waitFor();
    await workbench.page.keyboard.press("Enter");
    await entries.filter({ hasText: "ml-prod-private-a" }).waitFor();
    await workbench.screenshot("picker");
    await workbench.page.keyboard.type("us-east-1b ml-prod"); // words in any order, of the zone and of the name
    const labels = () => entries.allInnerTexts();
    await workbench.until(
      labels,
      (shown) => shown.length === 1 && (shown[0] ?? "").includes("ml-prod-private-b"),
    );
    await workbench.page.keyboard.type(" nobody");
    await workbench.until(labels, (shown) => shown.join().includes("Nothing to choose from"));
    await workbench.page.keyboard.press("Escape");
  });

  it("mends a JSON file beside a script", async () => {
    await workbench.openFile("deploy.sh");
    const editor = workbench.page.locator(".part.editor .editor-instance");
    await workbench.squiggles(editor, "error").first().waitFor();
    const fixes = await workbench.quickFixes(editor, "create");
    assert.match(fixes.join("\n"), /Choose another of the AWS account/);
    await workbench.chooseQuickFix(fixes, /in model\.json \(check first\)$/);
    const file = resolve(server.folder, "model.json");
    await workbench.until(
      () => Promise.resolve(readFileSync(file, "utf8")),
      (text) =>
        !text.includes("sg-0c6d7e8f901122334") && text.includes('"Subnets": ["subnet-0a1b2c3d4e5f60718"]'),
    );
    await workbench.until(
      () => workbench.squiggles(editor, "error").count(),
      (count) => count === 0,
    );
  });

  it("shows account, region and time in the status bar, and its menu", async () => {
    const tooltip = await workbench.statusTooltip(/111122223333/);
    assert.match(tooltip, /Sample account, not AWS: calls go to http:\/\/127\.0\.0\.1:/);
    assert.match(tooltip, /Account 111122223333, region us-east-1/);
    assert.match(tooltip, /Oldest answer in use: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/);
    const item = workbench.page.locator(".statusbar-item", { hasText: "111122223333" });
    assert.match(
      (await item.locator("a").getAttribute("aria-label")) ?? "",
      /^SageMaker Preflight: [^*\\&]*sample account 111122223333, us-east-1[^*\\&]*Account 111122223333, region us-east-1[^*\\&]*$/,
    );
    await item.click();
    const entries = workbench.page.locator(".quick-input-list .monaco-list-row");
    await entries.first().waitFor();
    const labels = (await entries.allInnerTexts()).join("\n");
    for (const label of [/Refresh/, /Choose profile/, /Choose region/, /Show problems/, /Show output/])
      assert.match(labels, label);
    await workbench.page.keyboard.press("Escape");
  });

  it("keeps the counts in the status bar of a narrow window", async () => {
    const { page } = workbench;
    const size = page.viewportSize() ?? { width: 1440, height: 3400 };
    await page.setViewportSize({ ...size, width: 560 });
    const label = page.locator(".statusbar-item-label", { hasText: "111122223333" });
    const shown = () => label.evaluate(visibleText);
    await workbench.until(shown, (text) => /: (?:no problems|\d+ (?:error|warning)s?\b)/.test(text));
    await workbench.screenshot("status-narrow");
    assert.match(await workbench.statusTooltip(/111122223333/), /Account 111122223333, region us-east-1/);
    await page.setViewportSize(size);
  });

  it("is readable in the dark theme", async () => {
    await workbench.openFile("secure-training.ipynb");
    await workbench.command("Preferences: Toggle between Light/Dark Themes");
    const cell = workbench.cell("copied = Estimator(");
    await workbench.squiggles(cell, "error").first().waitFor();
    await workbench.page.locator(".monaco-workbench.vs-dark").waitFor();
    await workbench.screenshot("notebook-dark");
  });

  it("makes the safe fixes of a notebook when it is saved, where the user wants that", async () => {
    const cell = workbench.cell("tensorflow = TensorFlow(");
    await workbench.clickWord(cell, "TensorFlow");
    await workbench.page.keyboard.press("End");
    await workbench.page.keyboard.type("  # changed");
    await workbench.page.keyboard.press("Control+S");
    await workbench.until(
      () => workbench.textOf(cell),
      (text) => text.includes("subnets=["),
    );
    const file = resolve(server.folder, "secure-training.ipynb");
    const subnets = 'subnets=[\\"subnet-0a1b2c3d4e5f60718\\"';
    await workbench.until(
      () => Promise.resolve(readFileSync(file, "utf8")),
      (text) => text.split(subnets).length > exampleNotebook.split(subnets).length + 1,
    );
  });

  it("logs what was asked, and no credentials", () => {
    const log = server.extensionLog();
    assert.match(log, /asked AWS: .*subnet \d+/);
    assert.doesNotMatch(log, /AWS_SECRET|Credential=|Signature=/);
  });
});

/** The beginning of an element's text that is not cut off. */
function visibleText(element: Element): string {
  const { right } = element.getBoundingClientRect();
  let visible = "";
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? "";
    for (let index = 0; index < text.length; index++) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      if (range.getBoundingClientRect().right > right) return visible;
      visible += text[index] ?? "";
    }
  }
  return visible;
}
