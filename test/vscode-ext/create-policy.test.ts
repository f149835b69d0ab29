import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FakeUri, fakeVscode, provideFakeVscode } from "../support/fake-vscode.js";

provideFakeVscode();
const { createPolicy } = await import("../../vscode-ext/src/create-policy.js");

describe("Open or create the team's policy in VS Code", () => {
  let root: string;
  /** Other tests have the same window. */
  let before: PropertyDescriptorMap[];
  let opened: string[];
  let offered: readonly { readonly label: string; readonly description: string }[];
  let said: string[];

  const shared = () => [fakeVscode, fakeVscode.workspace];

  beforeEach(() => {
    before = shared().map((one) => Object.getOwnPropertyDescriptors(one));
    root = mkdtempSync(join(tmpdir(), "preflight-policy-"));
    for (const folder of ["one/.git", "one/notebooks", "two/.git", "two/notebooks"])
      mkdirSync(join(root, folder), { recursive: true });
    [opened, offered, said] = [[], [], []];
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
    shared().forEach((one, index) => Object.defineProperties(one, before[index] ?? {}));
  });

  /** @param front The notebook in front, in the folder of the test. */
  async function run(folders: readonly FakeUri[], front?: string): Promise<void> {
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri.fsPath.slice(root.length + 1) }));
    Object.assign(fakeVscode, {
      window: {
        ...(front === undefined
          ? {}
          : { activeNotebookEditor: { notebook: { uri: FakeUri.file(join(root, front)) } } }),
        showTextDocument: (document: unknown) => Promise.resolve({ document, edit: () => undefined }),
        showInformationMessage: (text: string) => said.push(text),
        showQuickPick: (entries: typeof offered) => {
          offered = entries;
          return Promise.resolve(entries[0]);
        },
      },
    });
    Object.assign(fakeVscode.workspace, {
      workspaceFolders,
      getWorkspaceFolder: ({ fsPath }: FakeUri) =>
        workspaceFolders.find(({ uri }) => fsPath.startsWith(`${uri.fsPath}/`)),
      openTextDocument: (uri: FakeUri) => {
        opened.push(`${uri.scheme} ${uri.fsPath.slice(root.length + 1)}`);
        return Promise.resolve({ getText: () => "" });
      },
    });
    await createPolicy();
  }
  const folder = (name: string) => FakeUri.file(join(root, name));
  const writePolicy = (where: string) => {
    writeFileSync(join(root, where, "sagemaker-preflight.yaml"), "network:\n  vpc: required\n");
  };

  it("asks which of several folders, that of the document in front first", async () => {
    writePolicy("one");
    await run([folder("one"), folder("two")], "two/notebooks/a.ipynb");
    assert.deepEqual(
      offered.map(({ label, description }) => [label, description]),
      [
        ["two", "of the document in front · a new policy"],
        ["one", "has a policy"],
      ],
    );
    assert.deepEqual(opened, ["untitled two/sagemaker-preflight.yaml"]);
  });

  it("opens what the document in front follows, also above the open folder", async () => {
    writePolicy("one");
    await run([folder("two"), folder("one/notebooks")], "one/notebooks/a.ipynb");
    await run([folder("one/notebooks")]);
    assert.deepEqual(opened, ["file one/sagemaker-preflight.yaml", "file one/sagemaker-preflight.yaml"]);
    assert.deepEqual(offered, []);
  });

  it("makes one in the only folder", async () => {
    await run([folder("two")], "two/notebooks/a.ipynb");
    assert.deepEqual([opened, offered], [["untitled two/sagemaker-preflight.yaml"], []]);
  });

  it("makes none where no policy would be followed", async () => {
    await run([FakeUri.of("vscode-vfs", "/repository")]);
    assert.deepEqual(opened, []);
    assert.match(said.join(), /elsewhere \(vscode-vfs\)/);
  });
});
