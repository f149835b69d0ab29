import assert from "node:assert/strict";
import { createChecker, noEnvironment } from "../../core/src/index.js";

const start = `from sagemaker.estimator import Estimator
est = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/a:1",
    role="arn:aws:iam::111122223333:role/R",
`;
const end = `
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
est.fit("s3://b/p")
`;

/** Typed character by character into a call; what the findings may be meanwhile, but for what was there before. */
const sessions: Record<string, { readonly typed: string; readonly news: readonly string[] }> = {
  "a VPC": {
    typed: `    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"],`,
    // Half a VPC is refused, and for a while it is one
    news: ["vpc-config-incomplete"],
  },
  "a volume key": { typed: `    volume_kms_key=f"alias/{prefix}-key",`, news: [] },
  variables: { typed: "    subnets=subnets,\n    security_group_ids=groups,", news: [] },
  "a flag in a line of its own": { typed: "    encrypt_inter_container_traffic=True,  # as asked", news: [] },
};

describe("While an argument is typed into a call", () => {
  for (const [name, { typed, news }] of Object.entries(sessions)) {
    it(`the job stays, and nothing is said of ${name} that is not so`, () => {
      const check = createChecker();
      const at = (length: number) => {
        const text = start + typed.slice(0, length) + end;
        return check({ uri: "a.py", cells: [{ kind: "code", language: "python", text }] }, noEnvironment);
      };
      const before = new Set(at(0).findings.map(({ rule }) => rule));
      assert.ok(before.has("vpc-config-missing"));
      for (let length = 1; length <= typed.length; length++) {
        const { requests, findings } = at(length);
        assert.deepEqual(
          requests.map(({ operation, fields }) => [
            operation,
            fields.get("ResourceConfig.InstanceType")?.state,
          ]),
          [["CreateTrainingJob", "known"]],
          typed.slice(0, length),
        );
        const more = findings
          .map(({ rule }) => rule)
          .filter((rule) => !before.has(rule) && !news.includes(rule));
        assert.deepEqual(more, [], typed.slice(0, length));
      }
      assert.deepEqual(at(typed.length).problems, []);
    });
  }
});
