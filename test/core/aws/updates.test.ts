import assert from "node:assert/strict";
import { DeleteUserPolicyCommand, IAMClient, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { checkOverTheWire, type ReaderName } from "../../support/check-over-the-wire.js";
import { startFakeSimulator } from "../../support/fake-simulator.js";
import { deny } from "../../support/guardrails.js";
import { policyOf } from "../../support/role-facts.js";
import { startSampleAccount, type SampleAccount } from "../../support/sample-account.js";

const noRoot = deny(
  "NoRoot",
  { StringEquals: { "sagemaker:RootAccess": "Enabled" } },
  "sagemaker:UpdateNotebookInstance",
);
const tagged = deny("Tagged", { Null: { "aws:RequestTag/team": "true" } }, "sagemaker:UpdateEndpoint");
const policy = policyOf(
  { Sid: "Use", Effect: "Allow", Action: "sagemaker:*", Resource: "*" },
  noRoot,
  tagged,
);

/** With root, without it, with what it has; an endpoint. */
const updates = `import boto3
sm = boto3.client("sagemaker")
sm.update_notebook_instance(NotebookInstanceName="lab", RootAccess="Enabled")
sm.update_notebook_instance(NotebookInstanceName="lab", RootAccess="Disabled")
sm.update_notebook_instance(NotebookInstanceName="lab", InstanceType="ml.t3.medium")
sm.update_endpoint(EndpointName="live", EndpointConfigName="churn-2")`;

/** Changes of what is there, under a platform team's guardrails: read over the wire, or asked of IAM's simulator. */
describe("Updates under guardrails, in the sample account", function () {
  this.timeout(90_000); // Python and moto start slowly on a busy machine

  /** What is found of each, or its verdict. */
  const told = async (account: Pick<SampleAccount, "region" | "env">, reader: ReaderName) => {
    const { report } = await checkOverTheWire([updates], account, reader);
    return report.verdicts.map((verdicts, index) => {
      const finding = report.findings.find(
        ({ rule, request }) => rule === "request-refused-by-policy" && request === index,
      );
      const state = verdicts.get("request-refused-by-policy")?.state ?? "";
      return finding === undefined ? state : `${finding.severity}: ${finding.message}`;
    });
  };

  describe("where the caller's policies are read", () => {
    let sample: SampleAccount;
    let iam: IAMClient;
    const of = { UserName: "ana", PolicyName: "MlGuardrails" };
    before(async () => {
      sample = await startSampleAccount();
      const { region, endpoint } = sample;
      const credentials = { accessKeyId: "sample", secretAccessKey: "sample" };
      iam = new IAMClient({ region, endpoint, credentials });
      await iam.send(new PutUserPolicyCommand({ ...of, PolicyDocument: JSON.stringify(policy) }));
    });
    after(async () => {
      await iam.send(new DeleteUserPolicyCommand(of));
      await sample.stop();
    });

    for (const reader of ["Node", "Python"] satisfies ReaderName[]) {
      it(`tells what is refused, and nothing of what is left as it is (${reader})`, async () => {
        const [withRoot = "", without, asItIs, endpoint = ""] = await told(sample, reader);
        assert.match(
          withRoot,
          /^error: .*statement NoRoot of policy MlGuardrails denies it because sagemaker:RootAccess is Enabled/,
        );
        assert.equal(without, "passes");
        assert.equal(asItIs, "cannot tell");
        assert.match(endpoint, /^error: .*aws:RequestTag\/team is absent/);
      });
    }
  });

  it("where only IAM's simulator may be asked", async () => {
    const hidden = ["iam:ListUserPolicies", "iam:ListAttachedUserPolicies", "iam:ListGroupsForUser"];
    const sample = await startSampleAccount({ deny: hidden });
    const fake = await startFakeSimulator(sample.endpoint, "arn:aws:iam::111122223333:user/ana", [
      { name: "MlGuardrails", policy },
    ]);
    const account = { region: sample.region, env: { ...sample.env, AWS_ENDPOINT_URL: fake.endpoint } };
    try {
      for (const reader of ["Node", "Python"] satisfies ReaderName[]) {
        const [withRoot = "", without, asItIs, endpoint = ""] = await told(account, reader);
        assert.match(
          withRoot,
          /^error: .*IAM's simulator says that it is explicitly denied by policy MlGuardrails/,
        );
        assert.equal(without, "cannot tell");
        assert.equal(asItIs, "cannot tell");
        // It is asked about the endpoint and its configuration together
        assert.match(endpoint, /^warning: .*explicitly denied/);
      }
    } finally {
      await fake.stop();
      await sample.stop();
    }
  });
});
