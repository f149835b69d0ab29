import * as vscode from "vscode";
import { policyFileName } from "@sagemaker-preflight/core";
import { policyTemplate } from "./policy-template.js";

/** Opens the policy of the folder that is open, or a new one that the user may save there. */
export async function createPolicy(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) {
    const document = await vscode.workspace.openTextDocument({ language: "yaml", content: policyTemplate });
    await vscode.window.showTextDocument(document);
    return;
  }
  const file = vscode.Uri.joinPath(folder, policyFileName);
  const isThere = await vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  const document = await vscode.workspace.openTextDocument(
    isThere ? file : file.with({ scheme: "untitled" }),
  );
  const editor = await vscode.window.showTextDocument(document);
  // What was begun and not saved is still there
  if (!isThere && document.getText() === "")
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), policyTemplate);
    });
}
