import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Locator } from "playwright-core";
import { startSampleAccount, type SampleAccount } from "../support/sample-account.js";
import { startJupyter, type Jupyter } from "./support/jupyter.js";
import { JupyterPage } from "./support/jupyter-page.js";
import { imports, job, notebook } from "./support/notebooks.js";

describe("JupyterLab with the sample account", () => {
  let account: SampleAccount;
  let jupyter: Jupyter;
  let lab: JupyterPage;

  before(async () => {
    const example = await readFile(
      resolve(import.meta.dirname, "../../examples/secure-training.ipynb"),
      "utf8",
    );
    account = await startSampleAccount();
    jupyter = await startJupyter({
      files: {
        "secure-training.ipynb": example,
        "broken.ipynb": brokenNotebook,
        "big.ipynb": bigNotebook,
        "empty.ipynb": emptyNotebook,
        "unfinished.ipynb": notebook(imports, unfinishedJob),
        "from-file.ipynb": notebook(
          "!aws sagemaker create-model --cli-input-json file://model.json --region us-east-1",
        ),
        "model.json": modelInput,
        "team/a.ipynb": notebook(imports, job("a")),
        "team/sagemaker-preflight.yaml": policy,
      },
      env: account.env,
    });
    lab = await JupyterPage.open(jupyter.url, "secure-training.ipynb");
  });

  after(async () => {
    await lab.close();
    await jupyter.stop();
    await account.stop();
  });

  it("underlines each job on the right argument and says so in the status bar", async () => {
    await lab.until(async () => {
      assert.match(
        await lab.status.innerText(),
        /^sample account 111122223333 · us-east-1 · 6 jobs: 4 errors, 3 warnings$/,
      );
    });
    const xgb = await lab.cell("xgb = Estimator");
    assert.deepEqual(await lab.underlines(xgb, "warning").allInnerTexts(), ["Estimator"]);
    const copied = await lab.cell("copied = Estimator");
    const wrong = (await lab.underlines(copied).allInnerTexts()).join(" ");
    assert.match(wrong, /sg-0c6d7e8f901122334/);
    assert.match(wrong, /4c3eaf85-9d60-4b12-8e54-8f0a1b2c3d4e/);
    const right = await lab.cell("private_xgb = Estimator");
    assert.equal(await lab.underlines(right).count(), 0);
    await lab.screenshot("01-underlines");
  });

  it("shows message, reason, proof and source under the pointer", async () => {
    const copied = await lab.cell("copied = Estimator");
    const tooltip = await lab.hover(lab.underlines(copied).first());
    await lab.until(async () => {
      assert.equal(await tooltip.locator(".smp-spinner").count(), 0);
    });
    const text = await tooltip.innerText();
    assert.match(text, /ec2:DescribeSecurityGroups · 111122223333 · us-east-1 · read \d/);
    assert.match(text, /security-group-in-other-vpc/);
    assert.match(
      (await tooltip.locator("a").last().getAttribute("href")) ?? "",
      /^https:\/\/docs\.aws\.amazon\.com\//,
    );
    await lab.screenshot("02-tooltip");
  });

  it("shows what a call asks of AWS under the pointer, where there is nothing to find", async () => {
    const right = await lab.cell("private_xgb = Estimator");
    await lab.until(async () => {
      const tooltip = await lab.hover(right.locator(".cm-line").first(), "Estimator");
      const text = await tooltip.innerText({ timeout: 2_000 });
      assert.match(text, /CreateTrainingJob/);
      assert.match(text, /VpcConfig\.Subnets: \["subnet-0a1b2c3d4e5f60718","subnet-0b2c3d4e5f6071829"\]/);
    });
    await lab.screenshot("02b-request");
  });

  it("mends a call with a click in the tooltip; Ctrl+Z takes it back", async () => {
    const xgb = await lab.cell("xgb = Estimator");
    const before = await lab.textOf(xgb);
    const tooltip = await lab.hover(lab.underlines(xgb, "warning"));
    const fix = tooltip.locator(".smp-fix", { hasText: "Run in ml-prod" }).first();
    await fix.waitFor();
    await lab.screenshot("03-fixes");
    await xgb.locator(".cm-content").focus();
    await fix.click();
    await lab.until(async () => {
      assert.match(
        await lab.textOf(xgb),
        /subnets=\["subnet-[^\]]+\],\n {4}security_group_ids=\["sg-[^\]]+\],\n\)/,
      );
    });
    await lab.until(async () => {
      assert.equal(await lab.underlines(xgb, "warning").count(), 0);
    });
    assert.equal(await lab.focusIsInCell(), true);
    await lab.screenshot("04-mended");
    await lab.page.keyboard.press("Control+z");
    await lab.until(async () => {
      assert.equal(await lab.textOf(xgb), before);
    });
    await lab.until(async () => {
      assert.equal(await lab.underlines(xgb, "warning").count(), 1);
    });
  });

  it("mends a call from the keyboard without leaving the cell", async () => {
    const tensorflow = await lab.cell("tensorflow = TensorFlow");
    await tensorflow.locator(".cm-content").click();
    await lab.page.keyboard.press("Control+Home");
    await lab.page.keyboard.press("F8");
    const cards = lab.page.locator(".smp-tooltip[role=alert]");
    await lab.until(async () => {
      assert.match(await cards.innerText(), /This training job is not in a VPC[^]*CreateTrainingJob/);
    });
    await lab.screenshot("04b-f8");
    await lab.page.keyboard.press("Escape");
    assert.equal(await cards.count(), 0);
    assert.equal(await lab.focusIsInCell(), true);
    await lab.page.keyboard.press("Control+.");
    const option = lab.menu.locator("[role=option]", { hasText: "Run in ml-prod" }).first();
    await option.waitFor();
    await lab.page.keyboard.press("ArrowDown");
    await lab.page.keyboard.press("ArrowUp");
    assert.equal(await lab.menu.locator("[aria-selected=true]").count(), 1);
    await lab.screenshot("05-menu");
    const before = await lab.textOf(tensorflow);
    await lab.page.keyboard.press("Escape");
    assert.equal(await lab.menu.count(), 0);
    assert.equal(await lab.textOf(tensorflow), before);
    await lab.page.keyboard.press("Control+.");
    await option.waitFor();
    await lab.page.keyboard.press("Enter");
    await lab.until(async () => {
      assert.match(await lab.textOf(tensorflow), /security_group_ids=\["sg-/);
    });
    assert.equal(await lab.focusIsInCell(), true);
    await lab.page.keyboard.press("Control+z");
    await lab.until(async () => {
      assert.equal(await lab.textOf(tensorflow), before);
    });
  });

  it("applies all safe fixes with a button in the panel, and takes them back cell by cell", async () => {
    const xgb = await lab.cell("xgb = Estimator");
    const tensorflow = await lab.cell("tensorflow = TensorFlow");
    const before = [await lab.textOf(xgb), await lab.textOf(tensorflow)];
    await lab.status.click();
    await lab.panel.locator(".smp-fix-all").click();
    await lab.until(async () => {
      for (const cell of [xgb, tensorflow]) assert.match(await lab.textOf(cell), /security_group_ids=\["sg-/);
    });
    await lab.until(async () => {
      assert.match(await lab.status.innerText(), /6 jobs: 3 errors$/);
    });
    await lab.screenshot("05b-all-mended");
    for (const [index, cell] of [xgb, tensorflow].entries()) {
      await cell.locator(".cm-content").click();
      await lab.page.keyboard.press("Control+z");
      await lab.until(async () => {
        assert.equal(await lab.textOf(cell), before[index]);
      });
    }
    await xgb.locator(".cm-content").click();
    await lab.page.keyboard.press("Control+Shift+Period");
    await lab.until(async () => {
      assert.match(await lab.textOf(xgb), /security_group_ids=\["sg-/);
    });
    for (const cell of [xgb, tensorflow]) {
      await cell.locator(".cm-content").click();
      await lab.page.keyboard.press("Control+z");
    }
    await lab.until(async () => {
      assert.deepEqual([await lab.textOf(xgb), await lab.textOf(tensorflow)], before);
    });
    await lab.status.click();
  });

  it("follows the text while one types", async () => {
    const xgb = await lab.cell("xgb = Estimator");
    await xgb.locator(".cm-line", { hasText: "sagemaker_session=session" }).click();
    await lab.page.keyboard.press("End");
    await lab.page.keyboard.press("Enter");
    await lab.page.keyboard.type('subnets=["subnet-0fffffffffffffff1"],');
    await lab.until(async () => {
      assert.match((await lab.underlines(xgb).allInnerTexts()).join(" "), /subnet-0fffffffffffffff1/);
    });
    await lab.page.keyboard.press("Control+z");
    await lab.until(async () => {
      assert.equal(await lab.underlines(xgb).count(), 0);
    });
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

  it("keeps the finding with its cell when cells move", async () => {
    const copied = await lab.cell("copied = Estimator");
    await lab.until(async () => {
      assert.equal(await lab.underlines(copied).count(), 2); // the group, and the key, which AWS is asked of
    });
    await copied.locator(".jp-InputPrompt").click();
    await lab.command("notebook:move-cell-up");
    await lab.command("notebook:move-cell-up");
    await lab.page.waitForTimeout(800);
    await lab.until(async () => {
      assert.equal(await lab.underlines(await lab.cell("copied = Estimator")).count(), 2);
    });
    await lab.command("notebook:move-cell-down");
    await lab.command("notebook:move-cell-down");
  });

  it("keeps what is pressed and focused in the panel while the notebook is checked again", async () => {
    await lab.status.click();
    await (await lab.cell("copied = Estimator")).locator(".jp-InputPrompt").click();
    const row = lab.panel.locator(".smp-row-head", { hasText: "sg-0c6d7e8f901122334" }).first();
    const cellOfRow = () => row.locator("xpath=../preceding-sibling::h3[1]").innerText();
    // Cells that a test before moved may not have been checked at their places yet
    await lab.until(async () => {
      const index = await (await lab.cell("copied = Estimator")).getAttribute("data-windowed-list-index");
      assert.match(await cellOfRow(), new RegExp(`^cell ${Number(index) + 1}$`, "i"));
    });
    const before = await cellOfRow();
    await row.hover();
    await lab.page.mouse.down();
    await lab.command("notebook:move-cell-up");
    await lab.page.waitForTimeout(800); // the check comes while the button is down
    await lab.page.mouse.up();
    await lab.until(async () => {
      assert.equal(await row.getAttribute("aria-expanded"), "true");
      assert.match(await lab.selectedText(), /^\W*sg-0c6d7e8f901122334\W*$/);
    });
    assert.notEqual(await cellOfRow(), before);

    await lab.command("notebook:move-cell-down");
    await lab.until(async () => {
      assert.equal(await cellOfRow(), before);
    });

    await row.focus();
    const hasFocus = () => row.evaluate((element) => element === document.activeElement);
    for (const [inserted, line] of [
      ["\n", /line 9/],
      ["", /line 8/],
    ] as const) {
      await lab.replaceStart("copied = Estimator", inserted);
      await lab.until(async () => {
        assert.match(await row.innerText(), line);
      });
      assert.equal(await row.getAttribute("aria-expanded"), "true");
      assert.equal(await hasFocus(), true);
    }
    await row.press("Enter");
    assert.equal(await row.getAttribute("aria-expanded"), "false");
    assert.equal(await hasFocus(), true);
  });

  it("lists everything in the panel, which goes to the place", async () => {
    await lab.status.click();
    await lab.panel.locator(".smp-row-head").first().waitFor();
    assert.match(await lab.panel.innerText(), /111122223333 · us-east-1/);
    await lab.panel.locator(".smp-row-head", { hasText: "sg-0c6d7e8f901122334" }).first().click();
    await lab.until(async () => {
      assert.match(await lab.selectedText(), /^\W*sg-0c6d7e8f901122334\W*$/);
    });
    await lab.page.waitForTimeout(600);
    await lab.screenshot("06-panel");
    await lab.command("apputils:change-theme", { theme: "JupyterLab Dark" });
    await lab.page.waitForTimeout(1200);
    await lab.screenshot("07-panel-dark");
    const copied = await lab.cell("copied = Estimator");
    await lab.hover(lab.underlines(copied).first());
    await lab.page.waitForTimeout(600);
    await lab.screenshot("08-tooltip-dark");
    await lab.command("apputils:change-theme", { theme: "JupyterLab Light" });
    assert.deepEqual(lab.errors, []);
  });

  it("shows underlines and marks also where the system takes colours away", async () => {
    await lab.page.emulateMedia({ forcedColors: "active" });
    const underline = lab.underlines(await lab.cell("copied = Estimator")).first();
    const style = (element: Locator, name: "textDecorationLine" | "backgroundColor") =>
      element.evaluate((found, property) => getComputedStyle(found)[property], name);
    assert.equal(await style(underline, "textDecorationLine"), "underline");
    const colours = [];
    for (const severity of ["error", "warning", "info"])
      colours.push(await style(lab.panel.locator(`.smp-mark-${severity}`).first(), "backgroundColor"));
    assert.equal(new Set(colours).size, 3);
    await lab.screenshot("08c-forced-colours");
    await lab.page.emulateMedia({ forcedColors: "none" });
  });

  it("checks the other cells when one does not parse", async () => {
    await lab.open("broken.ipynb");
    await lab.until(async () => {
      assert.equal(await lab.underlines(await lab.cell("after = Estimator"), "warning").count(), 1);
    });
  });

  it("mends a cell that is out of view", async () => {
    await lab.open("big.ipynb");
    await lab.until(async () => {
      assert.match(await lab.status.innerText(), /120 jobs: 120 warnings/);
    });
    await lab.panel.locator(".smp-row-head", { hasText: "not in a VPC" }).last().click();
    const last = await lab.cell("job119 = Estimator");
    await lab.panel.locator(".smp-fix").first().click();
    await lab.until(async () => {
      assert.match(await lab.textOf(last), /security_group_ids/);
    });
    await lab.until(async () => {
      assert.match(await lab.status.innerText(), /119 warnings/);
    });
  });

  it("mends a JSON file beside the notebook, and takes it back", async () => {
    await lab.open("from-file.ipynb");
    const command = await lab.cell("aws sagemaker create-model");
    const tooltip = await lab.hover(lab.underlines(command).first());
    await tooltip.locator(".smp-fix", { hasText: "in model.json" }).first().click();
    const file = resolve(jupyter.folder, "model.json");
    await lab.until(async () => {
      assert.doesNotMatch(await readFile(file, "utf8"), /sg-0c6d7e8f901122334/);
    });
    await lab.until(async () => {
      assert.equal(await lab.underlines(command).count(), 0);
    });
    await lab.screenshot("08b-file-mended");
    await lab.page.locator(".Toastify__toast button", { hasText: "Undo" }).click();
    await lab.until(async () => {
      assert.equal(await readFile(file, "utf8"), modelInput);
    });
    await lab.until(async () => {
      assert.equal(await lab.underlines(command).count(), 1);
    });
  });

  it("says that a notebook has no jobs", async () => {
    await lab.open("empty.ipynb");
    await lab.until(async () => {
      assert.match(await lab.panel.innerText(), /No SageMaker jobs in this notebook/);
    });
    await lab.screenshot("09-no-jobs");
  });

  it("follows the team's policy of the folder, and says what is wrong in it", async () => {
    await lab.open("team/a.ipynb");
    const cell = await lab.cell("ml.m5.large");
    await lab.until(async () => {
      assert.deepEqual(await lab.underlines(cell, "error").allInnerTexts(), ["Estimator"]);
    });
    assert.match(await lab.underlines(cell, "warning").allInnerTexts().then(String), /ml\.m5\.large/);
    await lab.until(async () => {
      const panel = await lab.panel.innerText();
      assert.match(panel, /none of the instance types that the team's policy approves: ml\.c5\.\*/);
      assert.match(panel, /not followed in full.*team\/sagemaker-preflight\.yaml:6: network has no 'vpn'/s);
    });
    await lab.screenshot("09b-policy");
  });
});

const modelInput = `{
  "ModelName": "m",
  "ExecutionRoleArn": "arn:aws:iam::111122223333:role/ml/SageMakerTraining",
  "PrimaryContainer": { "Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1" },
  "VpcConfig": { "Subnets": ["subnet-0a1b2c3d4e5f60718"], "SecurityGroupIds": ["sg-0c6d7e8f901122334"] }
}
`;
const policy = `instances:
  types: [ml.c5.*]
rules:
  vpc-config-missing: error
network:
  vpn: required
`;
const unfinishedJob = `est = Estimator(
    image_uri="i",
    role="arn:aws:iam::111122223333:role/ml/SageMakerTraining",
    instance_count=1,
    instance_type="ml.m5.large",
    subnets=[""]
)`;
const brokenNotebook = notebook(imports, "broken = Estimator(role=\nfor in )", job("after"));
const bigNotebook = notebook(imports, ...Array.from({ length: 120 }, (_, index) => job(`job${index}`)));
const emptyNotebook = notebook("print(1)");
