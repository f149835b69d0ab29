import assert from "node:assert/strict";
import type { JupyterPage } from "./support/jupyter-page.js";
import { JupyterStage } from "./support/jupyter-stage.js";
import { exampleNotebook, imports, job, notebook } from "./support/notebooks.js";

describe("JupyterLab with the sample account", () => {
  let stage: JupyterStage;
  let lab: JupyterPage;

  before(async () => {
    stage = await JupyterStage.set({
      files: {
        "secure-training.ipynb": exampleNotebook,
        "broken.ipynb": brokenNotebook,
      },
    });
    lab = stage.lab;
  });

  after(async () => {
    await stage[Symbol.asyncDispose]();
  });

  it("underlines each job on the right argument and says so in the status bar", async () => {
    await lab.until(async () => {
      assert.match(
        await lab.status.innerText(),
        /^6 jobs: 4 errors, 3 warnings · sample account 111122223333 · us-east-1$/,
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

  it("closes the cards of a place that is scrolled away", async () => {
    const tooltip = await lab.hover(lab.underlines(await lab.cell("copied = Estimator")).first());
    await lab.page.mouse.wheel(0, -5_000);
    await tooltip.waitFor({ state: "detached" });
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
    const cards = lab.page.locator(".smp-tooltip:has([role=alert])");
    await lab.until(async () => {
      assert.match(await cards.innerText(), /This training job is not in a VPC[^]*CreateTrainingJob/);
    });
    // A screen reader is told what is wrong; the proof and the fixes are there for whoever wants them
    assert.match(
      await cards.getByRole("alert").innerText(),
      /^Warning: This training job is not in a VPC: it has no subnets and no security groups\.( Suggestion: [^.]*\.)*$/,
    );
    await lab.screenshot("04b-f8");
    await lab.page.keyboard.press("Escape");
    assert.equal(await cards.count(), 0);
    assert.equal(await lab.focusIsInCell(), true);
    await lab.page.keyboard.press("Control+.");
    const option = lab.menu.locator("[role=option]", { hasText: "Run in ml-prod" }).first();
    await option.waitFor();
    assert.ok((await lab.menu.getByRole("group", { name: /^Warning This training job/ }).count()) > 0);
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
      assert.match(await lab.status.innerText(), /^6 jobs: 3 errors · sample/);
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

  it("checks the other cells when one does not parse", async () => {
    await lab.open("broken.ipynb");
    await lab.until(async () => {
      assert.equal(await lab.underlines(await lab.cell("after = Estimator"), "warning").count(), 1);
    });
  });
});

const brokenNotebook = notebook(imports, "broken = Estimator(role=\nfor in )", job("after"));
