import { createAccountReader } from "../../core/aws/index.js";
import { CheckSession } from "../../core/cli/check-session.js";
import type { AccountReader } from "../../core/src/account/account-reader.js";
import type { Question } from "../../core/src/account/question.js";
import { createChecker, type Notebook } from "../../core/src/index.js";
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
  /** The longest chain of questions that wait for each other's answers, who the caller is among them. */
  readonly rounds: number;
  readonly milliseconds: number;
  /** Calls of the same check again. */
  readonly again: number;
}

/** What one job costs in an account of 500 VPCs, 5,000 subnets and 10,000 groups; and how long with a slow AWS. */
export async function benchAccount(): Promise<readonly Measurement[]> {
  const [one, many] = [await check(small, 0), await check(large, 0)];
  const ratios = [many.calls / one.calls, many.bytes / one.bytes];
  const ratio = Math.max(...ratios);
  const slow = async (size: AccountSize, what: string) => {
    const [without, delayed] = [await check(size, 0), await check(size, 100)];
    return {
      what,
      of: "without",
      measured: `${delayed.rounds} rounds, ${delayed.milliseconds} ms for ${delayed.calls} calls`,
      baseline: `${without.rounds} rounds, ${without.milliseconds} ms`,
      ratio: delayed.milliseconds / without.milliseconds,
      target: "≤ 4 rounds, ≤ 500 ms",
      reached: delayed.rounds <= 4 && delayed.milliseconds <= 500,
    };
  };
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
    await slow(large, "all facts for it, who asks included, with 100 ms for each call"),
    await slow({ ...large, readsPolicies: true }, "the same, where the caller may read roles and policies"),
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
    await sessionOf(reader).check([notebook], { withChoices: false });
    const counted = countRounds(reader);
    const session = sessionOf(counted.reader);
    aws.calls.length = 0;
    const begin = performance.now();
    await session.check([notebook], { withChoices: false });
    const milliseconds = Math.round(performance.now() - begin);
    const { length: calls } = aws.calls;
    const bytes = aws.calls.reduce((sum, call) => sum + call.bytes, 0);
    await session.check([notebook], { withChoices: false });
    return { calls, bytes, rounds: counted.rounds(), milliseconds, again: aws.calls.length - calls };
  } finally {
    process.env = before;
    await aws.stop();
  }
}

/** As the command line checks. */
function sessionOf(reader: AccountReader): CheckSession {
  return new CheckSession({
    createChecker,
    openAccount: () => Promise.resolve(reader),
    region: "us-east-1",
    now: Date.now,
  });
}

/** What is asked after an answer was there may have waited for it. */
function countRounds(reader: AccountReader) {
  let [answered, most] = [0, 0];
  const count = async <T>(asking: Promise<T>): Promise<T> => {
    const round = answered + 1;
    most = Math.max(most, round);
    const answer = await asking;
    answered = Math.max(answered, round);
    return answer;
  };
  return {
    reader: {
      describe: () => count(reader.describe()),
      answer: (questions: readonly Question[], deadline: number) => count(reader.answer(questions, deadline)),
    },
    rounds: () => most,
  };
}
