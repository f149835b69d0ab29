import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFiles } from "../../../core/cli/find-files.js";

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
    assert.deepEqual(findFiles(["."], folder), { files: [], errors: [] });
    assert.deepEqual(findFiles(["pipe.py"], folder).errors, [
      { path: "pipe.py", error: "neither a file nor a folder" },
    ]);
  });
});
