/**
 * Records what the real SageMaker SDK sends for every case, before and after the product's fixes: all of
 * them one after the other, and each alone.
 *
 *     npm run test:sdk               compares with recordings/; exit status 1 when one differs
 *     npm run test:sdk -- --update   writes them anew
 *     npm run test:sdk -- NAME…      only the cases that have one of these in their name
 *
 * SDK_PYTHON, SDK_PYTHON_V3: interpreters that have the packages of requirements.txt and requirements-v3.txt;
 * otherwise environments are made in .cache.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { askBotocore, randomRequests, readReports, writeReports } from "./reports/botocore-reports.js";
import { predictedReport } from "./reports/predicted-report.js";
import { fixRecordingsText, recordedFix } from "./fix-recordings.js";
import { eachFix, mend, type FixedAlone, type Mended } from "./mend.js";
import { recorderPython, runBeside } from "./recorder-environment.js";
import {
  casesFolder,
  readCases,
  readRecording,
  recordingsFolder,
  toCase,
  type SdkCase,
  type SdkVersion,
} from "./sdk-case.js";

const environments = {
  v2: { variable: "SDK_PYTHON", requirements: "requirements.txt", megabytes: 300 },
  v3: { variable: "SDK_PYTHON_V3", requirements: "requirements-v3.txt", megabytes: 1000 },
} as const;

const folder = import.meta.dirname;
const update = process.argv.includes("--update");
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const isWanted = (name: string) => wanted.length === 0 || wanted.some((part) => name.includes(part));
const made = mkdtempSync(join(tmpdir(), "sdk-recordings-"));
const alone = mkdtempSync(join(tmpdir(), "sdk-recordings-"));
try {
  const fixed = writeFixed(made);
  const each = writeEachFix(alone);
  const snippets = readdirSync(casesFolder).filter((file) => file.endsWith(".py") && isWanted(file));
  await Promise.all(
    (["v2", "v3"] as const).map(async (sdk) => {
      await record([...snippets.map((file) => join(casesFolder, file)), ...fixed], sdk, made);
      await record(
        [...each.values()].flatMap((fixes) => [...fixes.keys()]),
        sdk,
        alone,
      );
    }),
  );
  for (const [name, fixes] of each) gatherFixes(name, fixes);
  const reportsDiffer = wanted.length === 0 ? compareReports() : 0;
  process.exitCode = Math.max(update ? replaceRecordings(made) : compareRecordings(made), reportsDiffer);
} finally {
  rmSync(made, { recursive: true });
  rmSync(alone, { recursive: true });
}

/** The snippets after the product's fixes, where there are any. */
function writeFixed(into: string): readonly string[] {
  const cases = readCases().filter(({ name }) => isWanted(name));
  return cases.flatMap((one) => {
    const { text } = mendOrTell(one);
    if (text === one.text) return [];
    const path = join(into, `${one.name}.fixed.py`);
    writeFileSync(path, text);
    return [path];
  });
}

/** A snippet whose fixes never end is left as it is; the tests fail on it, the others are recorded all the same. */
function mendOrTell(one: SdkCase): Mended {
  try {
    return mend(one);
  } catch (error) {
    console.log(String(error));
    return { text: one.text, changes: [] };
  }
}

/** The snippets after each fix alone, by case and by path. */
function writeEachFix(into: string): ReadonlyMap<string, ReadonlyMap<string, FixedAlone>> {
  const cases = readCases().filter(({ name }) => isWanted(name));
  return new Map(
    cases.map((one) => [
      one.name,
      new Map(
        eachFix(one).map((fixed, index) => {
          const path = join(into, `${one.name}.fix-${index}.py`);
          writeFileSync(path, fixed.text);
          for (const [file, text] of fixed.files) {
            const target = join(into, `${one.name}.fix-${index}.files`, file);
            mkdirSync(dirname(target), { recursive: true });
            writeFileSync(target, text);
          }
          return [path, fixed];
        }),
      ),
    ]),
  );
}

/** What was recorded of them, in one file for each case. */
function gatherFixes(name: string, fixes: ReadonlyMap<string, FixedAlone>): void {
  if (fixes.size === 0) return;
  const before = readRecording(name, made);
  const recordings = [...fixes].map(([path, fixed]) =>
    recordedFix(fixed, before, readRecording(basename(path, ".py"), alone)),
  );
  writeFileSync(join(made, `${name}.fixes.json`), fixRecordingsText(recordings));
}

/** Records the snippets of one SDK. */
async function record(snippets: readonly string[], sdk: SdkVersion, into: string): Promise<void> {
  const own = snippets.filter((path) => toCase(path, readFileSync(path, "utf8")).sdk === sdk);
  if (own.length === 0) return;
  console.log(`recording ${own.length} snippets with the real SDK ${sdk} …`);
  await runBeside(sdkPython(sdk), [join(folder, "record.py"), "--into", into, ...own]);
}

function sdkPython(sdk: SdkVersion): string {
  const { variable, requirements, megabytes } = environments[sdk];
  return recorderPython({
    variable,
    name: `sdk-${sdk}`,
    requirements: join(folder, requirements),
    what: `the SageMaker SDK ${sdk}, ${megabytes} MB`,
  });
}

/** Thousands of random requests: what botocore reports of them is what the product predicts, and what is recorded. */
function compareReports(): number {
  console.log("asking the real botocore about random requests …");
  const reports = askBotocore(sdkPython("v2"), randomRequests());
  const wrong = reports.flatMap(({ request, report }, seed) =>
    predictedReport(request) === report ? [] : [seed],
  );
  console.log(
    `${reports.length - wrong.length} reports as predicted, ${wrong.length} differ: ${wrong.join(", ")}`,
  );
  if (update) writeReports(reports);
  const recorded = readReports();
  const again = askBotocore(
    sdkPython("v2"),
    recorded.map(({ request }) => request),
  );
  const isRecorded = again.every(({ report }, index) => report === recorded[index]?.report);
  if (!isRecorded) console.log("differs: reports/botocore-reports.json");
  return wrong.length === 0 && isRecorded ? 0 : 1;
}

function replaceRecordings(from: string): number {
  for (const name of recorded()) rmSync(join(recordingsFolder, name));
  cpSync(from, recordingsFolder, { recursive: true });
  console.log(`${readdirSync(recordingsFolder).length} files in recordings`);
  return 0;
}

function recorded(): readonly string[] {
  return existsSync(recordingsFolder) ? readdirSync(recordingsFolder).filter(isWanted) : [];
}

function compareRecordings(fresh: string): number {
  const names = new Set([...readdirSync(fresh), ...recorded()]);
  const different = [...names]
    .sort()
    .filter((name) => contents(fresh, name) !== contents(recordingsFolder, name));
  for (const name of different) console.log(`differs: ${name}`);
  console.log(`${names.size - different.length} recordings as before, ${different.length} differ`);
  return different.length === 0 ? 0 : 1;
}

function contents(within: string, name: string): string | undefined {
  const path = join(within, name);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
