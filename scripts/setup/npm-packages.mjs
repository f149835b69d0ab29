import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "./problem.mjs";
import { root } from "./project.mjs";
import { runCommand } from "./run-command.mjs";
import { step } from "./step.mjs";

/** Installs the packages of package-lock.json, unless exactly these are installed. */
export async function installNpmPackages() {
  if (isInstalled()) {
    console.log("  ✓ npm packages: unchanged");
    return;
  }
  // No package that we use needs its install script: esbuild's binary comes as a package of its own.
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const advice = "Check that the npm registry can be reached (npm ping), then run the command again.";
  await step("npm packages", {}, async () => {
    try {
      await npm(["ci", ...options], advice);
    } catch (error) {
      // `npm ci` refuses a lock file that does not match the package.json files, as after editing one of them.
      if (!(error instanceof Problem) || !/in sync|package-lock\.json/.test(error.message)) throw error;
      await npm(["install", ...options], advice);
    }
  });
}

function npm(args, advice) {
  // Under `npm run` this is npm's own script, the very npm that the user called.
  const script = process.env.npm_execpath;
  const [command, first] =
    script?.endsWith("npm-cli.js") === true ? [process.execPath, [script]] : ["npm", []];
  return runCommand(command, [...first, ...args], { name: "npm", advice });
}

/** Compares the lock file with npm's own record of what it installed. */
function isInstalled() {
  const record = join(root, "node_modules/.package-lock.json");
  const lock = join(root, "package-lock.json");
  if (!existsSync(record) || !existsSync(lock)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(JSON.parse(readFileSync(lock, "utf8")).packages).every(
    ([path, { version, optional }]) =>
      !path.includes("node_modules/") ||
      (installed[path] === undefined ? optional === true : installed[path].version === version),
  );
}
