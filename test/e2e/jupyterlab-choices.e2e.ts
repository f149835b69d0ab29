import assert from "node:assert/strict";
import type { JupyterPage } from "./support/jupyter-page.js";
import { JupyterStage } from "./support/jupyter-stage.js";
import { exampleNotebook, imports, notebook } from "./support/notebooks.js";

describe("What JupyterLab offers of the account", () => {
  let stage: JupyterStage;
  let lab: JupyterPage;

  before(async () => {
    stage = await JupyterStage.set({
      files: {
        "secure-training.ipynb": exampleNotebook,
        "unfinished.ipynb": notebook(imports, unfinishedJob),
      },
    });
    lab = stage.lab;
  });

  after(async () => {
    await stage[Symbol.asyncDispose]();
  });

  it("completes the account's own subnets where a job takes them", async () => {
    await lab.open("unfinished.ipynb"); // of its own: what a second try finds must be whole
    const cell = await lab.cell("est = Estimator");
    await cell.locator(".cm-line", { hasText: "subnets=" }).click();
    await lab.page.keyboard.press("End");
    await lab.page.keyboard.press("ArrowLeft");
    await lab.page.keyboard.press("ArrowLeft");
    const entry = lab.page.locator(".jp-Completer-item:visible", { hasText: "ml-prod-private-a" }).first();
    await lab.until(async () => {
      if ((await entry.count()) === 0) await lab.command("completer:invoke-notebook");
      await entry.waitFor({ timeout: 3_000 });
    }, 30_000);
    // What AWS says later has the list opened anew, also under a click
    await lab.until(async () => {
      assert.doesNotMatch(await lab.status.innerText(), /asking/);
      await entry.waitFor({ timeout: 1_000 });
    });
    await lab.screenshot("05c-completion");
    await entry.click();
    await lab.until(async () => {
      assert.match(await lab.textOf(cell), /subnets=\["subnet-[0-9a-f]{8,17}"\]/);
    });
    await lab.command("docmanager:open", { path: "secure-training.ipynb" });
  });

  it("offers all that the account has in a dialog, which the keyboard reaches", async () => {
    const tensorflow = await lab.cell("tensorflow = TensorFlow");
    const before = await lab.textOf(tensorflow);
    await tensorflow.locator(".cm-content").click();
    await lab.page.keyboard.press("Control+Home");
    await lab.command("sagemaker-preflight:choose-resource");
    const dialog = lab.page.locator(".jp-Dialog");
    await dialog.locator("option", { hasText: "ml-prod-private-b" }).waitFor({ state: "attached" });
    await lab.until(async () => {
      assert.doesNotMatch(await dialog.innerText(), /Looking in/);
    });
    await lab.screenshot("05d-picker");
    await dialog.locator(".smp-picker-setting").selectOption("outputKmsKeyId");
    await dialog
      .locator(".smp-picker-list option", { hasText: "alias/" })
      .first()
      .waitFor({ state: "attached" });
    await dialog.locator(".smp-picker-list").focus();
    await lab.page.keyboard.press("Enter");
    await lab.until(async () => {
      assert.match(await lab.textOf(tensorflow), /output_kms_key="/);
    });
    await tensorflow.locator(".cm-content").click();
    await lab.page.keyboard.press("Control+z");
    await lab.until(async () => {
      assert.equal(await lab.textOf(tensorflow), before);
    });
  });
});

const unfinishedJob = `est = Estimator(
    image_uri="i",
    role="arn:aws:iam::111122223333:role/ml/SageMakerTraining",
    instance_count=1,
    instance_type="ml.m5.large",
    subnets=[""]
)`;
