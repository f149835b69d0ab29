import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import type { JupyterPage } from "./support/jupyter-page.js";
import { JupyterStage } from "./support/jupyter-stage.js";
import { shownIn } from "./support/shown-in-jupyter.js";
import { exampleNotebook, imports, job, notebook, notebookWith } from "./support/notebooks.js";

describe("The panel in JupyterLab", () => {
  let stage: JupyterStage;
  let lab: JupyterPage;

  before(async () => {
    stage = await JupyterStage.set({
      files: {
        "secure-training.ipynb": exampleNotebook,
        "big.ipynb": bigNotebook,
        "empty.ipynb": emptyNotebook,
        "spark.ipynb": notebookWith(
          {
            kernelspec: { name: "pysparkkernel", display_name: "PySpark" },
            language_info: { name: "pyspark" },
          },
          `%%local\n${imports}\n${job("a")}`,
        ),
        "crlf.ipynb": notebook(`# one\r\n# two\r\n${imports}`, job("windows").replaceAll("\n", "\r\n")),
        "r.ipynb": notebookWith({ language_info: { name: "R" } }, "library(paws)"),
      },
    });
    lab = stage.lab;
    await lab.status.click();
  });

  after(async () => {
    await stage[Symbol.asyncDispose]();
  });

  it("has the focus once it is opened by a key, and gives it back at Escape", async () => {
    const cell = await lab.cell("xgb = Estimator");
    const panel = lab.page.getByRole("region", { name: "SageMaker Preflight" });
    const first = panel.getByRole("button").first();
    const hasFocus = (element: Locator) => element.evaluate((node) => node === document.activeElement);
    await lab.until(async () => {
      await cell.locator(".cm-content").click();
      await lab.command("sagemaker-preflight:show-findings"); // at its start JupyterLab may take the focus once more
      assert.equal(await hasFocus(panel), true);
      await lab.page.keyboard.press("Tab");
      assert.equal(await hasFocus(first), true);
    });
    await lab.command("sagemaker-preflight:show-findings");
    await lab.page.waitForTimeout(300); // JupyterLab's message to the panel comes later
    assert.equal(await hasFocus(first), true);
    await lab.until(async () => {
      await lab.page.keyboard.press("Escape");
      assert.equal(await cell.evaluate((node) => node.contains(document.activeElement)), true);
    });
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

  it("keeps the counts in the status bar of a narrow window", async () => {
    const size = lab.page.viewportSize() ?? { width: 1440, height: 1000 };
    for (const width of [560, 250]) {
      await lab.page.setViewportSize({ ...size, width });
      await lab.until(async () => {
        const box = await lab.status.boundingBox();
        assert.ok(box !== null && box.x >= 0 && box.x + box.width <= width, JSON.stringify(box));
        assert.match(await lab.status.innerText(), /^6 jobs: 4 errors, 3 warnings$/);
      });
      await lab.screenshot(`08d-status-${width}`);
    }
    await lab.status.hover();
    assert.match(
      (await lab.status.getAttribute("title")) ?? "",
      /6 jobs: .* · sample account 111122223333 · /,
    );
    await lab.page.setViewportSize(size);
  });

  it("keeps all of a tooltip inside of a low window", async () => {
    const size = lab.page.viewportSize() ?? { width: 1440, height: 1000 };
    const height = 420;
    await lab.page.setViewportSize({ ...size, height });
    const tooltip = await lab.hover(lab.underlines(await lab.cell("tensorflow = TensorFlow"), "warning"));
    await lab.until(async () => {
      assert.equal(await tooltip.locator(".smp-spinner").count(), 0);
      const box = await tooltip.boundingBox();
      assert.ok(box !== null && box.y >= 0 && box.y + box.height <= height, JSON.stringify(box));
    });
    await lab.screenshot("08e-low-window");
    await lab.page.setViewportSize(size);
  });

  it("shows the cards of a text whose beginning is scrolled away", async () => {
    const size = lab.page.viewportSize() ?? { width: 1440, height: 1000 };
    await lab.page.setViewportSize({ ...size, width: 720 });
    const key = lab.underlines(await lab.cell("copied = Estimator")).last();
    await key.evaluate((element) => {
      element.closest(".cm-scroller")?.scrollBy(element.getBoundingClientRect().width, 0);
    });
    const tooltip = await lab.hover(key);
    await lab.until(async () => {
      const box = await tooltip.boundingBox();
      assert.ok(box !== null && box.y >= 0 && box.x >= 0, JSON.stringify(box));
    });
    await lab.page.setViewportSize(size);
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
    await (await lab.cell("tensorflow = TensorFlow")).locator(".cm-content").click();
    await lab.page.keyboard.press("Control+Home");
    await lab.page.keyboard.press("Control+.");
    const options = lab.menu.locator("[role=option]");
    const selected = lab.menu.locator("[aria-selected=true]");
    await selected.waitFor();
    assert.notEqual(await style(selected, "backgroundColor"), await style(options.last(), "backgroundColor"));
    await lab.page.keyboard.press("Escape");
    await lab.screenshot("08c-forced-colours");
    await lab.page.emulateMedia({ forcedColors: "none" });
  });

  it("goes to a cell though JupyterLab scrolls elsewhere at the same time", async () => {
    await lab.open("big.ipynb");
    const row = lab.panel.locator(".smp-row-head", { hasText: "not in a VPC" });
    await lab.until(async () => {
      assert.equal(await row.count(), 120);
    });
    await lab.page.evaluate(() => {
      const { content } = (window as unknown as { jupyterapp: App }).jupyterapp.shell.currentWidget;
      [...document.querySelectorAll<HTMLElement>(".smp-row-head")].at(-1)?.click();
      content.scrollToItem(0).catch(() => undefined);

      interface App {
        readonly shell: {
          readonly currentWidget: { readonly content: { scrollToItem(index: number): Promise<void> } };
        };
      }
    });
    await lab.until(async () => {
      assert.match(await lab.page.locator(".cm-focused").innerText(), /job119 = Estimator/);
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

  it("says that a notebook has no jobs", async () => {
    await lab.open("empty.ipynb");
    await lab.until(async () => {
      assert.match(await lab.panel.innerText(), /No SageMaker jobs in this notebook/);
    });
    await lab.screenshot("09-no-jobs");
  });

  it("underlines and mends a cell whose lines end as on Windows", async () => {
    await lab.open("crlf.ipynb");
    const cell = await lab.cell("windows = Estimator");
    await lab.until(async () => {
      assert.match(await lab.underlines(cell, "warning").first().innerText(), /^Estimator$/);
    });
    const tooltip = await lab.hover(lab.underlines(cell, "warning").first());
    await tooltip.locator(".smp-fix").first().click();
    await lab.until(async () => {
      const mended = await lab.textOf(await lab.cell("windows = Estimator"));
      assert.match(mended, /subnets=\[[^\]]*\][^]*\nwindows\.fit\(\)$/);
      assert.match(await lab.status.innerText(), /^1 job: no problems/);
    });
    const { cells } = await shownIn(lab);
    assert.equal(cells[1]?.text, await lab.textOf(await lab.cell("windows = Estimator")));
  });

  it("reads what Sparkmagic's kernel calls Python, and says of R that it is not checked", async () => {
    const open = async (path: string) => {
      await lab.openWithoutKernel(path);
      await lab.panel.locator(".smp-notebook, .smp-empty-title").first().waitFor();
    };
    await open("spark.ipynb");
    await lab.until(async () => {
      assert.match(await lab.status.innerText(), /^1 job: 1 warning/);
    });
    await lab
      .underlines(await lab.cell("ml.m5.large"), "warning")
      .first()
      .waitFor();
    await open("r.ipynb");
    await lab.until(async () => {
      assert.match(await lab.panel.innerText(), /not checked\s+The notebook's language is R: only Python/);
    });
    assert.match(await lab.status.innerText(), /^R is not checked/);
    assert.match((await lab.status.getAttribute("class")) ?? "", /smp-status-unchecked/);
    await lab.screenshot("09-other-language");
  });
});

const bigNotebook = notebook(imports, ...Array.from({ length: 120 }, (_, index) => job(`job${index}`)));
const emptyNotebook = notebook("print(1)");
