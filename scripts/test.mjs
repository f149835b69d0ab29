import { existsSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { mocha, artifacts } from "../test/run/mocha.mjs";
import { readOptions, usage } from "../test/run/options.mjs";
import { pytest } from "../test/run/pytest.mjs";
import { nothing, stage, succeeds } from "../test/run/stage.mjs";
import { build } from "./build.mjs";
import { interruption } from "./setup/interruption.mjs";
import { withSetupLock } from "./setup/lock.mjs";
import { checkNode } from "./setup/machine.mjs";
import { installNpmPackages } from "./setup/npm-packages.mjs";
import { runScript } from "./setup/problem.mjs";
import { root, venvPython } from "./setup/project.mjs";
import { installPythonPackages, installStartPackages, installWheel } from "./setup/python-environment.mjs";
import { runCommand } from "./setup/run-command.mjs";
import { step } from "./setup/step.mjs";
import { findChromium, installSystemPackages } from "./setup/system-packages.mjs";
import { withoutAccount } from "./start/account-environment.mjs";

await runScript(async () => {
  checkNode();
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return 0;
  }

  // What runs then ends with this process.
  void interruption().then(() => process.exit(130));
  const start = Date.now();
  console.log("Setting up (the first time takes some minutes):");
  await setUp(options);
  rmSync(artifacts, { recursive: true, force: true });

  const stages = [];
  for (const [title, work] of [["build", () => buildAll(options)], ...plan(options)])
    stages.push(await stage(title, work));
  return summarize(stages, Date.now() - start);
});

async function setUp({ e2e }) {
  await withSetupLock(async () => {
    if (e2e) await installSystemPackages();
    await installNpmPackages();
    await installStartPackages();
    await installPythonPackages("test", ["test/run/requirements.txt"]);
  });
}

/** A stage like the others: what does not build fails, and what needs no build is still tested. */
async function buildAll({ e2e }) {
  const installers = e2e ? testFiles("test/e2e/support", /^install-.*\.sh$/) : [];
  await withSetupLock(async () => {
    await build();
    await installWheel("jupyterlab-ext/dist");
    for (const script of installers) await installEditor(script);
  });
  return nothing;
}

/** A real JupyterLab or VS Code under .cache; the scripts themselves see what is there already. */
async function installEditor(script) {
  const name = script.replace(/.*\/install-|\.sh$/g, "");
  const env = { ...process.env, PATH: `${dirname(venvPython)}:${process.env.PATH ?? ""}` };
  await step(`${name} for the end-to-end tests`, {}, () =>
    runCommand("bash", [join(root, script)], { name: `install-${name}`, env }),
  );
}

/** The stages in order, each with what it runs. */
function plan({ lint, unit, e2e, grep }) {
  const narrow = grep === undefined ? [] : [`--grep=${grep}`];
  const stages = [];
  if (lint) stages.push(["lint", lintAll], ["types", checkTypes]);
  if (unit) {
    stages.push([
      "unit tests",
      // Twice what two quiet cores take, and still within what the whole may take
      () =>
        mocha("unit", [...inParallel(), ...narrow, "test/**/*.test.ts"], {
          env: withoutAccount(),
          minutes: 26,
        }),
    ]);
    const tests = testFiles("test", /^test_.*\.py$/);
    const some = grep === undefined ? [] : ["-k", grep];
    if (tests.length > 0) stages.push(["Python tests", () => pytest([...some, ...tests], withoutAccount())]);
  }
  if (e2e) {
    for (const file of testFiles("test/e2e", /\.e2e\.ts$/)) {
      stages.push([`end to end: ${file}`, () => endToEnd(file, narrow)]);
    }
  }
  return stages;
}

/** A file on each core, not more than four at once; on one core mocha has nothing to share. */
function inParallel() {
  return ["--parallel", `--jobs=${Math.min(availableParallelism(), 4)}`];
}

/** All linters run, so that one round shows everything; what fails counts as one. */
async function lintAll() {
  const bin = (name) => join(root, "node_modules/.bin", name);
  const results = [await succeeds(bin("eslint"), ["."]), await succeeds(bin("prettier"), ["--check", "."])];
  for (const check of [["check"], ["format", "--check"]]) {
    results.push(await succeeds(venvPython, ["-m", "ruff", ...check, "--no-cache", "."]));
  }
  return results.every((ok) => ok) ? nothing : { ...nothing, failed: 1 };
}

async function checkTypes() {
  const ok = await succeeds(join(root, "node_modules/.bin/tsc"), ["-b"]);
  return ok ? nothing : { ...nothing, failed: 1 };
}

/** One editor at a time. A second try is for the browser's own hiccups, and is reported. */
async function endToEnd(file, narrow) {
  const name = file.replace(/.*\//, "").replace(/\.e2e\.ts$/, "");
  // Without .mocharc.json, which leaves these files out.
  const options = [
    "--no-config",
    "--import=tsx",
    "--extension=ts",
    "--timeout=180000",
    "--retries=1",
    "--exit",
  ];
  const env = { ...withoutAccount(), CHROMIUM: findChromium() ?? "" };
  const counts = await mocha(`e2e-${name}`, [...options, ...narrow, join(root, file)], { env, minutes: 10 });
  for (const title of counts.retried ?? []) console.log(`   needed a second try: ${title}`);
  return counts;
}

function summarize(stages, milliseconds) {
  const total = (name) => stages.reduce((sum, { [name]: count }) => sum + count, 0);
  const [passed, failed, skipped] = [total("passed"), total("failed"), total("skipped")];
  console.log("");
  for (const { title, seconds, ...counts } of stages) {
    const result =
      counts.failed > 0 ? `FAILED (${counts.failed})` : counts.passed > 0 ? `${counts.passed}` : "ok";
    console.log(`${title.padEnd(46)} ${result.padStart(12)} ${seconds.toFixed(1).padStart(7)} s`);
  }
  console.log(`in ${(milliseconds / 60_000).toFixed(1)} minutes, set-up included\n`);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

function testFiles(folder, pattern) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true })
    .filter((path) => pattern.test(path.replace(/.*\//, "")))
    .map((path) => `${folder}/${path}`)
    .sort();
}
