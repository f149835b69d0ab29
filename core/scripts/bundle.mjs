/**
 * Bundles what ships of core into core/dist:
 *   index.js  the public API, for browsers and Node: Lezer and the catalog inside
 *   aws.js    the Node reader of AWS, its clients in chunks that are loaded when needed
 *   cli.js    the command line; --version and --help load neither of them
 *   check-thread.js  what the command line's threads run
 *   machine.js  where the SageMaker SDK looks for its defaults on this machine, and where links lead
 *   index.packages.json    the packages in index.js, with their licences, for whatever has it inside
 *   ThirdPartyNotices.txt  whose packages are inside, and their licences
 *   sagemaker-preflight.tgz  the command line, for `npm install --global`
 *
 * node core/scripts/bundle.mjs [FOLDER]    FOLDER instead of core/dist; it is emptied first
 */
import { createHash } from "node:crypto";
import { chmod, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packCommandLine } from "./pack.mjs";
import { noticesOf, packagesIn } from "./third-party-notices.mjs";

const core = new URL("../", import.meta.url);
const manifest = JSON.parse(await readFile(new URL("package.json", core), "utf8"));
const folder =
  process.argv[2] === undefined ? fileURLToPath(new URL("dist", core)) : resolve(process.argv[2]);
const inCore = (path) => fileURLToPath(new URL(path, core));

/** Stands for the hash of all that is made here, until that is known. */
const unknownBuild = "@preflight-build@";

const shared = {
  absWorkingDir: inCore("."),
  bundle: true,
  format: "esm",
  outdir: folder,
  define: {
    PREFLIGHT_VERSION: JSON.stringify(manifest.version),
    PREFLIGHT_BUILD: JSON.stringify(unknownBuild),
  },
  metafile: true,
  logLevel: "warning",
  legalComments: "none",
};

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const made = await Promise.all([
  build({
    ...shared,
    entryPoints: { index: "src/index.ts" },
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
  }),
  build({
    ...shared,
    entryPoints: {
      aws: "aws/index.ts",
      cli: "cli/index.ts",
      "check-thread": "cli/check-thread.ts",
      machine: "aws/machine.ts",
    },
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
await nameBuild(made.flatMap(({ metafile }) => Object.keys(metafile.outputs)).sort());
await chmod(join(folder, "cli.js"), 0o755);
const inputs = made.flatMap(({ metafile }) => Object.keys(metafile.inputs));
const ofIndex = packagesIn(Object.keys(made[0].metafile.inputs), inCore("."));
await writeFile(join(folder, "index.packages.json"), JSON.stringify(ofIndex));
await writeFile(join(folder, "ThirdPartyNotices.txt"), noticesOf(packagesIn(inputs, inCore("."))));
await packCommandLine(folder, manifest, await readdir(folder));

/** What the command line keeps of its results is for the same program only: changed code, changed name. */
async function nameBuild(paths) {
  const files = await Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(inCore(path), "utf8") })),
  );
  const hash = createHash("sha256");
  for (const { text } of files) hash.update(text);
  const name = hash.digest("hex").slice(0, 32);
  for (const { path, text } of files)
    if (text.includes(unknownBuild)) await writeFile(inCore(path), text.replaceAll(unknownBuild, name));
}
