import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { launchBrowser } from "./browser.js";

const artifacts = resolve(import.meta.dirname, "../../artifacts/jupyterlab");

/** One JupyterLab in a browser, in the words of who sits before it. */
export class JupyterPage {
  /** What the page's own code complained of; other extensions' words are left out. */
  readonly errors: string[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
  ) {
    page.on("pageerror", (error) => this.errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && /preflight/i.test(message.text())) this.errors.push(message.text());
    });
  }

  /** Opens a notebook and waits until its cells have editors. */
  static async open(url: string, notebook: string, app: "lab" | "notebook" = "lab"): Promise<JupyterPage> {
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    const opened = new JupyterPage(browser, page);
    await page.goto(app === "lab" ? `${url}/lab/tree/${notebook}` : `${url}/notebooks/${notebook}`);
    await page.waitForSelector(".jp-Notebook .jp-CodeCell .cm-content", { timeout: 90_000 });
    return opened;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Kept below test/artifacts/jupyterlab. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(artifacts, { recursive: true });
    await this.page.screenshot({ path: resolve(artifacts, `${name}.png`) });
  }

  /** The code cell that has this text, in view. */
  async cell(text: string): Promise<Locator> {
    await this.scrollToCell(text);
    const cell = this.page
      .locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell", { hasText: text })
      .first();
    await cell.scrollIntoViewIfNeeded();
    return cell;
  }

  /** Before version 4.5 JupyterLab takes cells that are out of view out of the page. */
  private async scrollToCell(text: string): Promise<void> {
    await this.page.evaluate(async (wanted) => {
      const { content } = (window as unknown as { jupyterapp: App }).jupyterapp.shell.currentWidget;
      const index = content.widgets.findIndex(({ model }) => model.sharedModel.getSource().includes(wanted));
      if (content.notebookConfig.windowingMode === "full")
        await content.scrollToItem(index).catch(() => undefined);

      interface App {
        readonly shell: { readonly currentWidget: { readonly content: Notebook } };
      }
      interface Notebook {
        readonly widgets: readonly {
          readonly model: { readonly sharedModel: { readonly getSource: () => string } };
        }[];
        readonly notebookConfig: { readonly windowingMode: string };
        readonly scrollToItem: (index: number) => Promise<void>;
      }
    }, text);
  }

  /** The underlined places of a cell, by severity. */
  underlines(cell: Locator, severity: "error" | "warning" | "info" = "error"): Locator {
    return cell.locator(`.cm-lintRange-${severity}`);
  }

  async textOf(cell: Locator): Promise<string> {
    return (await cell.locator(".cm-line").allInnerTexts()).map((line) => line.replace(/\n$/, "")).join("\n");
  }

  /**
   * Rests the pointer on a finding, or on a word, until its tooltip is there. What is drawn anew under a pointer at rest, as an answer of
   * AWS has it drawn, opens nothing before the pointer moves again: so it is in CodeMirror.
   */
  async hover(element: Locator, word?: string): Promise<Locator> {
    const tooltip = this.page.locator(".smp-tooltip");
    await this.until(async () => {
      await this.page.mouse.move(5, 500);
      await element.hover(word === undefined ? {} : { position: await placeIn(element, word) });
      await tooltip.waitFor({ timeout: 2_500 });
    });
    return tooltip;
  }

  get status(): Locator {
    return this.page.locator(".smp-status");
  }

  get panel(): Locator {
    return this.page.locator(".smp-panel");
  }

  get menu(): Locator {
    return this.page.locator(".smp-menu");
  }

  /** Puts a text before a cell's, instead of the one put there before, as somebody else who has the notebook open. */
  async replaceStart(cell: string, start: string): Promise<void> {
    await this.page.evaluate(
      ([text, inserted]) => {
        const { content } = (window as unknown as { jupyterapp: App }).jupyterapp.shell.currentWidget;
        for (const { model } of content.widgets) {
          const at = model.sharedModel.getSource().indexOf(text);
          if (at >= 0) model.sharedModel.updateSource(0, at, inserted);
        }

        interface App {
          readonly shell: {
            readonly currentWidget: { readonly content: { readonly widgets: readonly Cell[] } };
          };
        }
        interface Cell {
          readonly model: {
            readonly sharedModel: {
              readonly getSource: () => string;
              readonly updateSource: (from: number, to: number, text: string) => void;
            };
          };
        }
      },
      [cell, start] as const,
    );
  }

  selectedText(): Promise<string> {
    return this.page.evaluate(() => document.getSelection()?.toString() ?? "");
  }

  focusIsInCell(): Promise<boolean> {
    return this.page.evaluate(() => document.activeElement?.closest(".jp-CodeCell .cm-content") !== null);
  }

  /** Tries an assertion until it holds. */
  async until(assertion: () => unknown, deadline = 15_000): Promise<void> {
    for (const start = Date.now(); ;) {
      try {
        await assertion();
        return;
      } catch (error) {
        if (Date.now() - start > deadline) {
          await this.screenshot("failed");
          throw error;
        }
        await this.page.waitForTimeout(150);
      }
    }
  }

  /** Opens another notebook beside those that are open. */
  async open(path: string): Promise<void> {
    await this.command("docmanager:open", { path });
    await this.page
      .locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell .cm-content")
      .first()
      .waitFor();
  }

  /** Opens a notebook whose kernel is not there: JupyterLab asks which one to take instead. */
  async openWithoutKernel(path: string): Promise<void> {
    const opened = this.open(path);
    await this.page.locator(".jp-Dialog button", { hasText: "No Kernel" }).click();
    await opened;
  }

  /** The kernel of the notebook in front has started. */
  async kernelIsIdle(): Promise<void> {
    await this.page
      .locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook-ExecutionIndicator[data-status=idle]")
      .waitFor();
  }

  /** Types and gives the longest time, in milliseconds, that a key took until its character was drawn. */
  async slowestKeystroke(text: string): Promise<number> {
    let slowest = 0;
    for (const character of text) {
      const start = Date.now();
      await this.page.keyboard.type(character);
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
      slowest = Math.max(slowest, Date.now() - start);
    }
    return slowest;
  }

  async command(id: string, args: Record<string, unknown> = {}): Promise<void> {
    await this.page.evaluate(
      async ([command, values]) => {
        const { jupyterapp } = window as unknown as {
          jupyterapp: { commands: { execute: (id: string, values: unknown) => Promise<unknown> } };
        };
        await jupyterapp.commands.execute(command, values);
      },
      [id, args] as const,
    );
  }
}

/** Just inside of the first character of a word, in an element's own coordinates. */
function placeIn(element: Locator, word: string): Promise<{ x: number; y: number }> {
  return element.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const index = node.textContent?.indexOf(wanted) ?? -1;
      if (index < 0) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const [letter, whole] = [range.getBoundingClientRect(), root.getBoundingClientRect()];
      return {
        x: letter.left - whole.left + letter.width * 0.7,
        y: letter.top - whole.top + letter.height / 2,
      };
    }
    throw new Error(`${wanted} is drawn in several pieces`);
  }, word);
}
