/**
 * Records what the real AWS CLI sends for every case, before and after the product's fixes.
 *
 *     npm run test:sdk               compares with recordings/; exit status 1 when one differs
 *     npm run test:sdk -- --update   writes them anew
 *     npm run test:sdk -- NAME…      only the cases that have one of these in their name
 *
 * CLI_PYTHON: an interpreter that has the packages of requirements.txt; otherwise an environment is made in .cache.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { casesFolder, fixedName, mendCase, readCases, recordingsFolder, textOf } from "./cli-case.js";
import { recorderPython, run } from "../recorder-environment.js";

const folder = import.meta.dirname;
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const isWanted = (name: string) => wanted.length === 0 || wanted.some((part) => name.includes(part));
const made = mkdtempSync(join(tmpdir(), "cli-recordings-"));
try {
  const fixed = readCases().flatMap((one) => {
    if (!isWanted(one.name)) return [];
    const mended = textOf(mendCase(one).fixed);
    if (mended === textOf(one)) return [];
    const path = join(made, fixedName(one.name));
    writeFileSync(path, mended);
    return [path];
  });
  const cases = readdirSync(casesFolder)
    .filter(isWanted)
    .map((file) => join(casesFolder, file));
  if (cases.length > 0) {
    console.log(`recording ${cases.length + fixed.length} notebooks and scripts with the real AWS CLI …`);
    run(cliPython(), [join(folder, "record.py"), "--into", made, ...cases, ...fixed]);
  }
  process.exitCode = process.argv.includes("--update") ? replaceRecordings() : compareRecordings();
} finally {
  rmSync(made, { recursive: true });
}

function cliPython(): string {
  return recorderPython({
    variable: "CLI_PYTHON",
    name: "aws-cli",
    requirements: join(folder, "requirements.txt"),
    what: "the AWS CLI and IPython, 200 MB",
  });
}

function replaceRecordings(): number {
  for (const name of recorded()) rmSync(join(recordingsFolder, name));
  cpSync(made, recordingsFolder, { recursive: true });
  return 0;
}

function recorded(): readonly string[] {
  return existsSync(recordingsFolder) ? readdirSync(recordingsFolder).filter(isWanted) : [];
}

function compareRecordings(): number {
  const names = new Set([...readdirSync(made), ...recorded()]);
  const different = [...names]
    .sort()
    .filter((name) => contents(made, name) !== contents(recordingsFolder, name));
  for (const name of different) console.log(`differs: ${name}`);
  console.log(`${names.size - different.length} recordings as before, ${different.length} differ`);
  return different.length === 0 ? 0 : 1;
}

function contents(within: string, name: string): string | undefined {
  const path = join(within, name);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
