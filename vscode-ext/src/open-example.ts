import * as vscode from "vscode";
import { readIpynb } from "@sagemaker-preflight/core";
import { noteProgress } from "./walkthrough-progress.js";

/** Opens the example as a new notebook, which is on no disk until the user saves it. */
export async function openExample(extension: vscode.Uri): Promise<void> {
  const file = vscode.Uri.joinPath(extension, "dist", "secure-training.ipynb");
  const read = readIpynb(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), file.toString());
  if ("problem" in read) throw new Error(read.problem);
  const cells = read.notebook.cells.map(({ kind, language, text }) =>
    kind === "code"
      ? new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, language)
      : new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, text, "markdown"),
  );
  const notebook = await vscode.workspace.openNotebookDocument(
    "jupyter-notebook",
    new vscode.NotebookData(cells),
  );
  await vscode.window.showNotebookDocument(notebook);
  noteProgress("exampleOpened");
}
