import { mkdirSync, readFileSync, rmSync, existsSync } from "node:fs";
import { join } from "node:path";
import { venvPython } from "../../scripts/setup/project.mjs";
import { artifacts } from "./mocha.mjs";
import { nothing, succeeds } from "./stage.mjs";

/** Runs pytest and returns its counts, from its JUnit file. */
export async function pytest(args, env) {
  mkdirSync(artifacts, { recursive: true });
  const output = join(artifacts, "pytest.xml");
  rmSync(output, { force: true });
  const command = ["-m", "pytest", "-q", "-p", "no:cacheprovider", `--junitxml=${output}`, ...args];
  const ok = await succeeds(venvPython, command, { env: { ...env, PYTHONDONTWRITEBYTECODE: "1" } });
  if (!existsSync(output)) return { ...nothing, failed: 1 };
  const suites = readFileSync(output, "utf8").match(/<testsuite\b[^>]*>/g) ?? [];
  const sum = (name) =>
    suites.reduce((total, suite) => total + Number(new RegExp(` ${name}="(\\d+)"`).exec(suite)?.[1] ?? 0), 0);
  const [failed, skipped] = [sum("failures") + sum("errors"), sum("skipped")];
  const passed = Math.max(0, sum("tests") - failed - skipped);
  return { passed, skipped, failed: !ok && failed === 0 && passed + skipped > 0 ? 1 : failed };
}
