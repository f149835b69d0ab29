import assert from "node:assert/strict";
import { questionKey } from "../../../core/src/account/question.js";
import { check } from "../../../core/src/check.js";
import type { Finding } from "../../../core/src/report.js";
import { demandsContradict } from "../../../core/src/rules/demands-contradict.js";
import { requestRefusedByPolicy } from "../../../core/src/rules/request-refused-by-policy.js";
import { environmentOf, unreadable } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { allowAll, deny } from "../../support/guardrails.js";
import { allow, policyOf, roleFacts, type MadePrincipal } from "../../support/role-facts.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environmentFor = (Caller: MadePrincipal) => environmentOf(roleFacts(twoVpcs, { Caller }));
const denied = (...statements: readonly object[]) =>
  environmentFor({ inline: { rules: policyOf(allowAll, ...statements) } });

const lab = (more: string) => `sm.update_notebook_instance(NotebookInstanceName="lab", ${more})`;
const profile = (settings: string) =>
  `sm.update_user_profile(DomainId="d-abc", UserProfileName="ana", UserSettings={${settings}})`;
const schedule = (definition: string) =>
  `sm.update_monitoring_schedule(MonitoringScheduleName="m", MonitoringScheduleConfig={${definition}})`;
const described = (network: string) =>
  schedule(`"MonitoringJobDefinition": {
    "MonitoringInputs": [{"EndpointInput": {"EndpointName": "e", "LocalPath": "/opt/ml/processing/in"}}],
    "MonitoringOutputConfig": {"MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://b/out", "LocalPath": "/opt/ml/processing/out"}}]},
    "MonitoringResources": {"ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 9}},
    "MonitoringAppSpecification": {"ImageUri": "i"}, "RoleArn": "arn:aws:iam::111122223333:role/Training"${network}}`);
const domain = (more: string) => `sm.update_domain(DomainId="d-abc"${more})`;
const group = (more: string) =>
  `{"InstanceGroupName": "g", "InstanceCount": 1, "ExecutionRole": "arn:aws:iam::111122223333:role/Training"${more}}`;
const cluster = (more: string) => `sm.update_cluster(ClusterName="c", InstanceGroups=[${group(more)}])`;
const updates = (name: string) => `sagemaker:Update${name}`;

/** What the policies say of a change of what is there: what is sent is tested, what is left as it is nobody knows. */
describe("rules/request-refused-by-policy, of updates", () => {
  const rows: Readonly<
    Record<
      string,
      readonly [ReturnType<typeof denied>, string, "passes" | "cannot tell" | readonly [string, RegExp]]
    >
  > = {
    "a notebook instance is given root": [
      denied(
        deny("NoRoot", { StringEquals: { "sagemaker:RootAccess": "Enabled" } }, updates("NotebookInstance")),
      ),
      lab(`RootAccess="Enabled"`),
      [
        "error",
        /^This update of a notebook instance is refused "with an explicit deny in an identity-based policy": statement NoRoot of policy rules denies it because sagemaker:RootAccess is Enabled/,
      ],
    ],
    "root is taken from it": [
      denied(
        deny("NoRoot", { StringEquals: { "sagemaker:RootAccess": "Enabled" } }, updates("NotebookInstance")),
      ),
      lab(`RootAccess="Disabled"`),
      "passes",
    ],
    "its root is left as it is": [
      denied(
        deny("NoRoot", { StringEquals: { "sagemaker:RootAccess": "Enabled" } }, updates("NotebookInstance")),
      ),
      lab(`VolumeSizeInGB=50`),
      "cannot tell",
    ],
    "its root is left as it is, and the policy wants it said": [
      denied(deny("SayRoot", { Null: { "sagemaker:RootAccess": "true" } }, updates("NotebookInstance"))),
      lab(`VolumeSizeInGB=50`),
      "cannot tell",
    ],
    "its root is left as it is, and only what is said must fit": [
      denied(
        deny(
          "NoRoot",
          { StringNotEqualsIfExists: { "sagemaker:RootAccess": "Disabled" } },
          updates("NotebookInstance"),
        ),
      ),
      lab(`VolumeSizeInGB=50`),
      "cannot tell",
    ],
    "a type that is not approved": [
      denied(
        deny(
          "Types",
          { "ForAnyValue:StringNotLike": { "sagemaker:InstanceTypes": ["ml.t3.*"] } },
          updates("NotebookInstance"),
        ),
      ),
      lab(`InstanceType="ml.g5.xlarge"`),
      ["error", /sagemaker:InstanceTypes is ml.g5.xlarge, not ml.t3.\*/],
    ],
    "only the team's instances may be changed, by their tag": [
      denied(
        deny("Own", { StringNotEquals: { "aws:ResourceTag/team": "red" } }, updates("NotebookInstance")),
      ),
      lab(`InstanceType="ml.t3.medium"`),
      "cannot tell",
    ],
    "an update is to carry a tag, which none can": [
      denied(
        deny("Tagged", { Null: { "aws:RequestTag/team": "true" } }, [
          "sagemaker:Create*",
          "sagemaker:Update*",
        ]),
      ),
      lab(`InstanceType="ml.t3.medium"`),
      ["error", /aws:RequestTag\/team is absent/],
    ],
    "a statement about instances of other names": [
      environmentFor({
        inline: {
          own: allow("sagemaker:*", "arn:aws:sagemaker:*:*:notebook-instance/ana-*"),
        },
      }),
      lab(`InstanceType="ml.t3.medium"`),
      ["error", /"because no identity-based policy allows the sagemaker:UpdateNotebookInstance action"/],
    ],
    "the job's own warm pool is kept longer than it may": [
      denied(
        deny("Warm", { NumericGreaterThan: { "sagemaker:KeepAlivePeriod": "600" } }, updates("TrainingJob")),
      ),
      `sm.update_training_job(TrainingJobName="churn-1", ResourceConfig={"KeepAlivePeriodInSeconds": 3600})`,
      ["error", /^This update of a training job .* sagemaker:KeepAlivePeriod is 3600, above 600/],
    ],
    "nothing is said of the pool": [
      denied(
        deny("Warm", { NumericGreaterThan: { "sagemaker:KeepAlivePeriod": "600" } }, updates("TrainingJob")),
      ),
      `sm.update_training_job(TrainingJobName="churn-1", ProfilerConfig={"DisableProfiler": True})`,
      "cannot tell",
    ],
    "the type of a job that is there": [
      denied(
        deny(
          "Types",
          { "ForAnyValue:StringNotLike": { "sagemaker:InstanceTypes": ["ml.m5.*"] } },
          updates("TrainingJob"),
        ),
      ),
      `sm.update_training_job(TrainingJobName="churn-1", RemoteDebugConfig={"EnableRemoteDebug": True})`,
      "cannot tell",
    ],
    "remote debugging is switched on": [
      denied(deny("Debug", { Bool: { "sagemaker:EnableRemoteDebug": "true" } }, updates("TrainingJob"))),
      `sm.update_training_job(TrainingJobName="churn-1", RemoteDebugConfig={"EnableRemoteDebug": True})`,
      ["error", /sagemaker:EnableRemoteDebug is true/],
    ],
    "a user's groups are others than the approved": [
      denied(
        deny(
          "Groups",
          { "ForAnyValue:StringNotEquals": { "sagemaker:VpcSecurityGroupIds": ["sg-train"] } },
          updates("UserProfile"),
        ),
      ),
      profile(`"SecurityGroups": ["sg-open"]`),
      ["error", /^This update of a user profile .* sagemaker:VpcSecurityGroupIds is sg-open, not sg-train/],
    ],
    "a user's groups are left as they are": [
      denied(deny("Groups", { Null: { "sagemaker:VpcSecurityGroupIds": "true" } }, updates("UserProfile"))),
      profile(`"ExecutionRole": "arn:aws:iam::111122223333:role/Training"`),
      "cannot tell",
    ],
    "a domain is opened to the internet": [
      denied(
        deny(
          "Private",
          { StringEquals: { "sagemaker:AppNetworkAccessType": "PublicInternetOnly" } },
          updates("Domain"),
        ),
      ),
      domain(`, AppNetworkAccessType="PublicInternetOnly"`),
      ["error", /^This update of a domain .* sagemaker:AppNetworkAccessType is PublicInternetOnly/],
    ],
    "a domain's subnets, when only its spaces change": [
      denied(deny("InVpc", { Null: { "sagemaker:VpcSubnets": "true" } }, updates("Domain"))),
      domain(`, DefaultSpaceSettings={"ExecutionRole": "arn:aws:iam::111122223333:role/Training"}`),
      "cannot tell",
    ],
    "a domain's groups, when those of its spaces are among them": [
      denied(
        deny(
          "Groups",
          { "ForAllValues:StringNotEquals": { "sagemaker:VpcSecurityGroupIds": ["sg-train"] } },
          updates("Domain"),
        ),
      ),
      domain(
        `, DefaultUserSettings={"SecurityGroups": ["sg-open"]}, DefaultSpaceSettings={"ExecutionRole": "arn:aws:iam::111122223333:role/Training", "SecurityGroups": ["sg-train"]}`,
      ),
      "cannot tell",
    ],
    "a group of a cluster gets a type that is not approved": [
      denied(
        deny(
          "Types",
          { "ForAnyValue:StringNotLike": { "sagemaker:InstanceTypes": ["ml.m5.*"] } },
          updates("Cluster"),
        ),
      ),
      cluster(`, "InstanceType": "ml.p4d.24xlarge", "LifeCycleConfig": {}`),
      ["error", /^This update of a cluster .* sagemaker:InstanceTypes is ml.p4d.24xlarge, not ml.m5.\*/],
    ],
    "a monitoring schedule goes out of the VPC": [
      denied(deny("InVpc", { Null: { "sagemaker:VpcSubnets": "true" } }, updates("MonitoringSchedule"))),
      described(""),
      "cannot tell",
    ],
    "a monitoring schedule goes into another subnet than the approved": [
      denied(
        deny(
          "Ours",
          { "ForAnyValue:StringNotEquals": { "sagemaker:VpcSubnets": ["subnet-a1"] } },
          updates("MonitoringSchedule"),
        ),
      ),
      described(
        `, "NetworkConfig": {"VpcConfig": {"Subnets": ["subnet-b"], "SecurityGroupIds": ["sg-train"]}}`,
      ),
      ["error", /sagemaker:VpcSubnets is subnet-b, not subnet-a1/],
    ],
    "a monitoring schedule names a definition, which has the network": [
      denied(
        deny("InVpc", { Null: { "sagemaker:VpcSubnets": "true" } }, [
          "sagemaker:CreateMonitoringSchedule",
          "sagemaker:UpdateMonitoringSchedule",
        ]),
      ),
      schedule(`"MonitoringJobDefinitionName": "d", "MonitoringType": "DataQuality"`),
      "cannot tell",
    ],
    "an endpoint that may not be changed": [
      denied({
        Sid: "Live",
        Effect: "Deny",
        Action: "sagemaker:UpdateEndpoint",
        Resource: "arn:aws:sagemaker:*:*:endpoint/live-*",
      }),
      `sm.update_endpoint(EndpointName="live-churn", EndpointConfigName="churn-2")`,
      ["error", /^This update of an endpoint .* statement Live of policy rules denies it$/],
    ],
    "an endpoint that is given a configuration which may not be used": [
      denied({
        Sid: "Old",
        Effect: "Deny",
        Action: "sagemaker:*Endpoint",
        Resource: "arn:aws:sagemaker:*:*:endpoint-config/old-*",
      }),
      `sm.update_endpoint(EndpointName="live-churn", EndpointConfigName="old-2")`,
      [
        "warning",
        /statement Old of policy rules denies it \(AWS's service authorization reference has it ask for arn:aws:sagemaker:us-east-1:111122223333:endpoint-config\/old-2 too\)$/,
      ],
    ],
    "an endpoint and its configuration, both allowed by name": [
      environmentFor({
        inline: {
          own: allow("sagemaker:*Endpoint", [
            "arn:aws:sagemaker:us-east-1:111122223333:endpoint/live-churn",
            "arn:aws:sagemaker:us-east-1:111122223333:endpoint-config/churn-2",
          ]),
        },
      }),
      `sm.update_endpoint(EndpointName="live-churn", EndpointConfigName="churn-2")`,
      "passes",
    ],
    "a version of a model, of which the reference leaves open what it is": [
      environmentFor({ inline: { own: allow("sagemaker:*", "arn:aws:sagemaker:*:*:model-package/*") } }),
      `sm.create_model_package(ModelPackageGroupName="g")`,
      "cannot tell",
    ],
    "an app of a space, whose ARN has another name in it": [
      environmentFor({ inline: { own: allow("sagemaker:*", "arn:aws:sagemaker:*:*:app/*/ana/*") } }),
      `sm.create_app(DomainId="d-1", SpaceName="s", AppType="JupyterLab", AppName="default")`,
      "cannot tell",
    ],
    "an app of a user": [
      environmentFor({ inline: { own: allow("sagemaker:*", "arn:aws:sagemaker:*:*:app/*/ana/*") } }),
      `sm.create_app(DomainId="d-1", UserProfileName="ana", AppType="JupyterLab", AppName="default")`,
      "passes",
    ],
    "a pipeline that nothing allows to change": [
      environmentFor({ inline: { own: allow("sagemaker:Create*") } }),
      `sm.update_pipeline(PipelineName="nightly", PipelineDescription="d")`,
      ["error", /^This update of a pipeline is refused "because no identity-based policy allows/],
    ],
    "a pipeline that may not be started": [
      denied({ Sid: "No", Effect: "Deny", Action: "sagemaker:StartPipelineExecution", Resource: "*" }),
      `sm.start_pipeline_execution(PipelineName="nightly")`,
      ["error", /^This run of a pipeline .* statement No of policy rules denies it$/],
    ],
  };
  for (const [name, [environment, code, expected]] of Object.entries(rows)) {
    it(name, () => {
      const { findings, verdicts, requests } = check(notebook(boto3Prelude, code), environment);
      const found = findings.filter(({ rule }) => rule === requestRefusedByPolicy.id);
      if (typeof expected === "string") {
        assert.deepEqual(
          found.map(({ message }) => message),
          [],
        );
        assert.equal(verdicts[0]?.get(requestRefusedByPolicy.id)?.state, expected, requests[0]?.operation);
        return;
      }
      const [severity, message] = expected;
      assert.equal(found.length, 1, found.map((one) => one.message).join("\n"));
      assert.match(found[0]?.message ?? "", message);
      assert.equal(found[0]?.severity, severity);
    });
  }

  it("offers what the policy takes", () => {
    const [finding] = findingsIn(
      lab(`RootAccess="Enabled"`),
      denied(deny("NoRoot", { StringEquals: { "sagemaker:RootAccess": "Enabled" } }, "sagemaker:*")),
    );
    assert.equal(finding?.fixes[0]?.title, "Set RootAccess to Disabled, which the policy names");
  });

  it("says of a statement that no update can satisfy that the statement is wrong", () => {
    const report = check(
      notebook(boto3Prelude, lab(`InstanceType="ml.t3.medium"`)),
      denied(deny("InVpc", { Null: { "sagemaker:VpcSubnets": "true" } }, "sagemaker:*")),
    );
    const said = report.findings.filter(({ rule }) => rule === demandsContradict.id);
    assert.match(
      said[0]?.message ?? "",
      /UpdateNotebookInstance never carries sagemaker:VpcSubnets.*must not list sagemaker:UpdateNotebookInstance/,
    );
  });

  it("judges the update that an SDK's deploy makes", () => {
    const code = `model = Model(image_uri="i", model_data="s3://b/m.tar.gz", role=job["role"])
model.deploy(initial_instance_count=1, instance_type="ml.m5.large", endpoint_name="live-churn", update_endpoint=True)`;
    const prelude = `${estimatorPrelude}\nfrom sagemaker.model import Model\n`;
    const { findings, requests } = check(
      notebook(prelude, code),
      denied({ Sid: "Live", Effect: "Deny", Action: updates("Endpoint"), Resource: "*" }),
    );
    const of = requests.findIndex(({ operation }) => operation === "UpdateEndpoint");
    assert.ok(of >= 0);
    assert.ok(findings.some(({ rule, request }) => rule === requestRefusedByPolicy.id && request === of));
  });

  it("asks IAM's simulator with what the update sends, where the policies cannot be read", () => {
    const facts = new Map(roleFacts(twoVpcs, { Caller: { inline: { rules: policyOf(allowAll) } } }));
    const hidden = { kind: "userPolicyNames", id: "tester", region: "us-east-1" } as const;
    facts.set(questionKey(hidden), unreadable(hidden, "denied"));
    const code = lab(`InstanceType="ml.t3.medium"`);
    const { questions } = check(notebook(boto3Prelude, code), environmentOf(facts));
    const question = questions.find(({ kind }) => kind === "simulation");
    assert.ok(question);
    const asked = JSON.parse(question.id) as Readonly<Record<string, unknown>>;
    assert.deepEqual(asked.ActionNames, ["sagemaker:UpdateNotebookInstance"]);
    assert.deepEqual(asked.ResourceArns, ["arn:aws:sagemaker:us-east-1:111122223333:notebook-instance/lab"]);
    const names = (asked.ContextEntries as readonly { readonly ContextKeyName: string }[]).map(
      ({ ContextKeyName }) => ContextKeyName,
    );
    assert.deepEqual(names, [
      "sagemaker:InstanceTypes",
      "aws:RequestedRegion",
      "aws:SecureTransport",
      "aws:ViaAWSService",
    ]);
    const answered = (...MissingContextValues: readonly string[]) => {
      const read = {
        call: "iam:SimulatePrincipalPolicy",
        account: "111122223333",
        region: "us-east-1",
        readAt: 0,
      };
      const result = {
        EvalActionName: "sagemaker:UpdateNotebookInstance",
        EvalDecision: "explicitDeny",
        MatchedStatements: [{ SourcePolicyId: "guardrails" }],
        MissingContextValues,
      };
      facts.set(questionKey(question), { state: "present", value: [result], read });
      return findingsIn(code, environmentOf(facts));
    };
    assert.equal(answered()[0]?.severity, "error");
    // It cannot have come of what no such request carries, and may have come of what the update leaves as it is
    assert.equal(answered("sagemaker:VpcSubnets").length, 1);
    assert.deepEqual(answered("sagemaker:RootAccess"), []);
  });
});

function findingsIn(code: string, environment: ReturnType<typeof denied>): readonly Finding[] {
  return check(notebook(boto3Prelude, code), environment).findings.filter(
    ({ rule }) => rule === requestRefusedByPolicy.id,
  );
}

function notebook(...texts: readonly string[]) {
  return {
    uri: "test.ipynb",
    cells: texts.map((text) => ({ kind: "code" as const, language: "python", text })),
  };
}
