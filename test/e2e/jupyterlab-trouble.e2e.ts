import assert from "node:assert/strict";
import { JupyterStage } from "./support/jupyter-stage.js";
import { exampleNotebook } from "./support/notebooks.js";

const plugin = "@sagemaker-preflight/jupyterlab:plugin";
const outsideVpc = /not in a VPC/;
const files = { "a.ipynb": exampleNotebook };

describe("JupyterLab in trouble", () => {
  it("names the permission that is missing", async () => {
    await using stage = await JupyterStage.set({ files, faults: { deny: ["ec2:DescribeSubnets"] } });
    const { lab } = stage;
    await lab.status.click();
    await lab.until(async () => {
      assert.match(await lab.panel.innerText(), /ec2:DescribeSubnets was denied/);
    });
    const tooltip = await lab.hover(lab.underlines(await lab.cell("xgb = Estimator"), "warning"));
    await lab.until(async () => {
      assert.match(await tooltip.innerText(), /ec2:DescribeSubnets was denied/);
    });
    await lab.screenshot("10-denied");
  });

  it("stays responsive when AWS hangs", async () => {
    await using stage = await JupyterStage.set({ files, faults: { hang: ["ec2"] } });
    const { lab } = stage;
    await lab.until(async () => {
      assert.match(await lab.status.innerText(), /asking AWS/);
    });
    const xgb = await lab.cell("xgb = Estimator");
    assert.equal(await lab.underlines(xgb, "warning").count(), 1);
    await xgb.locator(".cm-line").last().click();
    await lab.page.keyboard.press("End");
    await lab.page.keyboard.press("Enter");
    const slowest = await lab.slowestKeystroke("# typed while AWS is silent");
    assert.ok(slowest < 500, `a keystroke took ${slowest} ms`);
    const tooltip = await lab.hover(lab.underlines(xgb, "warning"));
    await lab.until(async () => {
      assert.match(await tooltip.innerText(), /Looking up .*111122223333 · us-east-1…/);
    });
    await lab.screenshot("11-looking-up");
    await lab.until(async () => {
      assert.match(await tooltip.innerText(), /timed out/);
    }, 40_000);
  });

  it("checks offline where the server extension is missing, and says what to do", async () => {
    await using stage = await JupyterStage.set({ files, withoutServerExtension: true });
    const { lab } = stage;
    await lab.until(async () => {
      assert.match(await lab.status.innerText(), /^6 jobs: .* · offline$/);
    });
    assert.equal(await lab.underlines(await lab.cell("xgb = Estimator"), "warning").count(), 1);
    await lab.status.click();
    await lab.until(async () => {
      assert.match(await lab.panel.innerText(), /pip install its wheel where the server runs/);
    });
    await lab.screenshot("12-offline");
    // Who presses Enter at once does not get what mends nothing
    const xgb = await lab.cell("xgb = Estimator");
    const before = await lab.textOf(xgb);
    await xgb.locator(".cm-line", { hasText: "xgb = Estimator" }).click();
    await lab.page.keyboard.press("Control+.");
    assert.equal((await lab.menu.innerText()).split("pip install its wheel").length, 2, "told once");
    assert.equal(await lab.menu.locator("[aria-selected=true]").count(), 0);
    await lab.screenshot("12b-offline-menu");
    await lab.page.keyboard.press("Enter");
    await lab.page.keyboard.press("Escape");
    assert.equal(await lab.textOf(xgb), before);
    assert.deepEqual(lab.errors, []);
  });

  it("asks nothing when the user has switched AWS off", async () => {
    await using stage = await JupyterStage.set({
      files,
      settings: { [plugin]: { live: false, region: "eu-west-1" } },
    });
    await stage.lab.until(async () => {
      assert.match(await stage.lab.status.innerText(), /^6 jobs: .* · AWS is not asked$/);
    });
    assert.doesNotMatch(stage.jupyter.log(), /sagemaker-preflight\/(account|facts)/);
  });

  it("works in Notebook 7, which has no status bar", async function () {
    await using stage = await JupyterStage.set({ files, app: "notebook" });
    const { lab } = stage;
    const xgb = await lab.cell("xgb = Estimator");
    await lab.until(async () => {
      assert.equal(await lab.underlines(xgb, "warning").count(), 1);
    });
    const tooltip = await lab.hover(lab.underlines(xgb, "warning"));
    await lab.until(async () => {
      assert.match(await tooltip.innerText(), outsideVpc);
    });
    await lab.screenshot("13-notebook-7");
  });
});
