import assert from "node:assert/strict";
import { DeleteUserPolicyCommand, IAMClient, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { checkOverTheWire, type ReaderName } from "../../support/check-over-the-wire.js";
import { deny } from "../../support/guardrails.js";
import { policyOf } from "../../support/role-facts.js";
import { startSampleAccount, type SampleAccount } from "../../support/sample-account.js";

/** A platform team's guardrail on the caller, read over the wire: with it a job without a network is refused, with a network it is not. */
describe("The caller's guardrails, in the sample account", function () {
  this.timeout(60_000); // Python and moto start slowly on a busy machine
  let sample: SampleAccount;
  let iam: IAMClient;
  const of = { UserName: "ana", PolicyName: "MlGuardrails" };

  before(async () => {
    sample = await startSampleAccount();
    iam = new IAMClient({
      region: sample.region,
      endpoint: sample.endpoint,
      credentials: { accessKeyId: "sample", secretAccessKey: "sample" },
    });
    const both = { "sagemaker:VpcSubnets": "true", "sagemaker:VpcSecurityGroupIds": "true" };
    const document = policyOf(
      deny("InVpc", { Null: both }),
      deny("Slip", { Null: { "sagemaker:VolumeKmsKeyArm": "false" } }),
    );
    await iam.send(new PutUserPolicyCommand({ ...of, PolicyDocument: JSON.stringify(document) }));
  });
  after(async () => {
    await iam.send(new DeleteUserPolicyCommand(of));
    await sample.stop();
  });

  for (const reader of ["Node", "Python"] satisfies ReaderName[]) {
    const told = async (network: string) => {
      const code = `${boto3Prelude}
sm.create_training_job(**{**job, "RoleArn": "arn:aws:iam::111122223333:role/ml/SageMakerTraining", "ResourceConfig": resources, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}${network}})`;
      const { report } = await checkOverTheWire([code], sample, reader);
      assert.deepEqual(report.gaps, []);
      return report;
    };

    it(`refuse a job without a network, by statement and condition (${reader})`, async () => {
      const { findings } = await told("");
      const finding = findings.find(({ rule }) => rule === "request-refused-by-policy");
      assert.ok(finding);
      assert.equal(finding.severity, "error");
      assert.match(
        finding.message,
        /statement InVpc of policy MlGuardrails denies it because sagemaker:VpcSubnets is absent and sagemaker:VpcSecurityGroupIds is absent/,
      );
      const [proof] = finding.evidence;
      assert.ok(proof?.kind === "reading");
      assert.equal(proof.read.call, "iam:GetUserPolicy");
      assert.ok(!findings.some(({ rule }) => rule === "vpc-config-missing"));
      assert.ok(findings.some(({ rule }) => rule === "policy-condition-key-unknown"));
    });

    it(`have nothing to say of one with a network (${reader})`, async () => {
      const id = (name: string): string => sample.ids[name] ?? assert.fail(name);
      const { findings, verdicts } = await told(
        `, "VpcConfig": {"Subnets": ["${id("subnet.ml-prod-private-a")}"], "SecurityGroupIds": ["${id("securityGroup.sagemaker-training")}"]}`,
      );
      assert.ok(!findings.some(({ rule }) => rule === "request-refused-by-policy"));
      assert.equal(verdicts[0]?.get("request-refused-by-policy")?.state, "passes");
    });
  }
});
