import * as vscode from "vscode";
import type { Accounts } from "./accounts.js";
import { cellStatus } from "./cell-status-text.js";
import type { Sessions } from "./sessions.js";
import { spokenStatus } from "./status-text.js";

/** The state of each job, at the foot of its cell. */
export class CellStatus implements vscode.NotebookCellStatusBarItemProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCellStatusBarItems = this.changed.event;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly sessions: Sessions,
    accounts: Accounts,
  ) {
    const refresh = (): void => {
      this.changed.fire();
    };
    this.subscription = vscode.Disposable.from(sessions.onDidCheck(refresh), accounts.onDidChange(refresh));
  }

  provideCellStatusBarItems({ notebook, index }: vscode.NotebookCell): vscode.NotebookCellStatusBarItem[] {
    const session = this.sessions.ofNotebook(notebook);
    const report = session?.last?.report;
    const status = report && cellStatus(report, index, session.account.isAsking);
    if (status === undefined) return [];
    const item = new vscode.NotebookCellStatusBarItem(
      status.text,
      vscode.NotebookCellStatusBarAlignment.Left,
    );
    item.tooltip = status.tooltip;
    const lines = status.tooltip.split("\n");
    const label = spokenStatus({ text: status.text, title: "SageMaker Preflight", lines });
    item.accessibilityInformation = { label, role: "button" };
    item.command = "workbench.actions.view.problems";
    return [item];
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}
