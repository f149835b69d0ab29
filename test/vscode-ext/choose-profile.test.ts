import assert from "node:assert/strict";
import { FakeUri, fakeVscode, provideFakeVscode } from "../support/fake-vscode.js";

provideFakeVscode();
Object.assign(fakeVscode, { ConfigurationTarget: { Global: 1, Workspace: 2, WorkspaceFolder: 3 } });
const { choose } = await import("../../vscode-ext/src/settings.js");

interface Values {
  readonly globalValue?: string;
  readonly workspaceValue?: string;
  readonly workspaceFolderValue?: string;
}

describe("A profile that is chosen in VS Code", () => {
  let before: PropertyDescriptorMap;
  beforeEach(() => (before = Object.getOwnPropertyDescriptors(fakeVscode.workspace)));
  afterEach(() => Object.defineProperties(fakeVscode.workspace, before));

  async function written(
    value: string,
    set: Values,
    open: "a folder" | "several",
    left = "",
  ): Promise<unknown> {
    let update: unknown;
    Object.assign(fakeVscode.workspace, {
      workspaceFile: open === "several" ? {} : undefined,
      getConfiguration: () => ({
        inspect: () => set,
        get: () => left,
        update: (_: string, ...given: readonly unknown[]) => (update = given),
      }),
    });
    await choose("profile", value, FakeUri.file("/a.ipynb") as never);
    return update;
  }

  it("is the user's, unless the workspace has one that would win", async () => {
    assert.deepEqual(await written("team", {}, "a folder"), ["team", 1]);
    assert.deepEqual(await written("team", { workspaceValue: "gone" }, "a folder"), ["team", 2]);
    const both = { workspaceValue: "gone", workspaceFolderValue: "gone" };
    assert.deepEqual(await written("team", both, "a folder"), ["team", 2], "there both are one file");
    assert.deepEqual(await written("team", both, "several"), ["team", 3]);
  });

  it("is none at all, also where the user's settings of the other side of a remote window name one", async () => {
    assert.deepEqual(await written("", { globalValue: "gone" }, "a folder", "gone"), ["", 1]);
  });

  it("is none at all, whatever a value below it names", async () => {
    assert.deepEqual(await written("", { globalValue: "gone" }, "a folder"), [undefined, 1]);
    assert.deepEqual(await written("", { workspaceValue: "gone" }, "a folder"), [undefined, 2]);
    assert.deepEqual(await written("", { globalValue: "own", workspaceValue: "gone" }, "a folder"), ["", 2]);
    assert.deepEqual(await written("", { workspaceFolderValue: "a", workspaceValue: "b" }, "several"), [
      "",
      3,
    ]);
  });
});
