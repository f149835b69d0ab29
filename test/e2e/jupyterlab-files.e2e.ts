import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { JupyterPage } from "./support/jupyter-page.js";
import { JupyterStage } from "./support/jupyter-stage.js";
import { imports, job, modelInput, notebook } from "./support/notebooks.js";

describe("Files beside a notebook in JupyterLab", () => {
  let stage: JupyterStage;
  let lab: JupyterPage;

  before(async () => {
    stage = await JupyterStage.set({
      files: {
        "from-file.ipynb": notebook(
          "import settings_of_the_team\n!aws sagemaker create-model --cli-input-json file://model.json --region us-east-1",
        ),
        "model.json": modelInput,
        "team/a.ipynb": notebook(imports, job("a")),
        "team/sagemaker-preflight.yaml": policy,
      },
    });
    lab = stage.lab;
    await lab.status.click();
  });

  after(async () => {
    await stage[Symbol.asyncDispose]();
  });

  it("mends a JSON file beside the notebook, and takes it back", async () => {
    await lab.open("from-file.ipynb");
    const command = await lab.cell("aws sagemaker create-model");
    const tooltip = await lab.hover(lab.underlines(command).first());
    await tooltip.locator(".smp-fix", { hasText: "in model.json" }).first().click();
    const file = resolve(stage.jupyter.folder, "model.json");
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
    assert.match(await lab.status.innerText(), /policy not followed in full/);
    assert.equal(await lab.panel.locator(".smp-notebook").innerText(), "a.ipynb");
    await lab.screenshot("09b-policy");
  });

  it("asks the server for nothing that is not there: it would log that as an error", () => {
    assert.doesNotMatch(stage.jupyter.log(), /404 GET \/api\/contents/);
  });

  it("counts no notebook's jobs in the status bar while something else is in front", async () => {
    await lab.command("docmanager:open", { path: "model.json", factory: "Editor" });
    await lab.status.waitFor({ state: "hidden" });
    await lab.open("team/a.ipynb");
    await lab.status.waitFor();
  });

  it("reads a file that is open in an editor of its own, where people edit together", async () => {
    await lab.open("from-file.ipynb");
    await lab.page.waitForTimeout(1_000); // it is read again when its notebook is in front
    assert.equal(await lab.underlines(await lab.cell("aws sagemaker create-model")).count(), 1);
  });
});

const policy = `instances:
  types: [ml.c5.*]
rules:
  vpc-config-missing: error
network:
  vpn: required
`;
