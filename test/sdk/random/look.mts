import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkInWorld } from "../mend.js";
import { toCase } from "../sdk-case.js";
const cases = "/tmp/w/rand9/out/cases";
for (const name of process.argv.slice(2)) {
  const text = readFileSync(join(cases, `${name}.py`), "utf8");
  const one = { ...toCase(name, text), readFile: (path: string) => {
    const owner = { "/site/sagemaker/config.yaml": "administrator", "/user/sagemaker/config.yaml": "user" }[path];
    const file = owner === undefined ? "" : join(cases, "defaults", `${name}-${owner}.yaml`);
    return owner !== undefined && text.includes(`# ${owner} defaults:`) && existsSync(file) ? ({ state: "text", text: readFileSync(file, "utf8") } as const) : ({ state: "absent" } as const);
  } };
  const { requests } = checkInWorld(one);
  for (const r of requests) console.log(name, r.operation, r.part ?? "", "launches", r.launches.length, r.step?.operation ?? "", "refused:", r.refused?.error, (r.refused?.message ?? "").slice(0, 90), "half:", r.halfVpc ?? "", Object.fromEntries([...r.fields].filter(([k]) => /Vpc|Role|InstanceType|Isol/.test(k)).map(([k, f]) => [k, f.state === "known" ? f.value : `${f.state} ${f.why}`])));
}
