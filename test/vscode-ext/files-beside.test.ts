import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mostFileBytes, mostFiles } from "../../core/src/files/file-answer.js";
import { FakeUri, fakeVscode, provideFakeVscode } from "../support/fake-vscode.js";

provideFakeVscode();
const { FilesBeside } = await import("../../vscode-ext/src/files-beside.js");

describe("files beside a notebook in VS Code", () => {
  let outer: string;
  let folder: string;
  const saved = { ...process.env };

  before(() => {
    outer = mkdtempSync(join(tmpdir(), "files-beside-"));
    folder = join(outer, "workspace");
    mkdirSync(join(folder, "settings"), { recursive: true });
    mkdirSync(join(outer, "secrets"));
    writeFileSync(join(folder, "jobs.py"), "x = 1\n");
    writeFileSync(join(folder, "settings", "a.yaml"), "a: 1\n");
    writeFileSync(join(folder, "large.json"), "1".repeat(mostFileBytes + 1));
    writeFileSync(join(folder, "whole.json"), "1".repeat(mostFileBytes));
    writeFileSync(join(folder, "latin.json"), Buffer.from([0x22, 0xe9, 0x22]));
    writeFileSync(join(outer, "secrets", "key.json"), "{}");
    writeFileSync(join(outer, "above.py"), "");
    symlinkSync(join(outer, "secrets", "key.json"), join(folder, "link.json"));
    symlinkSync(join(outer, "secrets"), join(folder, "linked"));
    symlinkSync(join(folder, "jobs.py"), join(folder, "own.py"));
    process.env.SAGEMAKER_USER_CONFIG_OVERRIDE = join(outer, "secrets");
    writeFileSync(join(outer, "secrets", "config.yaml"), "SchemaVersion: '1.0'\n");
  });

  beforeEach(() => {
    fakeVscode.reads.length = 0;
    fakeVscode.workspace.isTrusted = true;
    fakeVscode.workspace.folder = folder;
  });

  after(() => {
    process.env = saved;
    rmSync(outer, { recursive: true });
  });

  async function answers(paths: readonly string[], uri = FakeUri.file(join(folder, "a.ipynb"))) {
    const files = new FilesBeside({ uri, isUntitled: false } as never);
    await files.read(paths);
    return (path: string) => files.environment().files?.get(path);
  }

  it("are given as they are: texts, folders, and what is not there", async () => {
    const of = await answers(["jobs.py", "settings/a.yaml", "settings", "other.py"]);
    assert.deepEqual(of("jobs.py"), { state: "text", text: "x = 1\n" });
    assert.deepEqual(of("settings/a.yaml"), { state: "text", text: "a: 1\n" });
    assert.deepEqual(of("settings"), { state: "folder" });
    assert.deepEqual(of("other.py"), { state: "absent" });
  });

  it("are read anew when one was changed while it was being read", async () => {
    const path = join(folder, "changing.py");
    writeFileSync(path, "x = 1\n");
    const files = new FilesBeside({ uri: FakeUri.file(join(folder, "a.ipynb")), isUntitled: false } as never);
    const reading = files.read(["changing.py"]);
    assert.equal(files.forget(FakeUri.file(path) as never), true);
    assert.equal(await reading, true);
    assert.equal(files.environment().files?.has("changing.py"), false);
    writeFileSync(path, "x = 2\n");
    await files.read(["changing.py"]);
    assert.deepEqual(files.environment().files?.get("changing.py"), { state: "text", text: "x = 2\n" });
  });

  it("are none above the notebook or elsewhere, however the path is written", async () => {
    const paths = [
      "../above.py",
      "settings/../../above.py",
      join(outer, "above.py"),
      "~/above.py",
      "file:///etc/passwd",
      "C:\\above.py",
      "settings\\..\\..\\above.py",
    ];
    const of = await answers(paths);
    for (const path of paths)
      assert.deepEqual(of(path), { state: "unreadable", why: "it is not beside the notebook" }, path);
    assert.deepEqual(fakeVscode.reads, []);
  });

  for (const isTrusted of [true, false]) {
    it(`are none that a link leads to elsewhere (${isTrusted ? "trusted" : "not trusted"})`, async () => {
      fakeVscode.workspace.isTrusted = isTrusted;
      const of = await answers(["link.json", "linked/key.json", "linked"]);
      for (const path of ["link.json", "linked/key.json", "linked"])
        assert.deepEqual(of(path), { state: "unreadable", why: "it is a link to somewhere else" }, path);
      assert.deepEqual(fakeVscode.reads, []);
    });
  }

  it("may be links within the folder", async () => {
    assert.deepEqual((await answers(["own.py"]))("own.py"), { state: "text", text: "x = 1\n" });
  });

  it("are not read when they are too large, nor given when they are no UTF-8", async () => {
    const of = await answers(["large.json", "whole.json", "latin.json"]);
    assert.deepEqual(of("large.json"), { state: "unreadable", why: "it is too large" });
    assert.equal(of("whole.json")?.state, "text");
    assert.equal(of("latin.json")?.state, "unreadable");
    assert.deepEqual(fakeVscode.reads.map((path) => path.split("/").at(-1)).sort(), [
      "latin.json",
      "whole.json",
    ]);
  });

  it("are not more than a notebook gets", async () => {
    const paths = Array.from({ length: mostFiles + 20 }, (_, index) => `m${index}.py`);
    const of = await answers(paths);
    assert.equal(paths.filter((path) => of(path) !== undefined).length, mostFiles);
  });

  it("are read once, until they change", async () => {
    const files = new FilesBeside({ uri: FakeUri.file(join(folder, "a.ipynb")), isUntitled: false } as never);
    assert.equal(await files.read(["jobs.py"]), true);
    assert.equal(await files.read(["jobs.py"]), false);
    assert.equal(fakeVscode.reads.length, 1);
    assert.equal(files.forget(FakeUri.file(join(folder, "settings", "a.yaml")) as never), false);
    assert.equal(files.forget(FakeUri.file(join(folder, "jobs.py")) as never), true);
    assert.equal(await files.read(["jobs.py"]), true);
    assert.equal(fakeVscode.reads.length, 2);
  });

  it("are read anew when one of the name comes, or goes, above: a script may be run there", async () => {
    const script = FakeUri.file(join(folder, "settings", "train.py"));
    const files = new FilesBeside({ uri: script, isUntitled: false } as never);
    await files.read(["a.yaml"]);
    assert.equal(files.environment().files?.get("a.yaml")?.state, "text");
    const above = join(folder, "a.yaml");
    writeFileSync(above, "b: 1");
    assert.equal(files.forget(FakeUri.file(join(folder, "other.yaml")) as never), false);
    assert.equal(files.forget(FakeUri.file(above) as never), true);
    await files.read(["a.yaml"]);
    assert.equal(files.environment().files?.get("a.yaml")?.state, "unreadable");
    rmSync(above);
    assert.equal(files.forget(FakeUri.file(above) as never), true);
  });

  it("are the SDK's defaults too, and nothing beside those", async () => {
    const inner = join(outer, "secrets", "config.yaml");
    const of = await answers([join(outer, "secrets"), inner, join(outer, "secrets", "key.json")]);
    assert.deepEqual(of(join(outer, "secrets")), { state: "folder" });
    assert.equal(of(inner)?.state, "text");
    assert.equal(of(join(outer, "secrets", "key.json"))?.state, "unreadable");
  });

  it("are in a workspace that is not trusted only its own, and no defaults of the SDK", async () => {
    fakeVscode.workspace.isTrusted = false;
    const inner = join(outer, "secrets", "config.yaml");
    const of = await answers(["jobs.py", inner]);
    assert.equal(of("jobs.py")?.state, "text");
    assert.equal(of(inner)?.state, "unreadable");

    const elsewhere = { uri: FakeUri.file(join(outer, "secrets", "a.ipynb")), isUntitled: false };
    assert.deepEqual(new FilesBeside(elsewhere as never).environment(), {});
    const untitled = { uri: FakeUri.file(join(folder, "a.ipynb")), isUntitled: true };
    assert.deepEqual(new FilesBeside(untitled as never).environment(), {});
  });

  it("of a notebook on another machine are that machine's, and this one's defaults are not the SDK's", async () => {
    const uri = FakeUri.of("vscode-vfs", join(folder, "a.ipynb"));
    const of = await answers(["jobs.py", join(outer, "secrets", "config.yaml")], uri);
    assert.equal(of("jobs.py")?.state, "text");
    assert.equal(of(join(outer, "secrets", "config.yaml"))?.state, "unreadable");
  });
});
