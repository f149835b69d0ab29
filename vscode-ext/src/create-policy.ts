import * as vscode from "vscode";
import { policyFileName } from "@sagemaker-preflight/core";
import { machinePolicyPath, PolicyFiles } from "@sagemaker-preflight/core/machine";
import { policyTemplate } from "./policy-template.js";

/**
 * Opens the policy that the document in front follows, which may be above the open folder; else that of a folder that is
 * open, or a new one that the user may save there.
 */
export async function createPolicy(): Promise<void> {
  const policies = new PolicyFiles();
  const active = activeUri();
  const followed = active && nearest(policies, vscode.Uri.joinPath(active, ".."));
  if (followed !== undefined) {
    await open(vscode.Uri.file(followed));
    return;
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const document = await vscode.workspace.openTextDocument({ language: "yaml", content: policyTemplate });
    await vscode.window.showTextDocument(document);
    return;
  }
  const folder = folders.length === 1 ? folders[0] : await pickFolder(folders, active, policies);
  if (folder !== undefined) await openIn(folder.uri, policies);
}

async function openIn(folder: vscode.Uri, policies: PolicyFiles): Promise<void> {
  if (folder.scheme !== "file") {
    void vscode.window.showInformationMessage(
      `A policy is followed where it is in a folder of this machine; this one is elsewhere (${folder.scheme}).`,
    );
    return;
  }
  const there = nearest(policies, folder);
  if (there !== undefined) {
    await open(vscode.Uri.file(there));
    return;
  }
  const file = vscode.Uri.joinPath(folder, policyFileName).with({ scheme: "untitled" });
  const editor = await open(file);
  // What was begun and not saved is still there
  if (editor.document.getText() === "")
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), policyTemplate);
    });
}

async function open(file: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
}

/** Whose folder comes first: a list's first entry is what Enter takes. */
async function pickFolder(
  folders: readonly vscode.WorkspaceFolder[],
  active: vscode.Uri | undefined,
  policies: PolicyFiles,
): Promise<vscode.WorkspaceFolder | undefined> {
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  const entries = [...folders]
    .sort((one, other) => Number(other === own) - Number(one === own))
    .map((folder) => ({
      label: folder.name,
      description: [
        ...(folder === own ? ["of the document in front"] : []),
        nearest(policies, folder.uri) === undefined ? "a new policy" : "has a policy",
      ].join(" · "),
      detail: folder.uri.fsPath,
      folder,
    }));
  const title = "Folder of the policy: it holds for the notebooks and scripts in it";
  return (await vscode.window.showQuickPick(entries, { title }))?.folder;
}

/** The file that the documents of a folder follow, apart from the machine's. */
function nearest(policies: PolicyFiles, folder: vscode.Uri): string | undefined {
  if (folder.scheme !== "file") return undefined;
  const { files, unreadable } = policies.of(folder.fsPath);
  const machine = machinePolicyPath();
  return [...files, ...unreadable].map(({ path }) => path).find((path) => path !== machine);
}

function activeUri(): vscode.Uri | undefined {
  const { activeNotebookEditor, activeTextEditor } = vscode.window;
  return activeNotebookEditor?.notebook.uri ?? activeTextEditor?.document.uri;
}
