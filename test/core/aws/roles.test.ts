import assert from "node:assert/strict";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { checkOverTheWire, type ReaderName } from "../../support/check-over-the-wire.js";
import { startSampleAccount, type SampleAccount } from "../../support/sample-account.js";

const arn = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const training = arn("ml/SageMakerTraining");

/** Whether jobs may do what they need, judged on the answers of an account over the wire. */
describe("Roles, the caller and keys of the sample account", function () {
  this.timeout(60_000); // Python and moto start slowly on a busy machine
  let sample: SampleAccount;
  let closedKey: string;

  before(async () => {
    sample = await startSampleAccount();
    const kms = new KMSClient({
      region: sample.region,
      endpoint: sample.endpoint,
      credentials: { accessKeyId: "sample", secretAccessKey: "sample" },
    });
    const { KeyMetadata } = await kms.send(
      new CreateKeyCommand({
        KeySpec: "SYMMETRIC_DEFAULT",
        KeyUsage: "ENCRYPT_DECRYPT",
        Policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "Admins",
              Effect: "Allow",
              Principal: { AWS: arn("ReportingLambda") },
              Action: "kms:*",
              Resource: "*",
            },
          ],
        }),
      }),
    );
    closedKey = KeyMetadata?.Arn ?? assert.fail();
  });
  after(() => sample.stop());

  const idOf = (name: string): string => sample.ids[name] ?? assert.fail(`there is no ${name}`);

  for (const reader of ["Node", "Python"] satisfies ReaderName[]) {
    const told = async (
      role: string,
      { output, volume }: { readonly output?: string; readonly volume?: string } = {},
    ) => {
      const key = (name: string, id: string | undefined) => (id === undefined ? "" : `, "${name}": "${id}"`);
      const network = `{"Subnets": ["${idOf("subnet.ml-prod-private-a")}"], "SecurityGroupIds": ["${idOf("securityGroup.sagemaker-training")}"]}`;
      const code = `${boto3Prelude}
sm.create_training_job(**{
    **job,
    "RoleArn": "${role}",
    "OutputDataConfig": {"S3OutputPath": "s3://ml-data/out"${key("KmsKeyId", output)}},
    "ResourceConfig": {**resources${key("VolumeKmsKeyId", volume)}},
    "VpcConfig": ${network},
})`;
      const { report, rounds } = await checkOverTheWire([code], sample, reader);
      assert.deepEqual(report.gaps, []);
      assert.ok(rounds.length <= 5, `${rounds.length} rounds`); // one of them for who the caller is, which a host knows
      const questions = rounds.flat().length;
      assert.ok(questions <= 60, `${questions} questions`);
      const ofRoles = /^(?:role-|key-policy-|caller-)/;
      const open = [...(report.verdicts[0] ?? [])].filter(
        ([rule, { state }]) => ofRoles.test(rule) && state === "cannot tell",
      );
      assert.deepEqual(open, []);
      return report.findings.flatMap(({ rule, severity, evidence }) => {
        if (!ofRoles.test(rule)) return [];
        assert.ok(
          evidence.some((one) => one.kind === "reading" && one.read.account === "111122223333"),
          rule,
        );
        return [`${severity} ${rule}`];
      });
    };

    it(`has nothing to say of a role that may do all that its job needs (${reader})`, async () => {
      const output = idOf("key.output");
      assert.deepEqual(await told(training, { output, volume: idOf("key.training") }), []);
    });

    it(`tells the role that is not there, and the one with another path (${reader})`, async () => {
      assert.deepEqual(await told(arn("ml/SageMakerTrainig")), ["error role-not-found"]);
      assert.deepEqual(await told(arn("SageMakerTraining")), [
        "error role-not-found",
        "error role-not-passable",
      ]);
    });

    it(`tells the role that SageMaker cannot take on, and that may not be passed (${reader})`, async () => {
      assert.deepEqual(await told(arn("ReportingLambda")), [
        "warning role-lacks-ecr-access",
        "error role-not-assumable",
        "error role-not-passable",
        "warning role-lacks-s3-access",
      ]);
    });

    it(`tells the role without network interfaces, bucket and key (${reader})`, async () => {
      const output = idOf("key.output");
      assert.deepEqual(await told(arn("SageMakerNoVpc"), { output, volume: idOf("key.training") }), [
        "warning role-lacks-ecr-access",
        "error role-not-passable",
        "error role-lacks-vpc-actions",
        "warning role-lacks-s3-access",
        "error role-lacks-kms-access",
        "error caller-lacks-grant",
      ]);
    });

    it(`tells the key whose own policy is in the way (${reader})`, async () => {
      assert.deepEqual(await told(training, { output: closedKey }), ["error key-policy-denies-role"]);
    });
  }

  it("says which permissions are missing, and no more than that, where IAM may not be read", async () => {
    const denied = await startSampleAccount({ deny: ["iam", "organizations", "kms:GetKeyPolicy"] });
    try {
      const code = `${boto3Prelude}\nsm.create_training_job(**{**job, "RoleArn": "${training}"})`;
      for (const reader of ["Node", "Python"] satisfies ReaderName[]) {
        const { report } = await checkOverTheWire([code], denied, reader);
        const ofRoles = report.findings.filter(({ rule }) => /^(?:role-|key-policy-|caller-)/.test(rule));
        assert.deepEqual(ofRoles, []);
        assert.deepEqual(
          report.gaps.map(({ action, why }) => `${action} ${why}`).filter((gap) => !gap.startsWith("s3:")),
          [
            "iam:GetUser denied",
            "iam:ListUserPolicies denied",
            "iam:ListAttachedUserPolicies denied",
            "iam:ListGroupsForUser denied",
            "iam:SimulatePrincipalPolicy denied",
            "iam:GetRole denied",
          ],
        );
        assert.equal(report.verdicts[0]?.get("role-not-passable")?.state, "cannot tell");
      }
    } finally {
      await denied.stop();
    }
  });
});
