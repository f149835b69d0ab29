import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { findPython } from "./machine.mjs";
import { Problem } from "./problem.mjs";
import { pythonOf, root, venv } from "./project.mjs";
import { runCommand } from "./run-command.mjs";
import { hashOf, step } from "./step.mjs";

/**
 * Installs pinned requirement files into a virtual environment of the project, made when it is not there.
 *
 * @param name Of the step; each group of requirement files has its own, so that tests add to what `npm start` made.
 */
export async function installPythonPackages(name, requirements, environment = venv) {
  const present = requirements.filter((path) => existsSync(join(root, path)));
  if (present.length === 0) return;
  await makeEnvironment(environment);
  const key = hashOf(present, ageOf(environment));
  await step(`Python packages (${name})`, { key }, () =>
    pip(`pip-${name}`, environment, ["install", ...present.flatMap((path) => ["-r", path])]),
  );
}

/** What the sample account, JupyterLab and the build of the wheel need. */
export function installStartPackages() {
  return installPythonPackages("start", [
    "scripts/requirements.txt",
    "examples/sample-account/requirements.txt",
  ]);
}

/**
 * Installs the wheel that the build made, with what it needs.
 *
 * @throws {Problem} When the build made none.
 */
export async function installWheel(folder) {
  const wheels = existsSync(join(root, folder))
    ? readdirSync(join(root, folder)).filter((name) => name.endsWith(".whl"))
    : [];
  const [wheel] = wheels
    .map((name) => join(root, folder, name))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  if (wheel === undefined) throw new Problem(`No wheel in ${folder}. Run npm run build and read its output.`);
  const key = hashOf([relative(root, wheel)], ageOf(venv));
  await step("Preflight wheel in .venv", { key }, async () => {
    await pip("pip-wheel", venv, ["install", wheel]);
    // The version stays the same while we work on it, and pip would keep what it has.
    await pip("pip-wheel", venv, ["install", "--force-reinstall", "--no-deps", wheel]);
  });
}

/** Makes the environment; also anew when its Python is gone, as after an upgrade of the system's. */
async function makeEnvironment(environment) {
  const existing = pythonOf(environment);
  if (existsSync(existing)) {
    try {
      execFileSync(existing, ["-c", "import pip"], { stdio: "ignore" });
      return;
    } catch {
      // Broken: made anew below.
    }
  }
  const python = findPython();
  await step(`Python environment ${basename(environment)}`, {}, async () => {
    rmSync(environment, { recursive: true, force: true });
    await runCommand(python.path, ["-m", "venv", environment], { name: "venv" });
  });
}

/** Part of each key, so that what was installed into an environment of before is installed again. */
function ageOf(environment) {
  return String(statSync(join(environment, "pyvenv.cfg")).mtimeMs);
}

function pip(name, environment, args) {
  return runCommand(pythonOf(environment), ["-m", "pip", "--disable-pip-version-check", "--quiet", ...args], {
    name,
    advice:
      "Check that the Python package index can be reached (pip download pip), then run the command again.",
  });
}
