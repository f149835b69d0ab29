import assert from "node:assert/strict";
import {
  AttachPolicyCommand,
  CreatePolicyCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { checkOverTheWire, type ReaderName } from "../../support/check-over-the-wire.js";
import { deny } from "../../support/guardrails.js";
import { policyOf } from "../../support/role-facts.js";
import { startSampleAccount, type SampleAccount } from "../../support/sample-account.js";

/** A service control policy on the root of the organization, read over the wire. */
describe("The organization's guardrails, in the sample account", function () {
  this.timeout(60_000); // Python and moto start slowly on a busy machine
  let sample: SampleAccount;

  before(async () => {
    sample = await startSampleAccount();
    const client = new OrganizationsClient({
      region: sample.region,
      endpoint: sample.endpoint,
      credentials: { accessKeyId: "sample", secretAccessKey: "sample" },
    });
    const { Roots: [root] = [] } = await client.send(new ListRootsCommand({}));
    const type = "SERVICE_CONTROL_POLICY";
    await client.send(new EnablePolicyTypeCommand({ RootId: root?.Id, PolicyType: type }));
    const content = policyOf(deny("InVpc", { Null: { "sagemaker:VpcSubnets": "true" } }));
    const { Policy: policy } = await client.send(
      new CreatePolicyCommand({
        Name: "org-guardrails",
        Description: "Jobs run in a VPC",
        Type: type,
        Content: JSON.stringify(content),
      }),
    );
    await client.send(new AttachPolicyCommand({ PolicyId: policy?.PolicySummary?.Id, TargetId: root?.Id }));
  });
  after(() => sample.stop());

  for (const reader of ["Node", "Python"] satisfies ReaderName[]) {
    const told = async (network: string) => {
      const code = `${boto3Prelude}
sm.create_training_job(**{**job, "RoleArn": "arn:aws:iam::111122223333:role/ml/SageMakerTraining", "ResourceConfig": resources, "StoppingCondition": {"MaxRuntimeInSeconds": 3600}${network}})`;
      const { report } = await checkOverTheWire([code], sample, reader);
      return report;
    };

    it(`refuse a job without a network, in every account but the management account (${reader})`, async () => {
      const { findings, gaps } = await told("");
      assert.deepEqual(gaps, []);
      const finding = findings.find(({ rule }) => rule === "request-refused-by-policy");
      assert.ok(finding, JSON.stringify(findings.map(({ rule }) => rule)));
      assert.equal(finding.severity, "warning");
      assert.match(
        finding.message,
        /statement InVpc of service control policy org-guardrails .*management account/,
      );
      assert.deepEqual(
        finding.evidence.flatMap((proof) => (proof.kind === "reading" ? [proof.read.call] : [])),
        ["organizations:DescribePolicy"],
      );
    });

    it(`have nothing to say of one with a network (${reader})`, async () => {
      const id = (name: string): string => sample.ids[name] ?? assert.fail(name);
      const { findings } = await told(
        `, "VpcConfig": {"Subnets": ["${id("subnet.ml-prod-private-a")}"], "SecurityGroupIds": ["${id("securityGroup.sagemaker-training")}"]}`,
      );
      assert.ok(!findings.some(({ rule }) => rule === "request-refused-by-policy"));
    });
  }
});
