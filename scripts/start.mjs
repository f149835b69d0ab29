import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.mjs";
import { interruption } from "./setup/interruption.mjs";
import { withSetupLock } from "./setup/lock.mjs";
import { checkNode } from "./setup/machine.mjs";
import { installNpmPackages } from "./setup/npm-packages.mjs";
import { Problem, runScript } from "./setup/problem.mjs";
import { cache, root, venvPython } from "./setup/project.mjs";
import { installStartPackages, installWheel } from "./setup/python-environment.mjs";
import { describeAccount, realEnvironment, withoutAccount } from "./start/account-environment.mjs";
import { copyOfExample, openBrowser, startJupyterLab } from "./start/jupyterlab.mjs";
import { readOptions, usage } from "./start/options.mjs";
import { someServerEnds, startServer, stopServers } from "./start/servers.mjs";

const example = "secure-training.ipynb";

await runScript(async () => {
  checkNode();
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return 0;
  }

  try {
    return await Promise.race([run(options), interruption().then(() => 0)]);
  } finally {
    await stopServers();
    // A set-up that was interrupted may still be going: its command ends with this process.
    setTimeout(() => process.exit(), 100).unref();
  }
});

async function run(options) {
  console.log("Setting up (the first time takes a few minutes):");
  await setUp(options);
  const { env, words } = await account(options);
  return options.check ? check(options, env, words) : serve(options, env, words);
}

function setUp({ check }) {
  return withSetupLock(async () => {
    await installNpmPackages();
    await installStartPackages();
    await build(check ? ["core"] : ["core", "jupyterlab"]);
    if (!check) await installWheel("jupyterlab-ext/dist");
  });
}

/** The environment that makes the AWS SDKs ask the chosen account, and what to tell the user about it. */
async function account({ account, region }) {
  if (account !== "sample") {
    const env = realEnvironment(account, region);
    const which =
      account === "environment" ? "the credentials of this terminal" : `profile ${account.profile}`;
    return { env, words: [`${which}: ${await describeAccount(env)}`, "asked with read-only calls"] };
  }
  const sample = await startServer({
    name: "sample account",
    command: venvPython,
    args: [join(root, "examples/sample-account/server.py")],
    env: withoutAccount(),
    isUp: (output) => announcement(output),
  });
  const env = { ...withoutAccount(), ...sample.env };
  if (region !== undefined) Object.assign(env, { AWS_REGION: region, AWS_DEFAULT_REGION: region });
  return { env, words: [`sample account ${sample.account}, ${env.AWS_REGION}: nothing leaves this machine`] };
}

/** Prints the findings. Exit code 0 when the check ran, whatever it found; 2 as the command line says. */
async function check({ notebook }, env, words) {
  const path = notebook ?? join("examples", example);
  console.log(`\nAccount   ${words.join("; ")}\n`);
  const cli = join(root, "core/dist/cli.js");
  const child = spawn(process.execPath, [cli, "check", path], { cwd: root, env, stdio: "inherit" });
  const code = await new Promise((done) => {
    child.on("error", () => done(2));
    child.on("exit", (code) => done(code ?? 2));
  });
  return code === 1 ? 0 : code;
}

/** Serves the notebook until Ctrl-C. */
async function serve({ notebook: given, port, browser, account }, env, words) {
  const notebook = given ?? copyOfExample(example);
  const start = Date.now();
  const address = await startJupyterLab({ notebook, port, env });
  console.log(`  ✓ JupyterLab: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  console.log(`\nOpen      ${address}`);
  console.log(
    `Notebook  ${given ?? `a copy of examples/${example}, in ${join(cache, "start", "examples")}`}`,
  );
  console.log(`Account   ${words.join("\n          ")}`);
  if (account === "sample") {
    if (given !== undefined)
      console.log("          The ids of your notebook are looked up there, and are not found.");
    console.log("Your own  npm start -- --profile NAME --region REGION");
  }
  if (given === undefined) console.log("          npm start -- path/to/notebook.ipynb");
  console.log("\nCtrl-C ends all of it.");
  if (browser) openBrowser(address);
  throw new Problem(await someServerEnds());
}

/** The line of JSON that the sample account prints once it is ready. */
function announcement(output) {
  const line = output.split("\n").find((line) => line.startsWith("{") && line.endsWith("}"));
  return line === undefined ? undefined : JSON.parse(line);
}
