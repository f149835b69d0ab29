import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { check } from "../../../core/src/check.js";
import { editCells } from "../../../core/src/notebook/apply-edits.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { notebookOf } from "../../support/notebooks.js";
import { randomFrom } from "../../support/random.js";
import { randomNames } from "../../support/random-names.js";
import { twoVpcs } from "../../support/two-vpcs.js";

/** `NAMED=3000 RANDOM_SEED=2 npx mocha --timeout 0 …` for a long run. */
const rounds = Number(process.env.NAMED ?? 60);

describe("values that fixes write by a name of the notebook", () => {
  it("are those values when Python runs it", function () {
    this.timeout(process.env.NAMED === undefined ? 120_000 : 0);
    const random = randomFrom(Number(process.env.RANDOM_SEED ?? 5));
    const environment = environmentOf(accountFacts(twoVpcs));
    const runs: Run[] = [];
    let named = 0;
    for (let round = 0; round < rounds; round++) {
      const cells = randomNames(random);
      const before = notebookOf(...cells);
      const { findings, requests } = check(before, environment);
      for (const { rule, fixes, request } of findings) {
        const span = requests[request]?.span;
        const text = span ? cells[span.cell]?.slice(span.from, span.to) : undefined;
        const job = /job-\d+/.exec(text ?? "")?.[0] ?? "";
        if (rule !== "vpc-config-missing" && rule !== "output-key-missing") continue;
        for (const { title, edits, changes } of fixes) {
          const after = editCells(before, edits);
          assert.ok(after);
          if (edits.some(({ text }) => /\b(?:ids|groups|net|key)\b/.test(text))) named += 1;
          runs.push({
            before: cells,
            after: after.cells.map(({ text }) => text),
            job,
            others: /in \d+ calls$|other jobs? as well$/.test(title),
            changes: changes.map(({ path, value }) => ({ path, value })),
          });
        }
      }
    }
    assert.ok(named > rounds / 10, `only ${named} of ${runs.length} fixes use a name`);
    const [ran, wrong] = runWith(runs);
    assert.ok(ran > runs.length / 5, `only ${ran} of ${runs.length} notebooks run to their end`);
    assert.deepEqual(wrong, []);
  });
});

interface Run {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly job: string;
  readonly changes: readonly object[];
  /** It says that it changes other calls too. */
  readonly others: boolean;
}

/** How many ran to their end, and those in which another call has changed, or the call does not get what the fix says. */
function runWith(runs: readonly Run[]): readonly [number, readonly string[]] {
  const output = execFileSync("python3", ["-c", program], {
    input: JSON.stringify(runs),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const [ran, wrong] = JSON.parse(output) as [number, string[]];
  return [ran, wrong.slice(0, 5)];
}

const program = String.raw`
import copy, json, os, sys, types
told, sys.stdout = sys.stdout, open(os.devnull, "w")
calls = []
class Estimator:
    def __init__(self, **given):
        calls.append(copy.deepcopy(given))
    def fit(self): pass
def opaque(*values):
    for value in values:
        if isinstance(value, list): value.append("sg-changed")
    return 1
for name in ("sagemaker", "sagemaker.estimator", "helpers"): sys.modules[name] = types.ModuleType(name)
sys.modules["sagemaker.estimator"].Estimator = Estimator
sys.modules["helpers"].opaque = opaque
def run(cells):
    calls.clear()
    names, problem = {"__name__": "__main__"}, None
    for cell in cells:
        # A cell that fails is left; the next one is run all the same
        try: exec(compile(cell, "cell", "exec"), names)
        except Exception as error: problem = (problem or "") + f"{type(error).__name__}: {error}; "
    return copy.deepcopy(calls), problem
parameters = {"VpcConfig.Subnets": "subnets", "VpcConfig.SecurityGroupIds": "security_group_ids", "OutputDataConfig.KmsKeyId": "output_kms_key"}
wrong, ran = [], 0
for one in json.load(sys.stdin):
    before, problem = run(one["before"])
    # What comes behind an exception is not defined
    if problem: continue
    ran += 1
    after, other = run(one["after"])
    for index, call in enumerate(before):
        mended = dict(call)
        for change in one["changes"]: mended[parameters[change["path"]]] = change["value"]
        isOther = one["others"] and index < len(after) and after[index] == mended
        if call["base_job_name"] == one["job"] or isOther: before[index] = mended
    if after != before or other != problem:
        wrong.append(f"{problem} {other}\n{before}\n{after}\n" + "\n# %%\n".join(one["before"]) + "\n--- became\n" + "\n# %%\n".join(one["after"]))
print(json.dumps([ran, wrong]), file=told)
`;
