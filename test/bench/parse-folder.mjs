// The baseline of the command line: reads the same notebooks and parses their code cells, and nothing else.
import { parser } from "@lezer/python";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
let nodes = 0;
for (const name of readdirSync(folder)) {
  const { cells } = JSON.parse(readFileSync(join(folder, name), "utf8"));
  for (const { cell_type: kind, source } of cells) {
    if (kind === "code") nodes += parser.parse(source.join("")).length;
  }
}
console.log(nodes);
