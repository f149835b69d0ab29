import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFiles } from "../../../core/cli/find-files.js";
import { runCommand } from "./run-command.js";

describe("findFiles", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "find-files-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (path: string, text = "") => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  it("takes shell scripts of a folder only when they name SageMaker", () => {
    write("train.sh", "aws sagemaker create-model\n");
    write("build.sh", "make\n");
    assert.deepEqual(findFiles(["."], folder).files, ["train.sh"]);
    assert.deepEqual(findFiles(["build.sh"], folder).files, ["build.sh"]);
  });

  it("leaves out virtual environments, whatever they are called, unless they are named", () => {
    write("train.py");
    write("env-of-mine/pyvenv.cfg");
    write("env-of-mine/lib/a.py");
    assert.deepEqual(findFiles(["."], folder).files, ["train.py"]);
    assert.deepEqual(findFiles(["env-of-mine/lib"], folder).files, ["env-of-mine/lib/a.py"]);
    assert.deepEqual(findFiles(["env-of-mine"], folder).files, ["env-of-mine/lib/a.py"]);
  });

  it("takes a file once, under its own path, however many links lead there", () => {
    write("later/train.py");
    mkdirSync(join(folder, "earlier"));
    symlinkSync("../later/train.py", join(folder, "earlier/link.py"));
    assert.deepEqual(findFiles(["."], folder).files, ["later/train.py"]);
    assert.deepEqual(findFiles(["earlier"], folder).files, ["earlier/link.py"]);
    assert.deepEqual(findFiles(["later/train.py", "./later/train.py", "later"], folder).files, [
      "later/train.py",
    ]);
  });

  it("says of an empty path that it is one, and reads nothing for it", () => {
    write("train.py");
    const { files, errors } = findFiles([""], folder);
    assert.deepEqual(files, []);
    assert.deepEqual(errors, [{ path: '""', error: "an empty path names nothing; for this folder write ." }]);
  });

  it("does not wait for what a pipe may give", function () {
    if (process.platform === "win32") this.skip();
    execFileSync("mkfifo", [join(folder, "pipe.py")]);
    assert.deepEqual(findFiles(["."], folder), { files: [], errors: [], isPartial: false });
    assert.deepEqual(findFiles(["pipe.py"], folder).errors, [
      { path: "pipe.py", error: "neither a file nor a folder" },
    ]);
  });

  it("leaves out what git ignores in a repository, but for files and folders that are named", () => {
    write(".git/info/exclude", "mine.py\n");
    write(".gitignore", "/build/\n*_old.py\n");
    write("a.py");
    write("a_old.py");
    write("mine.py");
    write("build/made.py");
    write("team/.gitignore", "!keep_old.py\ndrafts\n");
    write("team/keep_old.py");
    write("team/drafts/b.py");
    write("inner/.git/HEAD");
    write("inner/c_old.py");
    assert.deepEqual(findFiles(["."], folder), {
      files: ["a.py", "inner/c_old.py", "team/keep_old.py"],
      errors: [],
      isPartial: true,
    });
    assert.deepEqual(findFiles(["a_old.py"], folder).files, ["a_old.py"]);
    assert.deepEqual(findFiles(["build"], folder).files, ["build/made.py"]);
    assert.deepEqual(findFiles(["team"], folder).files, ["team/keep_old.py"]);
    assert.equal(findFiles(["."], folder, { respectGitignore: false }).files.length, 7);
  });

  it("reads no .gitignore outside of a repository", () => {
    write(".gitignore", "*.py\n");
    write("a.py");
    assert.deepEqual(findFiles(["."], folder).files, ["a.py"]);
  });

  it("never searches what tools keep for themselves", () => {
    for (const name of [".git", ".ipynb_checkpoints", "node_modules", ".venv", "__pycache__"])
      write(`${name}/a.py`);
    assert.deepEqual(findFiles(["."], folder, { respectGitignore: false }).files, []);
  });

  it("leaves out what --exclude names, but for files that are named", () => {
    for (const path of ["a.py", "old/a.py", "sub/old/b.py", "sub/c.ipynb"]) write(path);
    const left = (...exclude: string[]) => findFiles(["."], folder, { exclude }).files;
    assert.deepEqual(left("old"), ["a.py", "sub/c.ipynb"]);
    assert.deepEqual(left("/old/"), ["a.py", "sub/c.ipynb", "sub/old/b.py"]);
    assert.deepEqual(left("*.py", "!a.py"), ["a.py", "old/a.py", "sub/c.ipynb"]);
    assert.deepEqual(left("sub/**/*.py", "old/*"), ["a.py", "sub/c.ipynb"]);
    assert.deepEqual(findFiles(["old/a.py"], folder, { exclude: ["old"] }).files, ["old/a.py"]);
    const elsewhere = join(folder, "sub");
    assert.deepEqual(findFiles([elsewhere], join(folder, "old"), { exclude: ["/old"] }).files, [
      `${elsewhere}/c.ipynb`,
    ]);
  });

  it("follows the command line, and says how to check what was left out", async () => {
    write(".git/HEAD");
    write(".gitignore", "made*\n");
    for (const path of ["made.py", "old/a.py", "b.py"]) write(path, "x = 1\n");
    const run = (...argv: string[]) =>
      runCommand(["check", "--offline", "--format", "json", ...argv], folder);
    const checked = async (...argv: string[]) => {
      const { code, out } = await run(...argv);
      assert.equal(code, 0);
      return (JSON.parse(out) as { files: { path: string }[] }).files.map(({ path }) => path);
    };
    assert.deepEqual(await checked("."), ["b.py", "old/a.py"]);
    assert.deepEqual(await checked(".", "--exclude", "old", "--no-respect-gitignore"), ["b.py", "made.py"]);
    assert.deepEqual(await checked(".", "made.py", "--exclude", "old", "--exclude=b.py"), ["made.py"]);
    assert.match((await run(".", "--exclude", "*")).error, /no-respect-gitignore/);
    assert.deepEqual(await run(".", "--exclude", "#b"), {
      code: 2,
      out: "",
      error:
        "sagemaker-preflight: --exclude '#b' fits nothing, as a line of .gitignore. Try 'sagemaker-preflight --help'.\n",
    });
  });
});
