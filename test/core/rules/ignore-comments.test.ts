import assert from "node:assert/strict";
import { check, createChecker } from "../../../core/src/check.js";
import { ignoreFix } from "../../../core/src/fixes/ignore-fix.js";
import { editCells } from "../../../core/src/notebook/apply-edits.js";
import type { Environment } from "../../../core/src/environment.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { notebookOf } from "../../support/notebooks.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(accountFacts(twoVpcs));
const rule = "security-group-in-other-vpc";
const call = (onLine = "", onFirst = "", onLast = "", onOther = "") => `\
from sagemaker.estimator import Estimator
est = Estimator(${onFirst}
    image_uri="i", role="arn:aws:iam::111122223333:role/R",${onOther}
    instance_count=1, instance_type="ml.m5.large",
    subnets=["subnet-a1"], security_group_ids=["sg-b"],${onLine}
)${onLast}
est.fit()`;

describe("a comment that keeps a finding quiet", () => {
  const comment = `  # preflight: ignore[${rule}] the two VPCs are joined`;
  const quiet: Readonly<Record<string, string>> = {
    "on its line": call(comment),
    "on the first line of its call": call("", comment),
    "on the last line of its call": call("", "", comment),
    "with several rules": call(`  # preflight: ignore[subnet-not-found, ${rule}]`),
    "after another comment": call(`  # noqa # preflight:ignore[${rule}]`),
    "in a command": `!aws sagemaker create-model --model-name m --vpc-config Subnets=subnet-a1,SecurityGroupIds=sg-b  # preflight: ignore[${rule}]`,
  };
  for (const [name, code] of Object.entries(quiet)) {
    it(`has an effect ${name}, and is counted`, () => {
      const { findings, ignored } = check(notebookOf(code), environment);
      assert.deepEqual(rules(findings), []);
      assert.deepEqual(
        ignored.map((one) => one.rule),
        [rule],
      );
    });
  }

  const heard: Readonly<Record<string, readonly [code: string, environment?: Environment]>> = {
    "on another line of the call": [call("", "", "", comment)],
    "for another rule": [call("  # preflight: ignore[subnet-not-found]")],
    "without a rule": [call("  # preflight: ignore")],
    "where the policy forbids it": [
      call(comment),
      { ...environment, policy: { ignoreComments: "forbidden" } },
    ],
    "where the machine's policy asks for the rule": [
      call(comment),
      { ...environment, policy: { bound: [rule] } },
    ],
  };
  for (const [name, [code, of = environment]] of Object.entries(heard)) {
    it(`has no effect ${name}`, () => {
      assert.deepEqual(rules(check(notebookOf(code), of).findings), [rule]);
    });
  }

  it("that has no effect is told beside the finding", () => {
    const code = call(comment);
    for (const [policy, why] of [
      [{ ignoreComments: "forbidden" }, "the team's policy forbids it"],
      [{ bound: [rule] }, "the machine's policy asks for the rule"],
    ] as const) {
      const { findings } = check(notebookOf(code), { ...environment, policy });
      const { related = [] } = findings.find((one) => one.rule === rule) ?? {};
      const { span, message } = related.at(-1) ?? { span: { from: 0, to: 0 } };
      assert.equal(code.slice(span.from, span.to), rule);
      assert.equal(message, `This comment has no effect: ${why}`);
    }
  });

  it("comes into effect and out of it again as it is written", () => {
    const checker = createChecker();
    for (const [code, expected] of [
      [call(), [rule]],
      [call(comment), []],
      [call("  # preflight: ignore[other]"), [rule]],
      [call("", "", comment), []],
      [call(), [rule]],
    ] as const)
      assert.deepEqual(rules(checker(notebookOf(code), environment).findings), expected);
  });

  const written: Readonly<Record<string, readonly [code: string, line: string]>> = {
    "at the end of the finding's line": [
      call(),
      `    subnets=["subnet-a1"], security_group_ids=["sg-b"],  # preflight: ignore[${rule}]`,
    ],
    "beside another rule": [
      call("  # preflight: ignore[x] why"),
      `    subnets=["subnet-a1"], security_group_ids=["sg-b"],  # preflight: ignore[x, ${rule}] why`,
    ],
    "where a line may have a comment": [
      `%%bash\naws sagemaker create-model --model-name m \\\n  --vpc-config Subnets=subnet-a1,SecurityGroupIds=sg-b \\\n  --region us-east-1`,
      `  --region us-east-1  # preflight: ignore[${rule}]`,
    ],
  };
  for (const [name, [code, line]] of Object.entries(written)) {
    it(`is written ${name}`, () => {
      const notebook = notebookOf(code);
      const report = check(notebook, environment);
      const finding = report.findings.find((one) => one.rule === rule);
      assert(finding !== undefined);
      const fix = ignoreFix(finding, notebook, report, environment, createChecker());
      const after = fix && editCells(notebook, fix.edits)?.cells[0]?.text;
      assert.ok(after?.split("\n").includes(line), after);
    });
  }
});

function rules(findings: readonly { readonly rule: string; readonly severity: string }[]): readonly string[] {
  return findings.filter(({ severity }) => severity === "error").map((one) => one.rule);
}
