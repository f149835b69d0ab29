// Builds dist/extension.cjs, dist/aws.cjs, the example and dist/sagemaker-preflight.vsix from the sources of this folder and of core.
//   node scripts/build.mjs [--no-package]
import { createRequire } from "node:module";
import { copyFile, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { noticesOf, packagesIn } from "../../core/scripts/third-party-notices.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, "dist");
const staging = path.join(dist, "package");

/** What `extension.cjs` imports when it asks AWS for the first time. */
const awsIsItsOwnBundle = {
  name: "aws-is-its-own-bundle",
  setup(build) {
    build.onResolve({ filter: /^\.\/aws\.js$/ }, () => ({ path: "./aws.cjs", external: true }));
  },
};

await rm(dist, { recursive: true, force: true });
const inputs = [...(await bundle("extension")), ...(await bundle("aws"))];
const example = "secure-training.ipynb";
await copyFile(path.join(root, "..", "examples", example), path.join(dist, example));
if (!process.argv.includes("--no-package")) await packageExtension();

/** core is bundled from its sources, so nothing has to be built before. @returns the files that it has inside. */
async function bundle(name) {
  const { metafile } = await esbuild.build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: [path.join(root, "src", `${name}.ts`)],
    outfile: path.join(dist, `${name}.cjs`),
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    conditions: ["source"],
    mainFields: ["module", "main"],
    external: ["vscode"],
    minify: true,
    keepNames: true,
    legalComments: "none",
    logLevel: "warning",
    supported: { "dynamic-import": false },
    plugins: [awsIsItsOwnBundle],
  });
  return Object.keys(metafile.inputs);
}

/** Packaged from a folder of its own that holds just what ships. */
async function packageExtension() {
  const manifest = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  for (const member of ["private", "scripts", "devDependencies"]) delete manifest[member];
  manifest.files = ["dist", "media", "schemas", "*.md", "*.txt", "*.json", "LICENSE"];
  await mkdir(path.join(staging, "dist"), { recursive: true });
  await mkdir(path.join(staging, "schemas"), { recursive: true });
  await writeFile(path.join(staging, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await copyFile(path.join(root, "..", "LICENSE"), path.join(staging, "LICENSE"));
  await copyFile(path.join(root, "..", "docs", "iam-policy.json"), path.join(staging, "iam-policy.json"));
  await copyFile(path.join(root, "..", "CHANGELOG.md"), path.join(staging, "CHANGELOG.md"));
  await writeFile(path.join(staging, "ThirdPartyNotices.txt"), noticesOf(packagesIn(inputs, root)));
  await cp(path.join(root, "media", "walkthrough"), path.join(staging, "media", "walkthrough"), {
    recursive: true,
  });
  const files = ["README.md", "media/icon.png", "schemas/policy.schema.json"];
  for (const file of [...files, "dist/extension.cjs", "dist/aws.cjs", `dist/${example}`])
    await copyFile(path.join(root, file), path.join(staging, file));
  const vsce = createRequire(import.meta.url)("@vscode/vsce");
  await vsce.createVSIX({
    cwd: staging,
    packagePath: path.join(dist, "sagemaker-preflight.vsix"),
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: false,
  });
  await rm(staging, { recursive: true, force: true });
}
