/**
 * Builds the JupyterLab extension and packs it, with the server extension, into one wheel: `dist/*.whl`.
 *
 *   node jupyterlab-ext/scripts/build.mjs [--force]
 *
 * Needs `core/dist/index.js` and python3. Does nothing when the wheel is newer than all that goes into it.
 * JUPYTERLAB_STAGING: the `staging` folder of an installed jupyterlab of this version, where it is not to be fetched.
 */
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packagesIn } from "../../core/scripts/third-party-notices.mjs";

/** The oldest JupyterLab supported: what is built with it asks no newer shared modules of a later one. */
const jupyterlab = "4.2.7";

const here = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = join(here, "dist");

const sources = [
  ...[
    "src",
    "style",
    "schema",
    "jupyter-config",
    "scripts",
    "package.json",
    "pyproject.toml",
    "README.md",
    "install.json",
  ],
  "sagemaker_preflight",
].map((name) => join(here, name));
const coreBundle = join(root, "core/dist/index.js");

const require = createRequire(join(here, "package.json"));
const webpack = createRequire(require.resolve("@jupyterlab/builder/package.json"))("webpack");

if (!existsSync(coreBundle)) throw new Error(`${coreBundle} is missing: build core first.`);
const wheel = newestWheel();
if (
  !process.argv.includes("--force") &&
  wheel &&
  newest([...sources, coreBundle]) <= statSync(wheel).mtimeMs
) {
  console.log(`jupyterlab-ext: ${wheel} is up to date`);
} else {
  await buildLabExtension();
  buildWheel();
  console.log(`jupyterlab-ext: ${newestWheel()}`);
}

async function buildLabExtension() {
  // One module of our own code, core and what both bring along; webpack only makes it a federated module of JupyterLab.
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(here, "src/index.ts")],
    outfile: join(here, "lib/index.js"),
    bundle: true,
    format: "esm",
    target: "es2022",
    external: ["@jupyterlab/*", "@jupyter/*", "@lumino/*", "@codemirror/state", "@codemirror/view"],
    alias: { "@sagemaker-preflight/core": coreBundle },
    logLevel: "warning",
    metafile: true,
  });
  const { default: generateConfig } = require("@jupyterlab/builder/lib/extensionConfig");
  const configs = generateConfig({ packagePath: here, corePath: stagingFolder() });
  // Its licence plugin does not work with the present webpack; the licences are written below.
  const isWanted = (plugin) => !plugin.constructor.name.includes("License");
  for (const config of configs) config.plugins = config.plugins?.filter(isWanted);
  await bundleWithWebpack(configs);
  writeLicenses(Object.keys(metafile.inputs));
}

function bundleWithWebpack(configs) {
  return new Promise((resolve, reject) => {
    webpack(configs, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString({ preset: "errors-only" })));
      else resolve();
    });
  });
}

/** The licences of the packages in the bundle, where JupyterLab's Help > Licenses looks for them. */
function writeLicenses(inputs) {
  const ofCore = JSON.parse(readFileSync(join(root, "core/dist/index.packages.json"), "utf8"));
  const all = new Map(
    [...packagesIn(inputs, root), ...ofCore].map((one) => [`${one.name}@${one.version}`, one]),
  );
  const packages = [...all.values()].map(({ name, version, license, text }) => ({
    name,
    versionInfo: version,
    licenseId: license,
    extractedText: text,
  }));
  const target = join(here, "sagemaker_preflight/labextension/static/third-party-licenses.json");
  writeFileSync(target, JSON.stringify({ packages }, null, 2));
}

/** JupyterLab's list of the modules that it shares, which only its Python package has. */
function stagingFolder() {
  if (process.env.JUPYTERLAB_STAGING) return process.env.JUPYTERLAB_STAGING;
  const target = join(root, ".cache", `jupyterlab-${jupyterlab}`);
  const staging = join(target, "jupyterlab/staging");
  if (!existsSync(join(staging, "package.json"))) {
    console.log(`jupyterlab-ext: fetching jupyterlab ${jupyterlab} (for its list of shared modules)`);
    run("python3", [
      ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--upgrade"],
      ...["--target", target, `jupyterlab==${jupyterlab}`],
    ]);
  }
  return staging;
}

function buildWheel() {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  copyFileSync(join(root, "LICENSE"), join(here, "LICENSE"));
  // hatchling from a folder of our own: no virtual environment to make for each build.
  const tools = join(root, ".cache/hatchling");
  if (!existsSync(join(tools, "hatchling"))) {
    run("python3", [
      ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade"],
      ...["--target", tools, "hatchling>=1.21,<2"],
    ]);
  }
  const PYTHONPATH = [tools, process.env.PYTHONPATH].filter(Boolean).join(delimiter);
  run("python3", ["-m", "hatchling", "build", "--target", "wheel", "--directory", dist], {
    cwd: here,
    env: { ...process.env, PYTHONPATH },
  });
}

function run(command, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", ...options });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  throw error ?? new Error(`${[command, ...args].join(" ")} ended with ${status}`);
}

function newestWheel() {
  if (!existsSync(dist)) return undefined;
  const wheels = readdirSync(dist).filter((name) => name.endsWith(".whl"));
  return wheels.length === 0 ? undefined : join(dist, wheels[0]);
}

/** The latest change of the files, in milliseconds since 1970; what the build itself writes does not count. */
function newest(paths) {
  const times = paths.map((path) => {
    if (!existsSync(path)) return 0;
    const stats = statSync(path);
    if (!stats.isDirectory()) return stats.mtimeMs;
    const entries = readdirSync(path).filter((name) => name !== "labextension" && name !== "__pycache__");
    return newest(entries.map((name) => join(path, name)));
  });
  return Math.max(0, ...times);
}
