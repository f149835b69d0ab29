import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readIpynb } from "../../core/src/notebook/read-ipynb.js";
import { generateNotebook } from "../bench/generate-notebook.js";

const root = resolve(import.meta.dirname, "../..");

/** The cells of the notebooks that are damaged: the example, the SDK cases, generated ones, and those of a folder. */
export function notebookSources(folder?: string): readonly (readonly string[])[] {
  return [
    ...notebooksIn(join(root, "examples")),
    ...casesIn(join(root, "test/sdk/cases")),
    ...Array.from({ length: 6 }, (_, seed) =>
      generateNotebook(seed, { cells: 20, jobs: 5 }).cells.map(({ text }) => text),
    ),
    ...(folder === undefined ? [] : notebooksIn(folder)),
  ];
}

function notebooksIn(folder: string): string[][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => {
      const read = readIpynb(readFileSync(join(folder, name), "utf8"), name);
      return "notebook" in read
        ? read.notebook.cells.filter(({ kind }) => kind === "code").map(({ text }) => text)
        : [];
    })
    .filter((cells) => cells.length > 0);
}

/** Each file as three cells. */
function casesIn(folder: string): string[][] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".py"))
    .map((name) => {
      const lines = readFileSync(join(folder, name), "utf8").split("\n");
      const part = Math.ceil(lines.length / 3);
      return [0, 1, 2].map((index) => lines.slice(index * part, (index + 1) * part).join("\n"));
    });
}
