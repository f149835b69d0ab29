import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./run-command.js";

const job =
  'from sagemaker.estimator import Estimator\nEstimator("i", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large").fit()';

describe("check --fail-on", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "preflight-"));
    writeFileSync(join(folder, "strict.yaml"), "rules:\n  vpc-config-missing: error\n");
    writeFileSync(join(folder, "error.py"), job);
    writeFileSync(join(folder, "info.py"), `${job}  # preflight: ignore[vpc-config-missing]`);
    writeFileSync(join(folder, "clean.py"), "print(1)\n");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const code = async (...argv: string[]) => (await runCommand(["check", "--offline", ...argv], folder)).code;

  for (const [what, argv, codes] of [
    ["an error", ["error.py", "--policy", "strict.yaml"], [1, 1, 1, 0]],
    ["a warning", ["error.py"], [0, 1, 1, 0]],
    ["a warning that a diff would not mend", ["error.py", "--diff"], [0, 1, 1, 0]],
    ["a warning that no fix mends", ["error.py", "--fix"], [0, 1, 1, 0]],
    ["advice", ["info.py"], [0, 0, 1, 0]],
    ["nothing", ["clean.py"], [0, 0, 0, 0]],
    ["a file that is not there", ["none.py"], [2, 2, 2, 2]],
  ] as const)
    it(`ends with 1 where it finds what it names, or graver: ${what}`, async () => {
      assert.equal(await code(...argv), codes[0], "as with error");
      for (const [i, level] of ["error", "warning", "info", "never"].entries())
        assert.equal(await code(...argv, "--fail-on", level), codes[i], level);
    });
});
