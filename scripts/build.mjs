import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { withSetupLock } from "./setup/lock.mjs";
import { checkNode } from "./setup/machine.mjs";
import { installNpmPackages } from "./setup/npm-packages.mjs";
import { Problem, runScript } from "./setup/problem.mjs";
import { root, venvPython } from "./setup/project.mjs";
import { installStartPackages } from "./setup/python-environment.mjs";
import { runCommand } from "./setup/run-command.mjs";
import { hashOf, step } from "./setup/step.mjs";

/** What is built, each by a script of its own folder. `inputs`: what it depends on. */
const parts = {
  core: {
    title: "Build of the command line",
    script: "core/scripts/bundle.mjs",
    inputs: ["core"],
    outputs: ["index.js", "aws.js", "cli.js", "check-thread.js", "sagemaker-preflight.tgz"].map(
      (name) => `core/dist/${name}`,
    ),
  },
  jupyterlab: {
    title: "Build of the JupyterLab extension",
    script: "jupyterlab-ext/scripts/build.mjs",
    args: ["--force"], // it would go by the time of files; here their content counts
    inputs: ["core/src", "core/scripts", "jupyterlab-ext", "docs/iam-policy.json"],
    outputs: ["jupyterlab-ext/dist"],
  },
  vscode: {
    title: "Build of the VS Code extension",
    script: "vscode-ext/scripts/build.mjs",
    inputs: ["core/src", "core/aws", "core/scripts", "vscode-ext", "docs/iam-policy.json", "CHANGELOG.md"],
    outputs: ["vscode-ext/dist/sagemaker-preflight.vsix"],
  },
};

/**
 * Builds what changed since its last build. Types are checked by `tsc -b` (npm run typecheck), not here.
 *
 * The wheel is built with the Python of `.venv`, which has pip; a system's own often has not.
 */
export async function build(names = Object.keys(parts)) {
  const env = { ...process.env, PATH: `${dirname(venvPython)}:${process.env.PATH ?? ""}` };
  for (const name of names) {
    const { title, script, args = [], inputs, outputs } = parts[name];
    if (!existsSync(join(root, script))) throw new Problem(`${title}: ${script} is not there.`);
    const key = hashOf([...inputs, "package-lock.json", "tsconfig.base.json", "LICENSE"], process.version);
    await step(title, { key, outputs: outputs.map((path) => join(root, path)) }, () =>
      runCommand(process.execPath, [join(root, script), ...args], { name: `build-${name}`, env }),
    );
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    checkNode();
    await withSetupLock(async () => {
      await installNpmPackages();
      await installStartPackages();
      await build();
    });
    return 0;
  });
}
