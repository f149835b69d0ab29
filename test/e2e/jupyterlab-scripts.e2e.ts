import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Locator } from "playwright-core";
import type { JupyterPage } from "./support/jupyter-page.js";
import { JupyterStage } from "./support/jupyter-stage.js";
import { imports, job, notebook } from "./support/notebooks.js";

describe("Scripts in JupyterLab's text editor", () => {
  let stage: JupyterStage;
  let lab: JupyterPage;
  let editor: Locator;

  before(async () => {
    stage = await JupyterStage.set({
      files: {
        "a.ipynb": notebook("x = 1"),
        "train.py": script,
        "unfinished.py": unfinished,
        "helpers.py": "def add(one, other):\n    return one + other\n",
        "model.sh": command,
        "notes.md": `# Notes\n\n    ${imports}\n`,
      },
    });
    lab = stage.lab;
    await lab.status.click();
    editor = lab.page.locator(".jp-FileEditor:visible");
  });

  after(async () => {
    await stage[Symbol.asyncDispose]();
  });

  async function open(path: string, part: string): Promise<void> {
    await lab.command("docmanager:open", { path, factory: "Editor" });
    await editor.locator(".cm-line", { hasText: part }).first().waitFor();
  }

  it("underlines the jobs of a Python file, and lists them in the panel", async () => {
    await open("train.py", "est = Estimator");
    await lab.until(async () => {
      assert.deepEqual(await lab.underlines(editor).allInnerTexts(), ['"sg-0c6d7e8f901122334"']);
      assert.equal(await lab.underlines(editor, "warning").count(), 1);
    });
    assert.match(await lab.status.innerText(), /^2 jobs: 1 error, 1 warning · sample account/);
    const panel = await lab.panel.innerText();
    assert.match(panel, /train\.py/);
    assert.match(panel, /line 7/);
    assert.doesNotMatch(panel, /Cell \d/);
    await lab.screenshot("09c-script");
  });

  it("goes from problem to problem and mends one by the keyboard; Ctrl+Z takes it back", async () => {
    const before = await lab.textOf(editor);
    await editor.locator(".cm-content").click();
    await lab.page.keyboard.press("Control+Home");
    await lab.page.keyboard.press("F8");
    await lab.until(async () => {
      assert.equal(await lab.selectedText(), "Estimator");
    });
    await lab.page.keyboard.press("F8");
    await lab.until(async () => {
      assert.match(await lab.selectedText(), /sg-0c6d7e8f901122334/);
    });
    await lab.page.keyboard.press("Control+.");
    await lab.menu.locator("[role=option][aria-selected=true]", { hasText: "sagemaker-training" }).waitFor();
    await lab.screenshot("09d-script-fixes");
    await lab.page.keyboard.press("Enter");
    await lab.until(async () => {
      assert.notEqual(await lab.textOf(editor), before);
      assert.equal(await lab.underlines(editor).count(), 0);
    });
    await lab.page.keyboard.press("Control+s");
    await lab.until(async () => {
      assert.doesNotMatch(await readFile(resolve(stage.jupyter.folder, "train.py"), "utf8"), /sg-0c6d7e8f/);
    });
    await lab.page.keyboard.press("Control+z");
    await lab.until(async () => {
      assert.equal(await lab.textOf(editor), before);
      assert.equal(await lab.underlines(editor).count(), 1);
    });
  });

  it("mends with a click in the tooltip, and all that is safe with one in the panel", async () => {
    const tooltip = await lab.hover(lab.underlines(editor, "warning"));
    await tooltip.locator(".smp-fix", { hasText: "Run in ml-prod" }).first().click();
    await lab.until(async () => {
      assert.match(await lab.textOf(editor), /subnets=\["subnet-[^\]]+\], security_group_ids=\["sg-[^\]]+\]/);
    });
    await lab.page.keyboard.press("Control+z");
    await lab.until(async () => {
      assert.equal(await lab.underlines(editor, "warning").count(), 1);
    });
    await lab.panel.locator(".smp-fix-all").click();
    await lab.page.locator(".Toastify__toast", { hasText: /fix(es)?\. Undo takes them back\.$/ }).waitFor();
    await lab.until(async () => {
      assert.equal(await lab.underlines(editor, "warning").count(), 0);
    });
  });

  it("completes the account's subnets in a file", async () => {
    await open("unfinished.py", "last = Estimator");
    await editor.locator(".cm-line", { hasText: "last =" }).click();
    await lab.page.keyboard.press("End");
    for (const key of ["ArrowLeft", "ArrowLeft", "ArrowLeft"]) await lab.page.keyboard.press(key);
    const entry = lab.page.locator(".jp-Completer-item:visible", { hasText: "ml-prod-private-a" }).first();
    await lab.until(async () => {
      if ((await entry.count()) === 0) await lab.command("completer:invoke-file");
      await entry.waitFor({ timeout: 3_000 });
    }, 30_000);
    await lab.until(async () => {
      if ((await lab.textOf(editor)).includes('subnets=["subnet-"]')) {
        if ((await entry.count()) === 0) await lab.command("completer:invoke-file");
        await entry.click({ timeout: 3_000 });
      }
      assert.match(await lab.textOf(editor), /subnets=\["subnet-[0-9a-f]{8,17}"\]/);
    }, 30_000);
  });

  it("underlines the commands of a shell script", async () => {
    await open("model.sh", "create-model");
    await lab.until(async () => {
      assert.equal(await lab.underlines(editor).count(), 1);
    });
    assert.match(await lab.panel.innerText(), /model\.sh/);
  });

  it("stays out of the way in files without a job, and in files that are no scripts", async () => {
    for (const [path, part] of [
      ["helpers.py", "def add"],
      ["notes.md", "# Notes"],
    ] as const) {
      await open(path, part);
      await lab.status.waitFor({ state: "hidden" });
      assert.equal(await editor.locator("[class*=cm-lintRange]").count(), 0);
    }
    await open("helpers.py", "def add");
    await lab.until(async () => {
      assert.match(await lab.panel.innerText(), /No SageMaker jobs in this file/);
    });
    assert.deepEqual(lab.errors, []);
  });
});

const script = `${imports}

${job("est")}

role = "arn:aws:iam::111122223333:role/ml/SageMakerTraining"
net = dict(subnets=["subnet-0a1b2c3d4e5f60718"], security_group_ids=["sg-0c6d7e8f901122334"])
Estimator("i", role, instance_count=1, instance_type="ml.m5.large", **net).fit()
`;

const unfinished = `${imports}
last = Estimator("i", role="r", instance_count=1, instance_type="ml.m5.large", subnets=["subnet-"])
`;

const command = `aws sagemaker create-model --region us-east-1 --model-name m \\
  --execution-role-arn arn:aws:iam::111122223333:role/ml/SageMakerTraining \\
  --primary-container Image=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1 \\
  --vpc-config Subnets=subnet-0a1b2c3d4e5f60718,SecurityGroupIds=sg-0c6d7e8f901122334
`;
