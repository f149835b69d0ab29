import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/setup/project.mjs";
import { nothing, succeeds } from "./stage.mjs";

export const artifacts = join(root, "test/artifacts");

/** Runs mocha with further arguments and returns its own counts, from the reporter's file. */
export async function mocha(name, args, options) {
  mkdirSync(artifacts, { recursive: true });
  const output = join(artifacts, `${name}.counts.json`);
  rmSync(output, { force: true });
  const ok = await succeeds(
    process.execPath,
    [
      join(root, "node_modules/mocha/bin/mocha.js"),
      `--reporter=${join(root, "test/run/counting-reporter.cjs")}`,
      `--reporter-option=output=${output}`,
      ...args,
    ],
    options,
  );
  if (!existsSync(output)) return { ...nothing, failed: 1 }; // it ended before it could count
  const counts = JSON.parse(readFileSync(output, "utf8"));
  // Not ok with no failed test: a file that does not load, a rejection that nobody handled.
  return !ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
