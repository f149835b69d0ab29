import { createAccountReader } from "../../core/aws/index.js";
import { FactStore } from "../../core/src/account/fact-store.js";
import { createChecker, type Environment, type Notebook, type Report } from "../../core/src/index.js";
import { groupId, keyId, startFakeAws, subnetId, type AccountSize } from "./large-account.js";
import type { Measurement } from "./measurement.js";

const small: AccountSize = { vpcs: 1, subnetsOfEach: 10, groupsOfEach: 20 };
const large: AccountSize = { vpcs: 500, subnetsOfEach: 10, groupsOfEach: 20 };

/** A typical job: three subnets, a group, two keys, a bucket and a role. */
const notebook: Notebook = {
  uri: "train.py",
  cells: [
    {
      kind: "code",
      language: "python",
      text: `from sagemaker.estimator import Estimator
Estimator(
    image_uri="image", role="arn:aws:iam::111122223333:role/training",
    instance_count=2, instance_type="ml.m5.xlarge", output_path="s3://my-bucket/out",
    subnets=${JSON.stringify([subnetId(0, 0), subnetId(0, 1), subnetId(0, 2)])},
    security_group_ids=[${JSON.stringify(groupId(0, 0))}],
    volume_kms_key="${keyId}", output_kms_key="${keyId}",
).fit()
`,
    },
  ],
};

interface Asked {
  readonly calls: number;
  readonly bytes: number;
  readonly rounds: number;
  readonly milliseconds: number;
  /** Calls of the same check again. */
  readonly again: number;
  readonly report: Report;
}

/** What one job costs in an account of 500 VPCs, 5,000 subnets and 10,000 groups; and how long with a slow AWS. */
export async function benchAccount(): Promise<readonly Measurement[]> {
  const [one, many] = [await check(small, 0), await check(large, 0)];
  const slow = await check(large, 100);
  const ratios = [many.calls / one.calls, many.bytes / one.bytes];
  const ratio = Math.max(...ratios);
  return [
    {
      what: "one job in an account of 500 VPCs, 5,000 subnets and 10,000 groups",
      of: "in one of 1 VPC",
      measured: `${many.calls} calls, ${many.bytes} bytes; a second check ${many.again} calls`,
      baseline: `${one.calls} calls, ${one.bytes} bytes`,
      ratio,
      target: "ratio ≤ 1.2, and no call for the second check",
      reached: ratio <= 1.2 && many.again === 0,
    },
    {
      what: "all facts for it, with 100 ms for each call",
      of: "without",
      measured: `${slow.rounds} rounds, ${slow.milliseconds} ms for ${slow.calls} calls`,
      baseline: `${many.rounds} rounds, ${many.milliseconds} ms`,
      ratio: slow.milliseconds / many.milliseconds,
      target: "≤ 4 rounds, ≤ 500 ms",
      reached: slow.rounds <= 4 && slow.milliseconds <= 500,
    },
  ];
}

async function check(size: AccountSize, delay: number): Promise<Asked> {
  const aws = await startFakeAws(size, delay);
  const before = { ...process.env };
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: "fake",
    AWS_SECRET_ACCESS_KEY: "fake",
    AWS_REGION: "us-east-1",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  });
  try {
    const reader = createAccountReader({ endpoint: aws.endpoint, region: "us-east-1" });
    // The SDK's packages and code are loaded at their first use: start-up is measured elsewhere
    const first = new FactStore({ reader, now: Date.now });
    await first.describe();
    await askAll(first);
    const store = new FactStore({ reader, now: Date.now });
    await store.describe();
    aws.calls.length = 0;
    const begin = Date.now();
    const { report, rounds } = await askAll(store);
    const milliseconds = Date.now() - begin;
    const { length: calls } = aws.calls;
    const bytes = aws.calls.reduce((sum, call) => sum + call.bytes, 0);
    const again = createChecker()(notebook, environmentOf(store));
    await store.ask(again.questions);
    return { calls, bytes, rounds, milliseconds, again: aws.calls.length - calls, report };
  } finally {
    process.env = before;
    await aws.stop();
  }
}

const environmentOf = ({ facts }: FactStore): Environment => ({ region: "us-east-1", facts, online: true });

/** Checks and asks in turn, as a host does. */
async function askAll(store: FactStore): Promise<{ readonly report: Report; readonly rounds: number }> {
  const checker = createChecker();
  let report = checker(notebook, environmentOf(store));
  let rounds = 0;
  while (report.questions.length > 0 && rounds < 10) {
    await store.ask(report.questions);
    rounds += 1;
    report = checker(notebook, environmentOf(store));
  }
  return { report, rounds };
}
