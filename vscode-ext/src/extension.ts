import * as vscode from "vscode";
import { Accounts } from "./accounts.js";
import { CellStatus } from "./cell-status.js";
import { registerCommands } from "./commands.js";
import { FixActions, NotebookFixAll } from "./fix-actions.js";
import { RequestHover } from "./request-hover.js";
import { ResourceCompletion } from "./resource-completion.js";
import { Sessions } from "./sessions.js";
import { menuCommand, StatusBar } from "./status-bar.js";
import { statusText } from "./status-text.js";
import { followProgress } from "./walkthrough-progress.js";

// Python has many names there: `pyspark`, `python_glue_session`
const notebooks: vscode.DocumentFilter = { notebookType: "jupyter-notebook" };
// Wherever they are kept: which are checked is for the sessions to say
const files: readonly vscode.DocumentFilter[] = [{ language: "python" }, { language: "shellscript" }];
/** Milliseconds. The age of the facts is shown in minutes. */
const ageInterval = 60_000;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("SageMaker Preflight", { log: true });
  const accounts = new Accounts(log);
  const statusBar = new StatusBar(menuCommand);
  const sessions = new Sessions(accounts, log);
  const cellStatus = new CellStatus(sessions, accounts);
  const selector = [notebooks, ...files];

  const showStatus = (): void => {
    const session = sessions.active;
    const report = session?.last?.report;
    const hasContent =
      report !== undefined && report.requests.length + report.findings.length + report.problems.length > 0;
    if (!hasContent || session === undefined) statusBar.hide();
    else {
      const { state, profile } = session.account;
      statusBar.show(
        statusText(state, report, { now: Date.now(), profile, policyProblems: session.policyProblems }),
      );
    }
  };
  const timer = setInterval(showStatus, ageInterval);

  context.subscriptions.push(
    log,
    accounts,
    statusBar,
    sessions,
    cellStatus,
    new vscode.Disposable(() => {
      clearInterval(timer);
    }),
    sessions.onDidCheck(showStatus),
    accounts.onDidChange(showStatus),
    vscode.window.onDidChangeActiveNotebookEditor(showStatus),
    vscode.window.onDidChangeActiveTextEditor(showStatus),
    vscode.languages.registerCodeActionsProvider(selector, new FixActions(sessions), {
      providedCodeActionKinds: FixActions.kinds,
    }),
    vscode.languages.registerCodeActionsProvider(
      { notebookType: "jupyter-notebook" },
      new NotebookFixAll(sessions),
      { providedCodeActionKinds: [NotebookFixAll.kind] },
    ),
    vscode.languages.registerCompletionItemProvider(
      selector,
      new ResourceCompletion(sessions),
      ...ResourceCompletion.triggers,
    ),
    vscode.languages.registerHoverProvider(selector, new RequestHover(sessions)),
    vscode.notebooks.registerNotebookCellStatusBarItemProvider("jupyter-notebook", cellStatus),
    registerCommands(sessions, log, context.extension),
    followProgress(sessions),
  );
  showStatus();
}
