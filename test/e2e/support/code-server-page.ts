import { existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";

const artifacts = resolve(import.meta.dirname, "../../artifacts/vscode");

/** One VS Code workbench in a browser, in the words of who sits before it. */
export class WorkbenchPage {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** @param height Pixels. Cells that are scrolled out of view are not in the page. */
  static async open(url: string, { height = 1000 } = {}): Promise<WorkbenchPage> {
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
      ],
    });
    const page = await browser.newPage({ viewport: { width: 1440, height } });
    await page.goto(url);
    await page.waitForSelector(".monaco-workbench .part.statusbar", { timeout: 90_000 });
    return new WorkbenchPage(browser, page);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Kept below test/artifacts/vscode. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(artifacts, { recursive: true });
    await this.page.screenshot({ path: resolve(artifacts, `${name}.png`) });
  }

  async openFile(name: string): Promise<void> {
    await this.typeIntoQuickInput("Control+P", name);
    await this.page.waitForTimeout(400); // the list is rebuilt once the search ends
    await this.page.keyboard.press("Enter");
    await this.page.locator(".view-line:visible").first().waitFor();
  }

  /** The palette lists only the commands of extensions that were known when it was opened. */
  async command(title: string): Promise<void> {
    await this.typeIntoQuickInput("F1", title);
    await this.page.waitForTimeout(300);
    await this.page.keyboard.press("Enter");
  }

  /** Until the list has a row with that text. What is typed may go into a list that is on its way out. */
  private async typeIntoQuickInput(key: string, text: string): Promise<void> {
    const row = this.page.locator(".quick-input-list .monaco-list-row", { hasText: text });
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press(key);
      await this.page.waitForSelector(".quick-input-widget .quick-input-box input");
      await this.page.keyboard.type(text);
      try {
        await row.first().waitFor({ timeout: 10_000 });
        return;
      } catch (error) {
        if (attempt === 3) throw error;
        await this.page.keyboard.press("Escape");
      }
    }
  }

  /** The code cell with a line that starts like this. */
  cell(text: string): Locator {
    return this.page.locator(".notebookOverlay .code-cell-row", { has: this.lines(text) });
  }

  /** Text as it is in the editor; the workbench draws spaces as no-break spaces. */
  async textOf(editor: Locator): Promise<string> {
    const lines = await editor.locator(".view-line").evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return lines.join("\n").replaceAll("\u00a0", " ");
  }

  squiggles(editor: Locator, severity: "error" | "warning" | "info"): Locator {
    return editor.locator(`.squiggly-${severity}`);
  }

  /** Puts the cursor into a word. */
  async clickWord(editor: Locator, word: string): Promise<void> {
    const { x, y } = await this.placeOf(editor, word);
    await this.page.mouse.click(x, y);
    await this.page.waitForTimeout(300);
  }

  /** Opens the menu of quick fixes at a word and gives its entries. */
  async quickFixes(editor: Locator, word: string): Promise<readonly string[]> {
    const rows = this.page.locator(".action-widget .monaco-list-row.action");
    for (let attempt = 1; ; attempt++) {
      await this.clickWord(editor, word);
      await this.page.keyboard.press("Control+.");
      try {
        await rows.first().waitFor({ timeout: 10_000 });
        return await rows.allInnerTexts();
      } catch (error) {
        if (attempt === 3) throw error; // else a layout that still moved had taken the click
      }
    }
  }

  /** The menu swallows mouse clicks at first, so the entry is chosen by keyboard. */
  async chooseQuickFix(entries: readonly string[], title: RegExp): Promise<string> {
    const index = entries.findIndex((entry) => title.test(entry));
    if (index < 0) throw new Error(`No entry like ${String(title)} in ${JSON.stringify(entries)}`);
    for (let step = 0; step < index; step++) await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
    return entries[index] ?? "";
  }

  async problems(): Promise<readonly string[]> {
    await this.command("Problems: Focus on Problems View");
    const rows = this.page.locator(".markers-panel .monaco-list-row");
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map((row) => row.replaceAll("\u00a0", " "));
  }

  /** What the status bar counts of all documents. */
  async problemCounts(): Promise<{ error: number; warning: number; info: number }> {
    const item = this.page.locator(".statusbar-item[id='status.problems']");
    const label = (await item.locator("a").getAttribute("aria-label")) ?? "";
    const count = (name: string) =>
      Number(new RegExp(`${name}s?: (\\d+)|(\\d+) ${name}`, "i").exec(label)?.[1] ?? 0);
    return { error: count("Error"), warning: count("Warning"), info: count("Info") };
  }

  /** Waits until a condition holds, and says what was seen instead when it does not. */
  async until<T>(read: () => Promise<T>, holds: (value: T) => boolean, milliseconds = 20_000): Promise<T> {
    const end = Date.now() + milliseconds;
    for (let value = await read(); ; value = await read()) {
      if (holds(value)) return value;
      if (Date.now() > end) throw new Error(`After ${milliseconds} ms still: ${JSON.stringify(value)}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** The status bar item's text, once it fits. */
  async status(wanted: RegExp): Promise<string> {
    const item = this.page.locator(".statusbar-item:visible");
    const texts = await this.until(
      async () => (await item.allInnerTexts()).map((text) => text.trim()),
      (all) => all.some((text) => wanted.test(text)),
    );
    return texts.find((text) => wanted.test(text)) ?? "";
  }

  /** The tooltip of the status bar item that has this text. */
  async statusTooltip(text: RegExp): Promise<string> {
    await this.page.locator(".statusbar-item:visible", { hasText: text }).first().hover();
    const hover = this.page.locator(".monaco-hover:visible");
    await hover.first().waitFor();
    return (await hover.allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
  }

  /** What stands at the foot of a cell. */
  async cellStatus(cell: Locator): Promise<string> {
    const texts = await cell.locator(".cell-statusbar-container").allInnerTexts();
    return texts.join(" ").replaceAll("\u00a0", " ").trim();
  }

  /** The hover over a word; its text. */
  async hover(editor: Locator, word: string): Promise<string> {
    await this.page.mouse.move(700, 20); // a pointer that rests on the word already would not count
    const { x, y } = await this.placeOf(editor, word);
    await this.page.mouse.move(x, y, { steps: 3 });
    // Not the workbench's own: the window's title shows one when the pointer has rested there for long enough
    const hover = this.page.locator(".monaco-hover:not(.workbench-hover):visible");
    await hover.first().waitFor();
    return (await hover.allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
  }

  /** Where a word is drawn: just inside of its first character. */
  private async placeOf(editor: Locator, word: string): Promise<{ x: number; y: number }> {
    const line = editor.locator(".view-line", { hasText: new RegExp(escape(word)) }).first();
    await line.waitFor();
    await line.evaluate((element) => {
      element.scrollIntoView({ block: "nearest" });
    });
    return line.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const index = node.textContent?.indexOf(wanted) ?? -1;
        if (index < 0) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const { left, width, top, height } = range.getBoundingClientRect();
        return { x: left + width * 0.7, y: top + height / 2 };
      }
      throw new Error(`${wanted} is drawn in several pieces`);
    }, word);
  }

  private lines(text: string): Locator {
    return this.page.locator(".view-line", {
      hasText: new RegExp(`^${escape(text).replaceAll(" ", "\\s")}`),
    });
  }
}

function chromiumPath(): string {
  const places = [
    process.env.CHROMIUM ?? "",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  const path = places.find((place) => place !== "" && existsSync(place));
  if (path === undefined)
    throw new Error("chromium is missing: apt-get install chromium, or set CHROMIUM to its path");
  return path;
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
