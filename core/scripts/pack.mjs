import { spawnSync } from "node:child_process";
import { copyFile, cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What only a host of the library needs. */
const notOfCommandLine = new Set(["index.js", "index.packages.json"]);

/**
 * Packs the command line for `npm install --global`: `sagemaker-preflight.tgz`, which brings all that it needs.
 *
 * @param {string} folder where the bundles are, and where it is put
 * @param {{version: string, license: string, description: string}} manifest core's
 * @param {readonly string[]} files names in `folder`
 */
export async function packCommandLine(folder, { version, license, description }, files) {
  const staging = join(folder, "package");
  await mkdir(join(staging, "dist"), { recursive: true });
  for (const file of files)
    if (!notOfCommandLine.has(file))
      await cp(join(folder, file), join(staging, "dist", file), { recursive: true });
  await copyFile(fileURLToPath(new URL("../../LICENSE", import.meta.url)), join(staging, "LICENSE"));
  const manifest = {
    name: "sagemaker-preflight",
    version,
    description,
    license,
    type: "module",
    bin: { "sagemaker-preflight": "dist/cli.js" },
    engines: { node: ">=20.19" },
    files: ["dist"],
  };
  await writeFile(join(staging, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const options = { cwd: staging, encoding: "utf8", shell: process.platform === "win32" };
  const { status, error, stderr } = spawnSync("npm", ["pack", "--silent", "--ignore-scripts"], options);
  if (status !== 0) throw error ?? new Error(`npm pack: ${stderr}`);
  await copyFile(
    join(staging, `sagemaker-preflight-${version}.tgz`),
    join(folder, "sagemaker-preflight.tgz"),
  );
  await rm(staging, { recursive: true });
}
