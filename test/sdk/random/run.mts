import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkInWorld } from "../mend.js";
import { readRecording, toCase } from "../sdk-case.js";
import { compareRandom, type Difference } from "./compare-random.js";
import { randomSnippet } from "./random-snippet.js";

const [sdk, from, count, folder] = [process.argv[2] as "v2" | "v3", Number(process.argv[3]), Number(process.argv[4]), "/tmp/w/rand9/out"];
const extra = 0; const redo = process.argv.includes("--again"); // compare again what was recorded
const cases = join(folder, "cases");
const recordings = join(folder, "recordings");
mkdirSync(join(cases, "defaults"), { recursive: true });
mkdirSync(recordings, { recursive: true });
const names: string[] = [];
for (let seed = from; seed < from + count; seed += 1) {
  const name = `${sdk}-${seed}`;
  names.push(name);
  if (redo) continue;
  const { text, defaults } = randomSnippet(seed, sdk, name);
  writeFileSync(join(cases, `${name}.py`), text);
  for (const [owner, content] of defaults) writeFileSync(join(cases, "defaults", `${name}-${owner}.yaml`), JSON.stringify(content, null, 1));
}
if (!redo) {
  const python = sdk === "v2" ? "/tmp/w/A/bin/python" : "/tmp/w/B/bin/python";
  const done = spawnSync("timeout", ["900", "nice", "-n", "5", python, "/tmp/w/rand9/record.py", "--into", recordings, ...names.map((name) => join(cases, `${name}.py`))], { env: { ...process.env, SDK_INPUTS: cases }, stdio: "inherit", cwd: "/tmp/w/rand9" });
  if (done.status !== 0) console.log("recorder status", done.status);
}
const counts = new Map<string, number>();
const examples = new Map<string, string[]>();
let [requests, equal, refusals, errors, nothing] = [0, 0, 0, 0, 0];
const errorTypes = new Map<string, string[]>();
for (const name of names) {
  if (!existsSync(join(recordings, `${name}.json`))) { continue; }
  const text = readFileSync(join(cases, `${name}.py`), "utf8");
  const base = toCase(name, text);
  const one = { ...base, readFile: (path: string) => {
    const owner = { "/site/sagemaker/config.yaml": "administrator", "/user/sagemaker/config.yaml": "user" }[path];
    if (owner === undefined) return { state: "absent" } as const;
    const file = join(cases, "defaults", `${name}-${owner}.yaml`);
    return text.includes(`# ${owner} defaults:`) ? ({ state: "text", text: readFileSync(file, "utf8") } as const) : ({ state: "absent" } as const);
  } };
  const recording = readRecording(name, recordings);
  const report = checkInWorld(one);
  const result = compareRandom(report.requests, recording, one.notebook);
  requests += result.requests; equal += result.equal; refusals += result.refusals;
  if (recording.error) { errors += 1; const key = `${recording.error.type}: ${recording.error.message.slice(0, 90)}`; errorTypes.set(key, [...(errorTypes.get(key) ?? []), name]); }
  if (recording.requests.length === 0) nothing += 1;
  for (const d of result.differences) {
    counts.set(d.kind, (counts.get(d.kind) ?? 0) + 1);
    const key = `${d.kind} | ${d.operation} | ${d.path} | ${d.kind === "unknown" ? d.text.replace(/, sent .*/, "") : d.text.replace(/"[^"]{0,200}"/g, "~").slice(0, 110)}`;
    examples.set(key, [...(examples.get(key) ?? []), `${name}: ${d.text.slice(0, 260)}`]);
  }
}
console.log({ snippets: names.length, requests, equal, refusals, errors, nothing, ...Object.fromEntries(counts) });
const order = ["wrong", "missed", "invented", "missed refusal", "false refusal", "other refusal", "unknown"];
for (const kind of order) for (const [key, all] of [...examples].filter(([key]) => key.startsWith(`${kind} |`)).sort((a, b) => b[1].length - a[1].length))
  console.log(`${all.length} × ${key}\n      ${all.slice(0, kind === "unknown" ? 2 : 3).join("\n      ")}`);
if (process.argv.includes("--errors")) for (const [key, all] of [...errorTypes].sort((a, b) => b[1].length - a[1].length)) console.log(`E ${all.length} × ${key}  ${all.slice(0, 4).join(" ")}`);
