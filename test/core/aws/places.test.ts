import assert from "node:assert/strict";
import {
  CreateDomainCommand,
  CreateNotebookInstanceCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import type { ExecutionRole } from "../../../core/src/account/execution-role.js";
import { checkOverTheWire, type ReaderName } from "../../support/check-over-the-wire.js";
import { startSampleAccount, type SampleAccount } from "../../support/sample-account.js";

/** Where notebooks run, as SageMaker tells it over the wire. */
describe("Notebook instances and Studio domains of the sample account", function () {
  this.timeout(180_000); // Python and moto start slowly on a busy machine
  let sample: SampleAccount;
  let domainId: string;
  const role = (name: string) => `arn:aws:iam::${sample.account}:role/${name}`;

  before(async () => {
    sample = await startSampleAccount();
    const { region, endpoint } = sample;
    const credentials = { accessKeyId: "sample", secretAccessKey: "sample" };
    const client = new SageMakerClient({ region, endpoint, credentials });
    await client.send(
      new CreateNotebookInstanceCommand({
        NotebookInstanceName: "lab",
        InstanceType: "ml.t3.medium",
        RoleArn: role("ml/SageMakerTraining"),
        SubnetId: sample.ids["subnet.analytics-private-a"],
        SecurityGroupIds: [sample.ids["securityGroup.analytics-only"] ?? assert.fail()],
      }),
    );
    await client.send(
      new CreateNotebookInstanceCommand({
        NotebookInstanceName: "closed",
        InstanceType: "ml.t3.medium",
        RoleArn: role("ml/SageMakerTraining"),
        SubnetId: sample.ids["subnet.analytics-private-a"],
        SecurityGroupIds: [sample.ids["securityGroup.analytics-only"] ?? assert.fail()],
        DirectInternetAccess: "Disabled",
      }),
    );
    const { DomainArn } = await client.send(
      new CreateDomainCommand({
        DomainName: "studio",
        AuthMode: "IAM",
        VpcId: sample.ids["vpc.analytics"],
        SubnetIds: [sample.ids["subnet.analytics-private-a"] ?? assert.fail()],
        DefaultUserSettings: { ExecutionRole: role("OfDomain") },
      }),
    );
    domainId = DomainArn?.split("/").at(-1) ?? assert.fail();
  });
  after(() => sample.stop());

  const code = `import sagemaker
from sagemaker.estimator import Estimator
Estimator("i", sagemaker.get_execution_role(), 1, "ml.m5.large").fit()`;

  for (const reader of ["Node", "Python"] satisfies ReaderName[]) {
    const roleAt = async (executionRole: ExecutionRole): Promise<unknown> => {
      const { report } = await checkOverTheWire([code], sample, reader, { executionRole });
      const field = report.requests[0]?.fields.get("RoleArn");
      return field?.value ?? field?.why;
    };

    it(`says the role of the notebook instance (${reader})`, async () => {
      assert.equal(await roleAt({ at: { notebookInstance: "lab" } }), role("ml/SageMakerTraining"));
      assert.equal(
        await roleAt({ at: { notebookInstance: "gone" } }),
        "SageMaker did not say the notebook instance's role",
      );
    });

    it(`holds the notebook instance against what the team forbids of instances (${reader})`, async () => {
      const told = async (executionRole: ExecutionRole, directInternetAccess?: "forbidden") => {
        const policy = {
          notebookInstances: directInternetAccess === undefined ? {} : { directInternetAccess },
        };
        const { report } = await checkOverTheWire([code], sample, reader, { executionRole, policy });
        return report.findings.flatMap(({ rule, evidence }) =>
          rule === "notebook-instance-open" ? [evidence[0]?.kind] : [],
        );
      };
      assert.deepEqual(await told({ at: { notebookInstance: "lab" } }, "forbidden"), ["reading"]);
      assert.deepEqual(await told({ at: { notebookInstance: "lab" } }), []);
      assert.deepEqual(await told({ at: { notebookInstance: "closed" } }, "forbidden"), []);
    });

    it(`says the domain's role for a user who has none of their own (${reader})`, async () => {
      assert.equal(await roleAt({ at: { domainId, userProfile: "ana" } }), role("OfDomain"));
    });

    it(`says no role of a user profile that is not there (${reader})`, async () => {
      assert.match(
        String(await roleAt({ at: { domainId, userProfile: "gone" } })),
        /SageMaker did not say the user profile's role$/,
      );
    });
  }
});
