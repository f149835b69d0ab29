import { readdirSync } from "node:fs";
import { join } from "node:path";
import { checkFile } from "../../corpus/check-file.js";
const folder = process.argv[2] ?? "";
const counts = new Map<string, string[]>();
for (const name of readdirSync(folder).filter((one) => /\.(?:ipynb|py)$/.test(one))) {
  const { findings } = checkFile(join(folder, name));
  for (const { finding: f } of findings as unknown as readonly { finding: { rule: string; message: string } }[]) if (f.rule === "call-refused") { const key = f.message; counts.set(key, [...(counts.get(key) ?? []), name]); }
}
for (const [key, names] of [...counts].sort((a, b) => b[1].length - a[1].length)) console.log(names.length, key.slice(0, 140), [...new Set(names)].slice(0, 3).join(" "));
