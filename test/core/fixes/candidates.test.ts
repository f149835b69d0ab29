import assert from "node:assert/strict";
import type { Fact, Facts } from "../../../core/src/account/fact.js";
import {
  candidates,
  check,
  questionKey,
  usedByRecentJobs,
  type JobRequest,
  type QuestionKind,
} from "../../../core/src/index.js";
import { accountFacts, environmentOf, type AccountContents } from "../../support/account-facts.js";
import { randomAccount } from "../../support/random-account.js";
import { randomFrom } from "../../support/random.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const subnets = "VpcConfig.Subnets";
const groups = "VpcConfig.SecurityGroupIds";
const volumeKey = "ResourceConfig.VolumeKmsKeyId";
const outputKey = "OutputDataConfig.KmsKeyId";
const rounds = Number(process.env.CANDIDATES ?? 100);

/** What the job is given; by the argument of the SDK. */
interface Job {
  readonly subnets?: readonly string[];
  readonly security_group_ids?: readonly string[];
  readonly volume_kms_key?: string;
  readonly output_kms_key?: string;
  readonly instance_count: number;
  readonly instance_type: string;
}
const plain: Job = { instance_count: 1, instance_type: "ml.m5.xlarge" };
const argumentsOf: Readonly<Record<string, keyof Job>> = {
  [subnets]: "subnets",
  [groups]: "security_group_ids",
  [volumeKey]: "volume_kms_key",
  [outputKey]: "output_kms_key",
};

function checkJob(job: Job, facts: Facts) {
  const given = Object.entries(job).map(([name, value]) => `, ${name}=${JSON.stringify(value)}`);
  const text = `from sagemaker.estimator import Estimator
Estimator(image_uri="image", role="arn:aws:iam::111122223333:role/x"${given.join("")}).fit()
`;
  const cells = [{ kind: "code" as const, language: "python", text }];
  return check({ uri: "a.py", cells }, environmentOf(facts));
}

const requestOf = (job: Job, facts: Facts): JobRequest => checkJob(job, facts).requests[0] ?? assert.fail();

function offered(field: string, job: Job, account: AccountContents, options = {}) {
  const facts = accountFacts(account);
  return candidates(field, requestOf(job, facts), environmentOf(facts), options);
}

describe("candidates", () => {
  it("are private subnets with what is to be known of them, and a group that goes with them", () => {
    const { candidates: found, asks } = offered(subnets, plain, twoVpcs);
    assert.deepEqual(asks, []);
    assert.deepEqual(
      found.map(({ id }) => id),
      ["subnet-a1", "subnet-a2"],
    );
    const [first] = found;
    assert.ok(first);
    assert.equal(first.vpcId, "vpc-a");
    assert.equal(first.zone, "us-east-1a");
    assert.equal(first.freeAddresses, 200);
    assert.match(first.wayToS3 ?? "", /^by (endpoint|NAT gateway) /);
    assert.deepEqual(first.changes, [
      { path: subnets, value: ["subnet-a1"] },
      { path: groups, value: ["sg-train"] },
    ]);
    assert.deepEqual(first.open, [
      "bucket-policy-denies: sagemaker-us-east-1-111122223333 in us-east-1 was not looked up yet",
    ]);
  });

  it("keep the half that is there", () => {
    const { candidates: found } = offered(groups, { ...plain, subnets: ["subnet-a1"] }, twoVpcs);
    assert.deepEqual(
      found.map(({ id, changes }) => [id, changes.length]),
      [
        ["sg-train", 1],
        ["sg-db", 1],
        ["sg-default-a", 1],
      ],
    );
    assert.deepEqual(
      offered(subnets, { ...plain, security_group_ids: ["sg-b"] }, twoVpcs).candidates,
      [],
      "there is no way to S3 from that group's VPC",
    );
  });

  it("leave out what this request in particular would fail with", () => {
    const several = { ...plain, instance_count: 2 };
    const { candidates: found } = offered(groups, { ...several, subnets: ["subnet-a1"] }, twoVpcs);
    assert.deepEqual(
      found.map(({ id }) => id),
      ["sg-train"],
      "members of the others do not reach each other",
    );
    const onDisk = { ...plain, instance_type: "ml.g5.xlarge" };
    assert.deepEqual(offered(volumeKey, onDisk, twoVpcs).candidates, []);
    assert.ok(offered(outputKey, onDisk, twoVpcs).candidates.length > 0);
  });

  it("put what is allowed first, then what ran before, and say so", () => {
    const { candidates: found } = offered(subnets, plain, twoVpcs, { preferred: ["subnet-a2"] });
    assert.deepEqual(
      found.map(({ id, reasons }) => [id, reasons[0]]),
      [
        ["subnet-a2", "allowed by the policy"],
        ["subnet-a1", found[1]?.reasons[0]],
      ],
    );
    const keys = offered(volumeKey, plain, twoVpcs).candidates;
    const last = keys.at(-1) ?? assert.fail();
    const used = { used: [last.id], counts: new Map([[last.id, 2]]), jobs: 3 };
    const again = offered(volumeKey, plain, twoVpcs, { used }).candidates;
    assert.equal(again[0]?.id, last.id);
    assert.equal(again[0].reasons[0], "used by 2 of the last 3 jobs that ran");
  });

  it("know what recent jobs used, when somebody asks for it", () => {
    const read = { call: "", account: "111122223333", region: "us-east-1", readAt: 0 };
    const present = (value: unknown): Fact => ({ state: "present", value, read });
    const of = (kind: QuestionKind, id = "") => questionKey({ kind, id, region: "us-east-1" });
    const facts = new Map<string, Fact>();
    assert.deepEqual(
      usedByRecentJobs(facts, "us-east-1").asks.map(({ kind }) => kind),
      ["recentTrainingJobs"],
    );
    facts.set(of("recentTrainingJobs"), present([{ TrainingJobName: "b" }, { TrainingJobName: "a" }]));
    assert.deepEqual(
      usedByRecentJobs(facts, "us-east-1").asks.map(({ id }) => id),
      ["b", "a"],
    );
    const vpc = { Subnets: ["subnet-a2"], SecurityGroupIds: ["sg-train"] };
    facts.set(of("trainingJob", "b"), present({ VpcConfig: vpc, OutputDataConfig: { KmsKeyId: "alias/x" } }));
    facts.set(of("trainingJob", "a"), present({ VpcConfig: { ...vpc, Subnets: ["subnet-a1"] } }));
    const before = usedByRecentJobs(facts, "us-east-1");
    assert.deepEqual([before.used, before.asks], [["subnet-a2", "sg-train", "alias/x", "subnet-a1"], []]);
    const [first] = offered(subnets, plain, twoVpcs, { used: before }).candidates;
    assert.deepEqual([first?.id, first?.reasons[0]], ["subnet-a2", "used by 1 of the last 2 jobs that ran"]);
  });

  it("ask for the lists first, and offer nothing of a field that names nothing of the account", () => {
    const request = requestOf(plain, new Map());
    const { candidates: found, asks } = candidates(subnets, request, environmentOf(new Map()));
    assert.deepEqual(found, []);
    assert.deepEqual([...new Set(asks.map(({ kind }) => kind))].sort(), [
      "routeTables",
      "securityGroups",
      "subnets",
      "vpcEndpoints",
      "vpcs",
    ]);
    const none = { candidates: [], asks: [], others: 0, unfit: 0 };
    assert.deepEqual(candidates("TrainingJobName", request, environmentOf(new Map())), none);
  });

  describe("of an account with hundreds", () => {
    const many = Array.from({ length: 400 }, (_, index) => ({
      SubnetId: `subnet-${String(index).padStart(4, "0")}`,
      VpcId: "vpc-a",
      AvailabilityZone: `us-east-1${"abcd"[index % 4] ?? ""}`,
      AvailableIpAddressCount: 1000 - index,
      Tags: [{ Key: "Name", Value: `${index % 2 === 0 ? "Vision" : "speech"}-${index}` }],
    }));
    const account = { ...twoVpcs, Subnets: [...(twoVpcs.Subnets ?? []), ...many] };

    it("are the best of them, and those that somebody looks for by words, in their order", () => {
      const best = offered(subnets, plain, account);
      assert.deepEqual([best.candidates.length, best.others, best.unfit], [20, 383, 0]);
      const found = offered(subnets, plain, account, { matching: " vision us-east-1C " });
      assert.deepEqual([found.candidates.length, found.others], [20, 80]);
      assert.deepEqual(
        found.candidates.slice(0, 2).map(({ name }) => name),
        ["Vision-2", "Vision-6"],
      );
      const last = offered(subnets, plain, account, { matching: "subnet-0399" });
      assert.deepEqual([last.candidates.map(({ id }) => id), last.others], [["subnet-0399"], 0]);
      assert.deepEqual(offered(subnets, plain, account, { matching: "nobody" }).candidates, []);
    });

    it("begin with what is being written", () => {
      const begun = offered(subnets, plain, account, { begun: "subnet-039" }).candidates;
      assert.equal(begun.length, 20);
      assert.ok(begun.slice(0, 10).every(({ id }) => id.startsWith("subnet-039")));
      assert.equal(offered(subnets, plain, twoVpcs, { begun: "subnet-a2" }).candidates[0]?.id, "subnet-a1");
    });

    it("say how many of what was found would fail", () => {
      const several = { ...plain, instance_count: 2, subnets: ["subnet-a1"] };
      const { candidates: found, others, unfit } = offered(groups, several, twoVpcs, { matching: "db" });
      assert.deepEqual([found, others, unfit], [[], 0, 1]);
    });
  });

  it(`pass all rules when they are written to the request, in ${rounds} random accounts`, function () {
    this.timeout(120_000);
    const seen = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const random = randomFrom(round);
      const account = randomAccount(random);
      const facts = accountFacts(account);
      const job = randomJob(random, account);
      const request = requestOf(job, facts);
      const field = random.pick([subnets, groups, volumeKey, outputKey]);
      const { candidates: found, asks } = candidates(field, request, environmentOf(facts));
      assert.deepEqual(asks, [], `round ${round}`);
      seen.set(
        `${field} ${found.length > 0 ? "some" : "none"}`,
        (seen.get(`${field} ${found.length > 0 ? "some" : "none"}`) ?? 0) + 1,
      );
      const before = new Set(failing(checkJob(job, facts)));
      for (const { id, changes, open } of found) {
        const set = changes.map(({ path, value }) => [argumentsOf[path] ?? path, value] as const);
        const written: Job = { ...job, ...(Object.fromEntries(set) as Partial<Job>) };
        const after = checkJob(written, facts);
        const isNetwork = field === subnets || field === groups;
        const about = isNetwork
          ? /^(?:subnet|security|vpc|peer|network|dhcp|too-few|instance-type-not)/
          : /^kms|volume-key/;
        const wrong = failing(after).filter((rule) => (isNetwork && about.test(rule)) || !before.has(rule));
        assert.deepEqual(wrong, [], `round ${round}: ${field} ${id}`);
        if (!isNetwork || open.length > 0) continue;
        for (const [rule, { state }] of after.verdicts[0] ?? [])
          assert.ok(!about.test(rule) || state !== "cannot tell", `round ${round}: ${rule} of ${id}`);
      }
    }
    for (const field of [subnets, groups, volumeKey, outputKey])
      for (const outcome of ["some", "none"])
        assert.ok((seen.get(`${field} ${outcome}`) ?? 0) > 0, `never: ${field} ${outcome}`);
  });
});

function failing({ findings }: ReturnType<typeof check>): readonly string[] {
  return findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule);
}

function randomJob({ chance, pick }: ReturnType<typeof randomFrom>, account: AccountContents): Job {
  const idsOf = (list: readonly Readonly<Record<string, unknown>>[] | undefined, name: string) =>
    (list ?? []).map((one) => String(one[name]));
  return {
    instance_count: pick([1, 1, 2, 4]),
    instance_type: pick(["ml.m5.xlarge", "ml.g5.xlarge", "ml.p4d.24xlarge"]),
    ...(chance(0.4) ? { subnets: [pick(idsOf(account.Subnets, "SubnetId"))] } : {}),
    ...(chance(0.3) ? { security_group_ids: [pick(idsOf(account.SecurityGroups, "GroupId"))] } : {}),
    ...(chance(0.3) ? { volume_kms_key: pick(idsOf(account.Keys, "KeyId")) } : {}),
  };
}
