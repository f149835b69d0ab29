import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAccountReader } from "../../../core/aws/index.js";
import type { Fact } from "../../../core/src/account/fact.js";
import { objectsUnderId } from "../../../core/src/account/objects-under-id.js";
import { imageId, repositoryId, repositoryPolicyId } from "../../../core/src/account/image-ids.js";
import { userProfileId } from "../../../core/src/account/inventory-places.js";
import { describedId, describedJobs } from "../../../core/src/account/described-jobs.js";
import * as inventory from "../../../core/src/account/inventory.js";
import { idOfParts } from "../../../core/src/account/id-parts.js";
import { questionKey, type Question } from "../../../core/src/account/question.js";
import { readsTable } from "../../../core/src/account/reads.js";
import { answerInPython } from "../../support/python-reader.js";
import {
  startSampleAccount,
  withEnv,
  type SampleAccount,
  type SampleAccountFaults,
} from "../../support/sample-account.js";
import { submitJobs } from "../../support/submitted-jobs.js";

const region = "us-east-1";
const ask = (kind: Question["kind"], id = "", of = region): Question => ({ kind, id, region: of });

describe("The Node reader, asking the sample account", () => {
  let sample: SampleAccount;
  before(async function () {
    this.timeout(60_000); // Python and moto start slowly on a busy machine
    sample = await startSampleAccount();
    await withEnv(sample.env, () => submitJobs(sample));
  });
  after(() => sample.stop());

  const answer = (questions: readonly Question[], deadline = 15_000): Promise<readonly Fact[]> =>
    withEnv(sample.env, () => createAccountReader().answer(questions, deadline));
  const idOf = (name: string): string => {
    const id = sample.ids[name];
    assert.ok(id !== undefined, `the sample account has no ${name}`);
    return id;
  };
  const one = async (question: Question): Promise<Fact> => {
    const [fact] = await answer([question]);
    assert.ok(fact);
    return fact;
  };

  it("says who is asked, where, and that it is not AWS", async () => {
    const description = await withEnv(sample.env, () => createAccountReader().describe());
    const who = inventory.identityOf(description.identity);
    assert.equal(who.state === "present" && who.value.account, "111122223333");
    assert.equal(description.region, region);
    assert.equal(description.endpoint, sample.endpoint);
    assert.equal(description.profile, undefined);
  });

  it("sees a profile that was written after it was first asked with", async () => {
    const folder = mkdtempSync(join(tmpdir(), "preflight-config-"));
    const config = join(folder, "config");
    const own = { AWS_CONFIG_FILE: config, AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };
    const where = { ...sample.env, ...own, AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined };
    const team = "[profile team]\nregion = eu-west-1\n";
    const keys = "aws_access_key_id = sample\naws_secret_access_key = sample\n";
    const describeTeam = () => withEnv(where, () => createAccountReader({ profile: "team" }).describe());
    try {
      writeFileSync(config, team.replace("team", "other"));
      const before = await describeTeam();
      writeFileSync(config, team + keys);
      const after = await describeTeam();
      assert.deepEqual(
        [before, after].map(({ identity, region: named }) => [identity.state, named]),
        [
          ["unreadable", undefined],
          ["present", "eu-west-1"],
        ],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("answers each question of a batch by itself, in the order asked", async () => {
    const asked = [
      ask("subnet", idOf("subnet.analytics-private-a")),
      ask("subnet", "subnet-00000000000000000"),
      ask("subnet", idOf("subnet.ml-prod-private-a")),
      ask("securityGroup", idOf("securityGroup.sagemaker-training")),
      ask("securityGroup", "sg-00000000000000000"),
    ];
    const facts = await answer(asked);
    assert.deepEqual(
      facts.map(({ state }) => state),
      ["present", "absent", "present", "present", "absent"],
    );
    const known = new Map(
      asked.map((question, index) => [questionKey(question), facts[index] ?? assert.fail()]),
    );
    const subnet = inventory.subnet(known, idOf("subnet.ml-prod-private-a"), region);
    assert.ok(subnet?.state === "present");
    assert.equal(subnet.value.vpcId, idOf("vpc.ml-prod"));
    assert.equal(subnet.value.availabilityZone, "us-east-1a");
    assert.equal(subnet.value.tags.Name, "ml-prod-private-a");
    assert.deepEqual(
      { ...subnet.read, readAt: 0 },
      { call: "ec2:DescribeSubnets", account: "111122223333", region, readAt: 0 },
    );
    const group = inventory.securityGroup(known, idOf("securityGroup.sagemaker-training"), region);
    assert.ok(group?.state === "present");
    assert.deepEqual(
      group.value.ingress.flatMap(({ groupIds }) => groupIds),
      [idOf("securityGroup.sagemaker-training")],
    );
  });

  it("asks 450 ids in batches", async () => {
    const ids = Array.from({ length: 449 }, (_, index) => `subnet-${index.toString(16).padStart(17, "0")}`);
    const facts = await answer([...ids, idOf("subnet.ml-prod-public-a")].map((id) => ask("subnet", id)));
    assert.equal(facts.filter(({ state }) => state === "absent").length, 449);
    assert.equal(facts.at(-1)?.state, "present");
  });

  it("knows the VPCs that a group is associated with besides its own", async () => {
    const questions = ["analytics", "notebooks"].map((name) =>
      ask("securityGroupVpcs", idOf(`securityGroup.${name}`)),
    );
    const [shared, own] = await answer(questions);
    assert.ok(shared?.state === "present" && own?.state === "present");
    assert.deepEqual(
      (shared.value as { VpcId: string }[]).map(({ VpcId }) => VpcId),
      [idOf("vpc.ml-prod")],
    );
    assert.deepEqual(own.value, []);
  });

  it("describes keys by id, ARN, alias and alias ARN", async () => {
    const arn = `arn:aws:kms:us-east-1:111122223333`;
    const names = [idOf("key.training"), `${arn}:key/${idOf("key.training")}`, "alias/sagemaker-training"];
    const facts = await answer([...names, `${arn}:alias/sagemaker-training`].map((id) => ask("key", id)));
    assert.deepEqual(
      facts.map((fact) => fact.state === "present" && (fact.value as { KeyId: string }).KeyId),
      Array.from({ length: 4 }, () => idOf("key.training")),
    );
  });

  it("knows the state, kind and deletion date of a key", async () => {
    const questions = ["disabled", "deleted", "signing", "multiRegion"].map((name) =>
      ask("key", idOf(`key.${name}`)),
    );
    const facts = await answer(questions);
    const known = new Map(
      questions.map((question, index) => [questionKey(question), facts[index] ?? assert.fail()]),
    );
    const keys = questions.map(({ id }) => {
      const key = inventory.key(known, id, region);
      assert.ok(key?.state === "present");
      return key.value;
    });
    assert.deepEqual(
      keys.map(({ keyState }) => keyState),
      ["Disabled", "PendingDeletion", "Enabled", "Enabled"],
    );
    assert.match(keys[1]?.deletionDate ?? "", /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    assert.equal(keys[2]?.keySpec, "RSA_2048");
    assert.deepEqual(keys[3]?.regions, ["us-east-1"]);
    assert.equal(keys[3].multiRegionKeyType, "PRIMARY");
  });

  it("finds a key only in its own region", async () => {
    assert.equal((await one(ask("key", idOf("key.ireland")))).state, "absent");
    assert.equal((await one(ask("key", idOf("key.ireland"), "eu-west-1"))).state, "present");
  });

  it("looks AWS's own aliases up in the list: DescribeKey could create the key", async () => {
    const managed = await one(ask("key", "alias/aws/s3")); // the sample account refuses DescribeKey for it
    assert.equal(managed.read.call, "kms:ListAliases");
    assert.equal(managed.state, "present");
    assert.equal((await one(ask("key", "alias/aws/nothing"))).state, "absent");
    const byArn = await one(ask("key", "arn:aws:kms:us-east-1:111122223333:alias/aws/ebs"));
    assert.equal(byArn.state, "present");
  });

  for (const kind of [
    "subnets",
    "securityGroups",
    "routeTables",
    "vpcs",
    "vpcEndpoints",
    "keys",
    "aliases",
  ] as const) {
    it(`lists ${kind}`, async () => {
      const question = ask(kind);
      const facts = new Map([[questionKey(question), await one(question)]]);
      const list = kind === "keys" ? inventory.keyIds(facts, region) : inventory[kind](facts, region);
      assert.ok(list?.state === "present", JSON.stringify(list));
      assert.ok(list.value.length > 0);
    });
  }

  it("tells the routes of the private subnets", async () => {
    const question = ask("routeTables");
    const tables = inventory.routeTables(new Map([[questionKey(question), await one(question)]]), region);
    assert.ok(tables?.state === "present");
    const table = tables.value.find(({ subnetIds }) => subnetIds.includes(idOf("subnet.ml-prod-private-a")));
    assert.deepEqual(
      table?.routes.map(({ target }) => target),
      ["local", idOf("natGateway.ml-prod"), idOf("vpcEndpoint.ml-prod-s3")],
    );
  });

  it("does not ask what is no question", async () => {
    const facts = await answer([
      ask("subnet", "subnet-1", "evil.example/"),
      ask("subnet"),
      ask("vpcs", "an id"),
      { kind: "users" as "keys", id: "", region },
    ]);
    assert.ok(facts.every((fact) => fact.state === "unreadable" && fact.why === "failed"));
  });

  it("tells a role with its trust and its policies, as texts of IAM's", async () => {
    const [role, names, attached, inline] = await answer([
      ask("role", "SageMakerTraining"),
      ask("rolePolicyNames", "SageMakerTraining"),
      ask("attachedRolePolicies", "SageMakerTraining"),
      ask("rolePolicy", idOfParts({ RoleName: "SageMakerTraining", PolicyName: "Data" })),
    ]);
    assert.ok(role?.state === "present" && inline?.state === "present");
    const { Arn, Path, AssumeRolePolicyDocument } = role.value as Record<string, string>;
    assert.deepEqual([Arn, Path], ["arn:aws:iam::111122223333:role/ml/SageMakerTraining", "/ml/"]);
    assert.match(AssumeRolePolicyDocument ?? "", /sagemaker\.amazonaws\.com/);
    assert.deepEqual(names?.state === "present" && names.value, ["Data"]);
    assert.deepEqual(attached?.state === "present" && attached.value, [
      { PolicyName: "SageMakerVpcJobs", PolicyArn: "arn:aws:iam::111122223333:policy/SageMakerVpcJobs" },
    ]);
    assert.match((inline.value as Record<string, string>).PolicyDocument ?? "", /s3(:|%3A)PutObject/);
  });

  it("prints no warning about the Node version, and leaves the environment as it was", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): void => {
      warnings.push(warning);
    };
    process.on("warning", note);
    await one(ask("identity"));
    process.off("warning", note);
    assert.deepEqual(warnings, []);
    assert.equal(process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED, undefined);
  });

  it("gives the same facts as the Python reader, to every kind of question", async function () {
    this.timeout(60_000);
    const ofVpc = [
      "vpc",
      "vpcRouteTables",
      "endpointsOfVpc",
      "networkAcls",
      "vpcDnsSupport",
      "vpcDnsHostnames",
    ];
    const questions: Question[] = [
      ...Object.entries(sample.ids).flatMap(([name, id]) => {
        if (name.startsWith("subnet.")) return [ask("subnet", id)];
        if (name.startsWith("securityGroup."))
          return [ask("securityGroup", id), ask("securityGroupVpcs", id)];
        if (name.startsWith("vpc."))
          return [...ofVpc, "flowLogs"].map((kind) => ask(kind as Question["kind"], id));
        if (name.startsWith("natGateway.")) return [ask("natGateway", id)];
        return name.startsWith("key.") ? [ask("key", id)] : [];
      }),
      ...ofVpc.map((kind) => ask(kind as Question["kind"], "vpc-00000000000000000")),
      ask("natGateway", "nat-00000000000000000"),
      ask("dhcpOptions", "dopt-00000000000000000"),
      ...["s3", "none"].map((service) => ask("prefixList", `com.amazonaws.${region}.${service}`)),
      ask("prefixListEntries", "pl-00000000000000000"),
      ...["m5.xlarge", "p4d.24xlarge", "none.large"].flatMap((name) => [
        ask("instanceType", name),
        ask("instanceTypeZones", name),
      ]),
      ...["alias/aws/s3", "alias/aws/nothing", "alias/nothing", "alias/sagemaker-output"].map((id) =>
        ask("key", id),
      ),
      ask("subnet", "subnet-00000000000000000"),
      ask("identity"),
      ...describedJobs.flatMap((job) => {
        const id = describedId(job, job.within === undefined ? "nothing" : "d-nothing/nothing");
        return id === undefined ? [] : [ask(job.kind, id)];
      }),
      ask("trainingJob", "in-private-subnet"),
      ask("recentTrainingJobs"),
      ask("processingJob", "clean"),
      ask("tuningJob", "tune"),
      ask("transformJob", "score"),
      ask("model", "scorer"),
      ask("notebookInstance", "lab"),
      ask("tags", "arn:aws:sagemaker:us-east-1:111122223333:training-job/in-private-subnet"),
      ask("pipelineExecutionSteps", "arn:aws:sagemaker:us-east-1:111122223333:pipeline/p/execution/abcdef"),
      ...iamQuestions(idOf("key.training")),
      ...resourceQuestions,
      ...(
        ["subnets", "securityGroups", "routeTables", "vpcs", "vpcEndpoints", "keys", "aliases"] as const
      ).map((kind) => ask(kind)),
    ];
    const [node, python] = await Promise.all([
      answer(questions, 45_000),
      answerInPython(questions, sample.env, 45_000),
    ]);
    const kinds = new Set(questions.map(({ kind }) => kind));
    assert.deepEqual(
      [...new Set(readsTable.reads.map(({ kind }) => kind))].filter((kind) => !kinds.has(kind)),
      [],
    );
    assert.deepEqual(
      node.filter(({ state }) => state === "unreadable"),
      [],
    );
    const withoutTime = (fact: Fact): Fact => ({ ...fact, read: { ...fact.read, readAt: 0 } });
    assert.deepEqual(python.map(withoutTime), node.map(withoutTime));
  });
});

/** Of buckets, quotas and file systems, there and not there; what there is of file systems, `job-resources` asks. */
const resourceQuestions: readonly Question[] = [
  ...["ml-prod-flow-logs-111122223333", "no-such-bucket-111122223333"].flatMap((name) => [
    ask("bucket", name),
    ask("bucketPolicy", name),
    ask("bucketEncryption", name),
    ask("objectsUnder", objectsUnderId(name, "in/")),
  ]),
  ...["ml.m5.xlarge for training job usage", "ml.p3.2xlarge for training job usage", "none"].flatMap(
    (name) => [ask("quota", name), ask("defaultQuota", name)],
  ),
  ...(["mountTargets", "fsxFileSystem"] as const).map((kind) => ask(kind, "fs-00000000000000000")),
  ask("mountTargetGroups", "fsmt-00000000000000000"),
  ask("networkInterface", "eni-00000000000000000"),
  ...["train", "gone"].flatMap((repository) => {
    const of = { registryId: "111122223333", repository };
    return [
      ask("image", imageId(of, { tag: "1" })),
      ask("image", imageId(of, { digest: `sha256:${"0".repeat(64)}` })),
      ask("imageRepository", repositoryId(of)),
      ask("imageRepositoryPolicy", repositoryPolicyId(of)),
    ];
  }),
  ask("domain", "d-nothing"),
  ...["ana", "nobody"].map((name) => ask("userProfile", userProfileId("d-nothing", name))),
  ask("flowLogs", "vpc-00000000000000000"),
];

describe("The readers, asking an account that does not answer well", function () {
  this.timeout(60_000); // each starts an account of its own
  const questions = [
    ask("subnet", "subnet-0a1b2c3d4e5f60718"),
    ask("key", "alias/sagemaker-training"),
    ask("securityGroup", "sg-0e5f60718293a4b5c"),
  ];
  type Expected = readonly string[];
  const cases: Readonly<Record<string, readonly [SampleAccountFaults, Expected]>> = {
    "what is denied and throttled": [
      { deny: ["ec2:DescribeSubnets"], throttle: ["ec2:DescribeSecurityGroups"] },
      ["denied", "present", "throttled"],
    ],
    "what hangs": [{ hang: ["ec2", "sts"] }, ["timed out", "present", "timed out"]],
    "an ended session": [{ expired: true }, ["expired", "expired", "expired"]],
  };
  for (const [name, [faults, expected]] of Object.entries(cases)) {
    it(`tells ${name}, for each question by itself and in time`, async () => {
      const sample = await startSampleAccount(faults);
      try {
        const deadline = faults.hang === undefined ? 15_000 : 6000;
        const start = Date.now();
        const facts = await withEnv(sample.env, () => createAccountReader().answer(questions, deadline));
        assert.ok(Date.now() - start < deadline + 1000, `took ${Date.now() - start} ms`);
        const states = (of: readonly Fact[]): Expected =>
          of.map((fact) => (fact.state === "unreadable" ? fact.why : fact.state));
        assert.deepEqual(states(facts), expected);
        assert.deepEqual(states(await answerInPython(questions, sample.env, deadline)), expected);
      } finally {
        await sample.stop();
      }
    });
  }

  it("names the action to ask for, in AWS's words and without the encoded message", async () => {
    const sample = await startSampleAccount({ deny: ["ec2:DescribeSubnets"] });
    try {
      const [node] = await withEnv(sample.env, () =>
        createAccountReader().answer(questions.slice(0, 1), 15_000),
      );
      const [python] = await answerInPython(questions.slice(0, 1), sample.env);
      assert.ok(node?.state === "unreadable" && python?.state === "unreadable");
      assert.equal(node.action, "ec2:DescribeSubnets");
      assert.match(node.detail, /not authorized to perform: ec2:DescribeSubnets/);
      assert.doesNotMatch(node.detail, /Encoded|sample-blob/);
      assert.deepEqual([python.action, python.detail], [node.action, node.detail]);
    } finally {
      await sample.stop();
    }
  });

  const nowhere = {
    AWS_ENDPOINT_URL: "http://127.0.0.1:9",
    AWS_ACCESS_KEY_ID: "sample",
    AWS_SECRET_ACCESS_KEY: "sample",
    AWS_SESSION_TOKEN: undefined,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  };
  it("tells an endpoint that nobody listens at", async () => {
    const facts = [
      ...(await withEnv(nowhere, () => createAccountReader().answer(questions, 8000))),
      ...(await answerInPython(questions, nowhere)),
    ];
    assert.equal(facts.length, 6);
    for (const fact of facts)
      assert.equal(fact.state === "unreadable" && fact.why, "unreachable", JSON.stringify(fact));
  });

  it("tells that there are no credentials, and keeps the description", async () => {
    const none = {
      ...nowhere,
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_REGION: "eu-west-1",
    };
    const facts = [
      ...(await withEnv(none, () => createAccountReader().answer(questions, 8000))),
      ...(await answerInPython(questions, none)),
    ];
    for (const fact of facts)
      assert.equal(fact.state === "unreadable" && fact.why, "no credentials", JSON.stringify(fact));
    const description = await withEnv(none, () => createAccountReader().describe());
    assert.equal(description.region, "eu-west-1");
    assert.equal(description.identity.state, "unreadable");
  });
});

function iamQuestions(keyId: string): readonly Question[] {
  const own = "arn:aws:iam::111122223333:policy/SageMakerVpcJobs";
  const ofKind = (kind: Question["kind"], ...ids: readonly (string | Parameters<typeof idOfParts>[0])[]) =>
    ids.map((id) => ask(kind, typeof id === "string" ? id : idOfParts(id)));
  const simulated = {
    PolicySourceArn: "arn:aws:iam::111122223333:user/ana",
    ActionNames: ["iam:PassRole", "sagemaker:CreateTrainingJob"],
    ResourceArns: ["arn:aws:iam::111122223333:role/ml/SageMakerTraining"],
  };
  const entry = {
    ContextKeyName: "iam:PassedToService",
    ContextKeyType: "string",
    ContextKeyValues: ["sagemaker.amazonaws.com"],
  };
  return [
    ...(["role", "rolePolicyNames", "attachedRolePolicies"] as const).flatMap((kind) =>
      ofKind(kind, "SageMakerTraining", "ReportingLambda", "Nobody"),
    ),
    ...ofKind(
      "rolePolicy",
      { RoleName: "SageMakerTraining", PolicyName: "Data" },
      { RoleName: "SageMakerTraining", PolicyName: "None" },
    ),
    ask("roles"),
    ...(["user", "userPolicyNames", "attachedUserPolicies", "groupsOfUser"] as const).flatMap((kind) =>
      ofKind(kind, "ana", "nobody"),
    ),
    ...ofKind("userPolicy", { UserName: "ana", PolicyName: "PassJobRoles" }),
    ...(["groupPolicyNames", "attachedGroupPolicies"] as const).flatMap((kind) =>
      ofKind(kind, "data-science", "nobodies"),
    ),
    ...ofKind("groupPolicy", { GroupName: "data-science", PolicyName: "None" }),
    ...ofKind("managedPolicy", own, `${own}2`, "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess"),
    ...ofKind(
      "managedPolicyVersion",
      { PolicyArn: own, VersionId: "v1" },
      { PolicyArn: own, VersionId: "v9" },
    ),
    ...ofKind("simulation", { ...simulated, ContextEntries: [entry] }, { ...simulated, ContextEntries: [] }),
    ...ofKind("keyPolicy", keyId, "00000000-0000-4000-8000-000000000000"),
    ...ofKind("keyGrants", {
      KeyId: keyId,
      GranteePrincipal: "arn:aws:iam::111122223333:role/ml/SageMakerTraining",
    }),
    ...ofKind("serviceControlPolicies", "111122223333"),
    ...ofKind("serviceControlPolicy", "p-FullAWSAccess", "p-12345678"),
    ...ofKind("parents", "111122223333"),
  ];
}
