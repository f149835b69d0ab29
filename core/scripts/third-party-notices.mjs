import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * The packages that a bundle has inside, with their licences, whose texts have to go with it.
 *
 * @param {readonly string[]} inputs esbuild's, of its metafile
 * @param {string} folder what they are relative to
 * @returns {{name: string, version: string, license: string, text: string}[]} by name
 */
export function packagesIn(inputs, folder) {
  const folders = new Set(
    inputs.flatMap((input) => {
      const [, found] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(resolve(folder, input)) ?? [];
      return found === undefined ? [] : [found];
    }),
  );
  return [...folders]
    .map(packageIn)
    .sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

function packageIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (typeof license !== "string") throw new Error(`${folder} does not say its licence.`);
  return { name, version, license, text: licenceText(folder) };
}

function licenceText(folder) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
}

/** @returns {string} what is put beside a bundle; packages with the same text share it */
export function noticesOf(packages) {
  const byText = new Map();
  for (const one of packages) byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  const parts = [...byText].map(([text, those]) => {
    const names = those.map(({ name, version, license }) => `${name} ${version} (${license})`);
    return [...names, "", text === "" ? "The package has no text of its licence." : text].join("\n");
  });
  const line = `\n\n${"-".repeat(80)}\n\n`;
  return `SageMaker Preflight has these packages inside, under their own licences.${line}${parts.join(line)}\n`;
}
