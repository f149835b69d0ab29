import * as vscode from "vscode";
import { spokenStatus, type StatusText } from "./status-text.js";

/** Opened by a click on the item; not in the palette, where its entries are. */
export const menuCommand = "sagemakerPreflight.menu";
export const profileCommand = "sagemakerPreflight.selectProfile";

/** One item: account, region, age and counts. Clicked, it opens the menu of `commands.ts`. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("status", vscode.StatusBarAlignment.Left, -10);

  constructor(command: string) {
    this.item.name = "SageMaker Preflight";
    this.item.command = command;
  }

  show(status: StatusText): void {
    const { text, title, lines, tone } = status;
    this.item.text = text;
    this.item.accessibilityInformation = { label: spokenStatus(status), role: "button" };
    this.item.tooltip = plainMarkdown(title, lines);
    this.item.backgroundColor =
      tone === "warning" ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    this.item.show();
  }

  hide(): void {
    this.item.hide();
  }

  dispose(): void {
    this.item.dispose();
  }
}

/** Text from code and AWS is escaped: no link, no command, no HTML of theirs ever works. */
export function plainMarkdown(title: string, lines: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  markdown.appendMarkdown("**").appendText(title).appendMarkdown("**");
  for (const line of lines) markdown.appendMarkdown("\n\n").appendText(line);
  return markdown;
}
