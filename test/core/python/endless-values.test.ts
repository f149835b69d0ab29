import assert from "node:assert/strict";
import { check, noEnvironment } from "../../../core/src/index.js";

/** Statements that a notebook may have as often as it likes. */
const repeated: Readonly<Record<string, readonly [before: string, statement: string]>> = {
  "a text and itself": ["s = 'ab'", "s = s + s"],
  "a text in a text": ["s = 'ab'", "s = f'{s}{s}'"],
  "a formatted text": ["s = 'ab{0}'", "s = s.format(s)"],
  "a replaced letter": ["s = 'aa'", "s = s.replace('a', 'aa')"],
  "a joined text": ["s = 'ab'", "s = s.join([s] * 10)"],
  "a text in parts": ["s = 'a,b'", "s = ','.join(s.split(',') * 2)"],
  "a path": ["from pathlib import Path\ns = 'ab'\np = Path('a')", "p = p / p"],
  "a list and itself": ["s = 'ab'\na = [1]", "a = a + a"],
  "a list that is extended": ["s = 'ab'\na = [1]", "a.extend(a)"],
  "a list of two": ["s = 'ab'\na = [1]", "a = [*a, *a]"],
  "a tuple and itself": ["s = 'ab'\na = (1,)", "a = a + a"],
  "a tuple of two": ["s = 'ab'\na = (1,)", "a = (*a, *a)"],
  "a list of itself": ["s = 'ab'\na = []", "a = [a, a]"],
  "a tuple of itself": ["s = 'ab'\na = (1,)", "a = (a, a)\ns = 'x' if a == a else 'y'"],
  "rows of rows": ["s = 'ab'\na = [1]", "a = list(zip(a, a))\ns = 'x' if a == [] else 'y'"],
  "a dict of more keys": ["s = 'ab'\nd = {'k': 1}", "d = {**d, **{k + 'x': v for k, v in d.items()}}"],
};

describe("Values that would have no end", () => {
  for (const [name, [before, statement]] of Object.entries(repeated)) {
    it(`are no longer followed, and the job is read: ${name}`, () => {
      const text = `from sagemaker.estimator import Estimator
${before}
${`${statement}\n`.repeat(64)}
Estimator("i", "r", 1, "ml.m5.large", base_job_name=s, subnets=["subnet-1"], security_group_ids=["sg-1"]).fit()`;
      const cells = [{ kind: "code" as const, language: "python", text }];
      const [request, other] = check({ uri: "a.py", cells }, noEnvironment).requests;
      assert.equal(other, undefined);
      assert.deepEqual(request?.fields.get("VpcConfig.Subnets")?.value, ["subnet-1"]);
    });
  }

  it("are no longer followed, and the job is read: classes of classes of classes", () => {
    const classes = Array.from({ length: 40 }, (_, index) =>
      ["A", "B"].map((name) => `class ${name}${index + 1}(A${index}, B${index}): pass`).join("\n"),
    );
    const text = `from sagemaker.estimator import Estimator
class A0: pass
class B0: pass
${classes.join("\n")}
a = A40()
a.b()
Estimator("i", "r", 1, "ml.m5.large", base_job_name=str(a)).fit()`;
    const cells = [{ kind: "code" as const, language: "python", text }];
    assert.equal(check({ uri: "a.py", cells }, noEnvironment).requests.length, 1);
  });

  it("still hold what is in them: what is done to it later is not missed", () => {
    const text = `from sagemaker.estimator import Estimator
job = {"subnets": ["subnet-1"], "security_group_ids": ["sg-1"]}
jobs = [job]
${"jobs = jobs + jobs\n".repeat(20)}
for one in jobs:
    one["subnets"] = None
Estimator("i", "r", 1, "ml.m5.large", **job).fit()`;
    const cells = [{ kind: "code" as const, language: "python", text }];
    const [request] = check({ uri: "a.py", cells }, noEnvironment).requests;
    assert.notEqual(request?.fields.get("VpcConfig.Subnets")?.state, "known");
  });
});
