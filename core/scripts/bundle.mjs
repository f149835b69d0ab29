/**
 * Bundles what ships of core into core/dist:
 *   index.js  the public API, for browsers and Node: Lezer and the catalog inside
 *   aws.js    the Node reader of AWS, its clients in chunks that are loaded when needed
 *   cli.js    the command line; --version and --help load neither of them
 *   machine.js  where the SageMaker SDK looks for its defaults on this machine, and where links lead
 *
 * node core/scripts/bundle.mjs [FOLDER]    FOLDER instead of core/dist; it is emptied first
 */
import { chmod, mkdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const core = new URL("../", import.meta.url);
const { version } = JSON.parse(await readFile(new URL("package.json", core), "utf8"));
const folder =
  process.argv[2] === undefined ? fileURLToPath(new URL("dist", core)) : resolve(process.argv[2]);
const inCore = (path) => fileURLToPath(new URL(path, core));

const shared = {
  absWorkingDir: inCore("."),
  bundle: true,
  format: "esm",
  outdir: folder,
  define: { PREFLIGHT_VERSION: JSON.stringify(version) },
  logLevel: "warning",
  legalComments: "none",
};

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await Promise.all([
  build({
    ...shared,
    entryPoints: { index: "src/index.ts" },
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
  }),
  build({
    ...shared,
    entryPoints: { aws: "aws/index.ts", cli: "cli/index.ts", machine: "aws/machine.ts" },
    platform: "node",
    mainFields: ["module", "main"],
    target: "node20.19",
    splitting: true,
    minify: true,
    chunkNames: "chunks/[name]-[hash]",
    // Some of the AWS SDK is CommonJS and asks for Node's own modules by require.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  }),
]);
await chmod(join(folder, "cli.js"), 0o755);
