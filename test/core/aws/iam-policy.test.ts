import assert from "node:assert/strict";
import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  IAMClient,
} from "@aws-sdk/client-iam";
import { createAccountReader } from "../../../core/aws/index.js";
import { iamPolicy } from "../../../core/scripts/iam-policy.js";
import type { Fact } from "../../../core/src/account/fact.js";
import { idOfParts } from "../../../core/src/account/id-parts.js";
import type { Question } from "../../../core/src/account/question.js";
import type { Parts, Read, Shape } from "../../../core/src/account/read.js";
import { readFor, readsTable } from "../../../core/src/account/reads.js";
import { answerInPython } from "../../support/python-reader.js";
import { startSampleAccount, withEnv, type SampleAccount } from "../../support/sample-account.js";

interface PolicyDocument {
  readonly Statement: readonly { readonly Action: readonly string[] }[];
}

/** moto can hold callers to their policies: the reads run under exactly the policy of the docs. */
describe("The IAM policy of the docs", function () {
  this.timeout(120_000); // Python and moto start slowly on a busy machine
  let sample: SampleAccount;
  let reader: Readonly<Record<string, string>>;
  let other: Readonly<Record<string, string>>;

  before(async () => {
    sample = await startSampleAccount();
    const iam = new IAMClient({
      region: sample.region,
      endpoint: sample.endpoint,
      credentials: { accessKeyId: "sample", secretAccessKey: "sample" },
    });
    const user = async (name: string, document: object) => {
      await iam.send(new CreateUserCommand({ UserName: name }));
      const created = await iam.send(
        new CreatePolicyCommand({ PolicyName: name, PolicyDocument: JSON.stringify(document) }),
      );
      await iam.send(new AttachUserPolicyCommand({ UserName: name, PolicyArn: created.Policy?.Arn }));
      const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: name }));
      return {
        ...sample.env,
        AWS_ACCESS_KEY_ID: AccessKey?.AccessKeyId ?? assert.fail(),
        AWS_SECRET_ACCESS_KEY: AccessKey?.SecretAccessKey ?? assert.fail(),
      };
    };
    const document = iamPolicy() as PolicyDocument;
    reader = await user("reader", withActions(document, motosNames));
    other = await user("other", withoutAction(document, "iam:GetRole"));
    const enforced = await fetch(`${sample.endpoint}/moto-api/reset-auth`, { method: "POST", body: "0" });
    assert.equal(enforced.status, 200);
  });
  after(() => sample.stop());

  const questions = (): readonly Question[] =>
    readsTable.reads.map((read) => ({ kind: read.kind, id: idFor(read, sample), region: sample.region }));
  const denied = (facts: readonly Fact[]): readonly string[] =>
    facts.flatMap((fact) =>
      fact.state === "unreadable" && fact.why === "denied" ? [`${fact.action}: ${fact.detail}`] : [],
    );

  it("lets each row of the table be read, by either reader", async () => {
    const asked = questions();
    const node = await withEnv(reader, () => createAccountReader().answer(asked, 60_000));
    assert.deepEqual(denied(node), []);
    assert.ok(node.filter(({ state }) => state === "present").length > asked.length / 2);
    // moto takes boto3's signature of a GET at EFS for a wrong one.
    const inPython = asked.filter((question) => readFor(question)?.service !== "elasticfilesystem");
    assert.deepEqual(denied(await answerInPython(inPython, reader, 60_000)), []);
  });

  it("is what the account goes by: without an action, its row is denied", async () => {
    const asked = questions().filter(({ kind }) => kind === "role" || kind === "user");
    const facts = await withEnv(other, () => createAccountReader().answer(asked, 60_000));
    assert.deepEqual(
      facts.map((fact) => (fact.state === "unreadable" ? `${fact.action} ${fact.why}` : fact.state)),
      ["iam:GetRole denied", "present"],
    );
  });
});

/** What AWS asks s3:ListBucket and s3:GetEncryptionConfiguration for, moto asks by the name of the operation. */
const motosNames = ["s3:HeadBucket", "s3:GetBucketEncryption"];

function withActions(document: PolicyDocument, actions: readonly string[]): object {
  return {
    ...document,
    Statement: document.Statement.map((one) => ({ ...one, Action: [...one.Action, ...actions] })),
  };
}

function withoutAction(document: PolicyDocument, action: string): object {
  return {
    ...document,
    Statement: document.Statement.map((one) => ({
      ...one,
      Action: one.Action.filter((name) => name !== action),
    })),
  };
}

/** An id that the row answers; of things that the account has, where it is easy. */
function idFor(read: Read, { ids }: SampleAccount): string {
  const { ask } = read;
  if (ask.by === "list") return "";
  if (ask.by === "parameters") return idOfParts(madeOf(ask.parameters) as Parameters<typeof idOfParts>[0]);
  const candidates = [
    ...Object.entries(ids).flatMap(([name, id]) => (name.startsWith(`${read.kind}.`) ? [id] : [])),
    ...(read.service === "s3" ? ["ml-prod-flow-logs-111122223333"] : []),
    ...(read.kind.startsWith("vpc") || /OfVpc$|Acls$/.test(read.kind) ? [ids["vpc.ml-prod"] ?? ""] : []),
    ...(read.kind.startsWith("key") ? [ids["key.training"] ?? ""] : []),
    ...(/user/i.test(read.kind) ? ["ana"] : []),
    "SageMakerTraining",
    "111122223333",
    "p-FullAWSAccess",
    "arn:aws:iam::111122223333:policy/SageMakerVpcJobs",
    "alias/aws/s3",
    "pl-00000000000000000",
    "arn:aws:sagemaker:us-east-1:111122223333:training-job/train",
  ];
  const id = candidates.find((one) => readFor({ kind: read.kind, id: one }) === read);
  return id ?? assert.fail(`no id for ${read.kind}`);
}

/** Parts of the shape, named after things of the account. */
function madeOf(shape: Shape, name = ""): unknown {
  if (shape === "text") return texts[name] ?? "SageMakerTraining";
  if (Array.isArray(shape)) return [madeOf((shape as readonly [Shape])[0], name)];
  return Object.fromEntries(Object.entries(shape as Parts).map(([part, of]) => [part, madeOf(of, part)]));
}

const texts: Readonly<Record<string, string>> = {
  PolicyName: "Data",
  PolicyArn: "arn:aws:iam::111122223333:policy/SageMakerVpcJobs",
  VersionId: "v1",
  KeyId: "1f0b7c52-6a3d-4e8f-9b21-5c7d8e9f0a1b",
  GranteePrincipal: "arn:aws:iam::111122223333:role/ml/SageMakerTraining",
  PolicySourceArn: "arn:aws:iam::111122223333:user/ana",
  ActionNames: "ec2:DescribeSubnets",
  ResourceArns: "*",
  ContextKeyName: "iam:PassedToService",
  ContextKeyType: "string",
  ContextKeyValues: "sagemaker.amazonaws.com",
};
