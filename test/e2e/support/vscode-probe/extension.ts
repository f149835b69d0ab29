import { createServer } from "node:http";
import * as vscode from "vscode";
import type { EditorState, ProbeRequest, ShownCell, ShownDiagnostic, ShownDocument } from "./requests.js";

const ours = "SageMaker Preflight";

/** Does what a test asks for, by VS Code's own commands, and tells what the editor has then. */
export function activate(context: vscode.ExtensionContext): void {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const asked = JSON.parse(Buffer.concat(parts).toString("utf8")) as ProbeRequest;
      answer(asked).then(
        (result) => response.end(JSON.stringify(result ?? null)),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  });
  server.listen(Number(process.env.PREFLIGHT_PROBE_PORT), "127.0.0.1");
  context.subscriptions.push(new vscode.Disposable(() => server.close()));
}

async function answer(request: ProbeRequest): Promise<unknown> {
  const { executeCommand } = vscode.commands;
  switch (request.do) {
    case "show":
      return show(vscode.Uri.file(request.path));
    case "activate":
      return activateCell(request.cell, request.at);
    case "select": {
      const editor = vscode.window.activeTextEditor;
      if (editor === undefined) throw new Error("no text is in front");
      const [from, to] = [editor.document.positionAt(request.from), editor.document.positionAt(request.to)];
      editor.selection = new vscode.Selection(from, to);
      return undefined;
    }
    case "type":
      return executeCommand("type", { text: request.text });
    case "command":
      await executeCommand(request.id, ...(request.args ?? []));
      return undefined; // what it gave may be no JSON
    case "language": {
      const document = vscode.window.activeNotebookEditor?.notebook.cellAt(request.cell).document;
      if (document !== undefined) await vscode.languages.setTextDocumentLanguage(document, request.language);
      return undefined;
    }
    case "fix":
      return applyFix(request.diagnostic, request.fix);
    case "state":
      return stateNow();
  }
}

async function show(uri: vscode.Uri): Promise<void> {
  if (!uri.path.endsWith(".ipynb")) {
    await vscode.window.showTextDocument(uri, { preview: false });
    return;
  }
  await vscode.window.showNotebookDocument(await vscode.workspace.openNotebookDocument(uri), {
    preview: false,
  });
}

/** @returns Whether the cell has what was asked for: one that is folded or leaves the view gets no editor. */
async function activateCell(index: number, at: number | undefined): Promise<boolean> {
  const editor = vscode.window.activeNotebookEditor;
  if (editor === undefined) throw new Error("no notebook is in front");
  const { document } = editor.notebook.cellAt(index);
  const range = new vscode.NotebookRange(index, index + 1);
  await vscode.commands.executeCommand("notebook.focusTop"); // else the list may not have the focus
  editor.selections = [range];
  editor.revealRange(range, vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
  await until(() => editor.selection.start === index);
  await vscode.commands.executeCommand("notebook.cell.quitEdit");
  if (at === undefined) return true;
  await vscode.commands.executeCommand("notebook.cell.edit");
  await until(() => vscode.window.activeTextEditor?.document === document);
  const text = vscode.window.activeTextEditor;
  if (text?.document !== document) return false;
  const place = document.positionAt(at);
  text.selection = new vscode.Selection(place, place);
  return true;
}

async function applyFix(diagnostic: number, fix: number): Promise<string | undefined> {
  const all = documentsInFront().flatMap((document, index) =>
    ofUs(document.uri).map(({ range }) => ({
      uri: document.uri,
      range,
      index,
      at: document.offsetAt(range.start),
    })),
  );
  const chosen = all[diagnostic % Math.max(1, all.length)];
  if (chosen === undefined) return undefined;
  // A cell that was never in view has no text for the menu
  const isNotebook = vscode.window.activeNotebookEditor !== undefined;
  if (isNotebook && !(await activateCell(chosen.index, chosen.at))) return undefined;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    chosen.uri,
    chosen.range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
  const edits = actions.filter(({ edit }) => edit !== undefined);
  const action = edits[fix % Math.max(1, edits.length)];
  if (action?.edit === undefined) return undefined;
  await vscode.workspace.applyEdit(action.edit);
  if (action.command !== undefined)
    await vscode.commands.executeCommand(
      action.command.command,
      ...((action.command.arguments ?? []) as unknown[]),
    );
  return action.title;
}

function documentsInFront(): readonly vscode.TextDocument[] {
  const { activeNotebookEditor, activeTextEditor } = vscode.window;
  if (activeNotebookEditor !== undefined)
    return activeNotebookEditor.notebook.getCells().map(({ document }) => document);
  return activeTextEditor === undefined ? [] : [activeTextEditor.document];
}

function stateNow(): EditorState {
  const { notebookDocuments, textDocuments } = vscode.workspace;
  const { activeNotebookEditor, activeTextEditor } = vscode.window;
  const documents: ShownDocument[] = [
    ...notebookDocuments.map((notebook) => ({
      path: notebook.uri.fsPath,
      isInFront: activeNotebookEditor?.notebook === notebook,
      isSaved: !notebook.isDirty,
      cells: notebook.getCells().map(({ kind, document }) => {
        const isRaw = document.languageId === "raw";
        return shown(document, kind === vscode.NotebookCellKind.Markup ? "markdown" : isRaw ? "raw" : "code");
      }),
    })),
    ...textDocuments
      .filter(({ uri }) => uri.scheme === "file")
      .map((document) => ({
        path: document.uri.fsPath,
        isInFront: activeNotebookEditor === undefined && activeTextEditor?.document === document,
        isSaved: !document.isDirty,
        cells: [shown(document, "code")],
      })),
  ];
  const open = new Set(
    [
      ...notebookDocuments.flatMap((notebook) => notebook.getCells().map(({ document }) => document)),
      ...textDocuments,
    ].map(({ uri }) => uri.toString()),
  );
  const elsewhere = vscode.languages
    .getDiagnostics()
    .filter(([uri]) => !open.has(uri.toString()))
    .map(([uri]) => [uri.toString(), ofUs(uri).length] as const)
    .filter(([, count]) => count > 0);
  return { documents, elsewhere: Object.fromEntries(elsewhere) };
}

function shown(document: vscode.TextDocument, kind: ShownCell["kind"]): ShownCell {
  return {
    kind,
    language: document.languageId,
    text: document.getText(),
    diagnostics: ofUs(document.uri).map((found): ShownDiagnostic => {
      const { range, severity, code, message } = found;
      return {
        from: document.offsetAt(range.start),
        to: document.offsetAt(range.end),
        severity: (["error", "warning", "info", "info"] as const)[severity],
        rule: String(typeof code === "object" ? code.value : (code ?? "")),
        message,
      };
    }),
  };
}

function ofUs(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === ours);
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds() && waited < 3_000; waited += 20)
    await new Promise((done) => setTimeout(done, 20));
}
