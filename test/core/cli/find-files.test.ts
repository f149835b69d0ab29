import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFiles } from "../../../core/cli/find-files.js";

describe("findFiles", () => {
  it("takes shell scripts of a folder only when they name SageMaker", () => {
    const folder = mkdtempSync(join(tmpdir(), "find-files-"));
    try {
      writeFileSync(join(folder, "train.sh"), "aws sagemaker create-model\n");
      writeFileSync(join(folder, "build.sh"), "make\n");
      assert.deepEqual(findFiles(["."], folder).files, ["train.sh"]);
      assert.deepEqual(findFiles(["build.sh"], folder).files, ["build.sh"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
