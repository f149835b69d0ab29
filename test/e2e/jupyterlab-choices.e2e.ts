import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JupyterPage } from "./support/jupyter-page.js";
import { JupyterStage } from "./support/jupyter-stage.js";
import { exampleNotebook, imports, notebook } from "./support/notebooks.js";

/** Named so that nobody takes them for keys. */
const awsConfig = `[profile team]
aws_access_key_id = sample
aws_secret_access_key = sample
[profile other]
`;

describe("What JupyterLab offers of the account", () => {
  let folder: string;
  let stage: JupyterStage;
  let lab: JupyterPage;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "preflight-aws-"));
    writeFileSync(join(folder, "config"), awsConfig);
    stage = await JupyterStage.set({
      env: { AWS_CONFIG_FILE: join(folder, "config") },
      files: {
        "secure-training.ipynb": exampleNotebook,
        "unfinished.ipynb": notebook(imports, jobWith('subnets=["subnet-"]')),
        "empty-string.ipynb": notebook(imports, jobWith('subnets=[""]')),
      },
    });
    lab = stage.lab;
  });

  after(async () => {
    await stage[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  it("completes the account's own subnets where a job takes them", async () => {
    await lab.open("unfinished.ipynb"); // of its own: what a second try finds must be whole
    await lab.kernelIsIdle(); // as it comes up JupyterLab makes its completer anew
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
    // JupyterLab makes its completer anew when a language server is ready, and takes the list away under a click
    await lab.until(async () => {
      if ((await lab.textOf(cell)).includes('subnets=["subnet-"]')) {
        if ((await entry.count()) === 0) await lab.command("completer:invoke-notebook");
        await entry.click({ timeout: 3_000 });
      }
      assert.match(await lab.textOf(cell), /subnets=\["subnet-[0-9a-f]{8,17}"\]/);
    }, 30_000);
  });

  it("completes in an empty string, where a language server's list begins behind its end", async () => {
    await lab.open("empty-string.ipynb");
    await lab.kernelIsIdle();
    await lab.page.getByText("Fully initialized").first().waitFor({ timeout: 60_000 }); // before, it offers nothing
    const cell = await lab.cell("est = Estimator");
    await cell.locator(".cm-line", { hasText: "subnets=" }).click();
    await lab.page.keyboard.press("End");
    await lab.page.keyboard.press("ArrowLeft");
    await lab.page.keyboard.press("ArrowLeft");
    const entries = lab.page.locator(".jp-Completer-item:visible");
    const subnet = entries.filter({ hasText: "ml-prod-private-a" }).first();
    await lab.until(async () => {
      await lab.page.keyboard.press("Escape");
      await lab.command("completer:invoke-notebook");
      await entries.filter({ hasText: "secure-training.ipynb" }).first().waitFor({ timeout: 3_000 });
      await subnet.click({ timeout: 3_000 });
    }, 60_000);
    await lab.until(async () => {
      assert.match(await lab.textOf(cell), /subnets=\["subnet-[0-9a-f]{8,17}"\]/);
    });
    await lab.page.keyboard.press("Control+z");
    await lab.until(async () => {
      assert.match(await lab.textOf(cell), /subnets=\[""\]/);
    });
  });

  it("offers all that the account has in a dialog, which the keyboard reaches", async () => {
    await lab.open("secure-training.ipynb");
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
    const search = dialog.locator(".smp-picker-search");
    const options = dialog.locator(".smp-picker-list option");
    await search.fill("us-east-1b ml-prod"); // words in any order, of the zone and of the name
    await lab.until(async () => {
      assert.deepEqual(
        (await options.allInnerTexts()).map((text) => text.split(" · ")[1]),
        ["ml-prod-private-b"],
      );
    });
    await search.fill("nobody");
    await lab.until(async () => {
      assert.match(await dialog.innerText(), /There is nothing of these words/);
    });
    await search.fill("");
    await options.nth(1).waitFor({ state: "attached" });
    const list = dialog.locator(".smp-picker-list");
    const first = await list.inputValue();
    await search.press("ArrowDown");
    assert.notEqual(await list.inputValue(), first);
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

  it("offers the profiles of the server, and asks with the one that is chosen", async () => {
    await lab.status.click();
    const dialog = lab.page.locator(".jp-Dialog");
    const list = dialog.locator("select");
    const profile = lab.panel.locator("button", { hasText: "Profile" });
    await profile.click();
    await list.waitFor();
    assert.deepEqual(await list.locator("option").allInnerTexts(), [
      "Ordinary credential chain",
      "other",
      "team",
    ]);
    assert.match(await dialog.innerText(), /AWS_PROFILE, environment, role/);
    assert.equal(await dialog.locator(".jp-select-wrapper svg:visible").count(), 0); // it is no closed list
    await lab.screenshot("05e-profiles");
    await list.selectOption("team");
    await lab.page.keyboard.press("Enter");
    await lab.until(async () => {
      assert.match(await lab.panel.innerText(), /111122223333 · us-east-1[^]*Profile team · /);
    });
    await lab.screenshot("05f-profile");

    // One without credentials: nobody is asked, and the way back is there
    await lab.command("sagemaker-preflight:choose-profile");
    assert.equal(await list.inputValue(), "team");
    await list.selectOption("other");
    await lab.page.keyboard.press("Enter");
    await lab.until(async () => {
      assert.match(await lab.panel.innerText(), /Offline[^]*no AWS credentials/);
    });
    await profile.click();
    await list.selectOption("Ordinary credential chain");
    await dialog.locator("button", { hasText: "Use" }).click();
    await lab.until(async () => {
      assert.match(await lab.panel.innerText(), /111122223333 · us-east-1/);
      assert.doesNotMatch(await lab.panel.innerText(), /Profile (?:team|other)/);
    });
    assert.deepEqual(lab.errors, []);
  });

  it("asks for the region, and looks there", async () => {
    await lab.status.click();
    const dialog = lab.page.locator(".jp-Dialog");
    const input = dialog.locator("input");
    const use = dialog.locator("button", { hasText: "Use" });
    await lab.panel.locator("button", { hasText: "Region" }).click();
    await input.waitFor();
    assert.equal(await input.getAttribute("placeholder"), "us-east-1");
    await input.fill("europe");
    assert.equal(await use.isEnabled(), false);
    await input.fill("eu-west-1");
    await lab.screenshot("05g-region");
    await lab.page.keyboard.press("Enter");
    await lab.until(async () => {
      assert.match(await lab.panel.innerText(), /111122223333 · eu-west-1/);
      assert.match(await lab.status.innerText(), / · eu-west-1$/);
    });

    await lab.command("sagemaker-preflight:choose-region");
    assert.equal(await input.inputValue(), "eu-west-1");
    await input.fill("");
    await use.click();
    await lab.until(async () => {
      assert.match(await lab.panel.innerText(), /111122223333 · us-east-1/);
    });
    assert.deepEqual(lab.errors, []);
  });
});

const jobWith = (setting: string) => `est = Estimator(
    image_uri="i",
    role="arn:aws:iam::111122223333:role/ml/SageMakerTraining",
    instance_count=1,
    instance_type="ml.m5.large",
    ${setting}
)`;
