import assert from "node:assert/strict";
import { createChecker, noEnvironment } from "../../core/src/index.js";

const start = `from sagemaker.estimator import Estimator
est = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/a:1",
    role="arn:aws:iam::111122223333:role/R",
`;
const end = `
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
est.fit("s3://b/p")
`;

/** Typed character by character into a call; what the findings may be meanwhile, but for what was there before. */
const sessions: Record<string, { readonly typed: string; readonly news: readonly string[] }> = {
  "a VPC": {
    typed: `    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"],`,
    // Half a VPC is refused, and for a while it is one
    news: ["vpc-config-incomplete"],
  },
  "a volume key": { typed: `    volume_kms_key=f"alias/{prefix}-key",`, news: [] },
  variables: { typed: "    subnets=subnets,\n    security_group_ids=groups,", news: [] },
  "a flag in a line of its own": { typed: "    encrypt_inter_container_traffic=True,  # as asked", news: [] },
};

describe("While an argument is typed into a call", () => {
  for (const [name, { typed, news }] of Object.entries(sessions)) {
    it(`the job stays, and nothing is said of ${name} that is not so`, () => {
      const check = createChecker();
      const at = (length: number) => {
        const text = start + typed.slice(0, length) + end;
        return check({ uri: "a.py", cells: [{ kind: "code", language: "python", text }] }, noEnvironment);
      };
      const before = new Set(at(0).findings.map(({ rule }) => rule));
      assert.ok(before.has("vpc-config-missing"));
      for (let length = 1; length <= typed.length; length++) {
        const { requests, findings } = at(length);
        assert.deepEqual(
          requests.map(({ operation, fields }) => [
            operation,
            fields.get("ResourceConfig.InstanceType")?.state,
          ]),
          [["CreateTrainingJob", "known"]],
          typed.slice(0, length),
        );
        const more = findings
          .map(({ rule }) => rule)
          .filter((rule) => !before.has(rule) && !news.includes(rule));
        assert.deepEqual(more, [], typed.slice(0, length));
      }
      assert.deepEqual(at(typed.length).problems, []);
    });
  }
});

const estimator = `from sagemaker.estimator import Estimator
`;
const image = `"111122223333.dkr.ecr.us-east-1.amazonaws.com/a:1"`;
const role = `"arn:aws:iam::111122223333:role/R"`;
const network = `subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"]`;
const fit = `
est.fit("s3://b/p")
`;
const client = `import boto3
sm = boto3.client("sagemaker")
`;
const members = `"OutputDataConfig": o, "StoppingCondition": s, "AlgorithmSpecification": a, "ResourceConfig": c, "VpcConfig": {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}`;
const trainer = `from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, SourceCode
`;
const networking = `networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])`;

/** Each with what is typed between `«` and `»`. */
const drafts: Record<string, string> = {
  "the first argument of a line": `${estimator}est = Estimator(«image_uri=${image}, »role=${role}, instance_count=1, instance_type="ml.m5.xlarge", ${network})${fit}`,
  "an argument in a line": `${estimator}est = Estimator(image_uri=${image}, role=${role}, instance_count=1, «volume_kms_key=f"alias/{p}-key", »instance_type="ml.m5.xlarge", ${network})${fit}`,
  "an argument behind another's comma": `${estimator}est = Estimator(image_uri=${image}, role=${role}, instance_count=1«, max_run=3600 * 2», instance_type="ml.m5.xlarge", ${network})${fit}`,
  "a dict in a line": `${estimator}est = Estimator(image_uri=${image}, role=${role}, «hyperparameters={"a": 1, "b": [1, 2]}, »instance_count=1, instance_type="ml.m5.xlarge", ${network})${fit}`,
  "a call in a line": `${estimator}est = Estimator(image_uri=${image}, role=${role}, «output_path="s3://{}/{}".format(bucket, prefix), »instance_count=1, instance_type="ml.m5.xlarge", ${network})${fit}`,
  "text with a quote in it": `${estimator}est = Estimator(image_uri=${image}, role=${role}, instance_count=1, instance_type="ml.m5.xlarge", «base_job_name="it's", »${network})${fit}`,
  "the last argument and what follows": `${estimator}est = Estimator(image_uri=${image}, role=${role}, instance_count=1, instance_type="ml.m5.xlarge", «${network})${fit}»`,
  "a whole call": `${estimator}«est = Estimator(image_uri=${image}, role=${role}, instance_count=1, instance_type="ml.m5.xlarge", ${network})»${fit}`,
  "a whole call, line by line": `${estimator}«est = Estimator(
    image_uri=${image},
    role=${role},
    instance_count=1,
    instance_type="ml.m5.xlarge",
    ${network},
)»${fit}`,
  "a function around a call": `${estimator}«def f(a, b=[1, 2]):
    return Estimator(image_uri=a, role=${role}, instance_count=1, instance_type="ml.m5.xlarge", ${network})»
est = f(${image})${fit}`,
  "arguments of fit": `${estimator}est = Estimator(image_uri=${image}, role=${role}, instance_count=1, instance_type="ml.m5.xlarge", ${network})
est.fit(«{"train": TrainingInput("s3://b/p", content_type="csv")}, wait=False»)
`,
  "a call of boto3": `${client}«sm.create_training_job(TrainingJobName="a", RoleArn=r, OutputDataConfig=o, StoppingCondition=s, AlgorithmSpecification=a, ResourceConfig=c, VpcConfig={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]})»
`,
  "an entry of a dict in a line": `${client}params = {"TrainingJobName": "a", "RoleArn": r, «"Tags": [{"Key": "a", "Value": "b"}], »${members}}
sm.create_training_job(**params)
`,
  "an entry of a dict": `${client}params = {
    "TrainingJobName": "a",
    "RoleArn": r,
    «"Tags": tags_of("a", [1, x]),»
    ${members},
}
sm.create_training_job(**params)
`,
  "half of a VPC": `${client}sm.create_training_job(TrainingJobName="a", RoleArn=r, OutputDataConfig=o, StoppingCondition=s, AlgorithmSpecification=a, ResourceConfig=c, VpcConfig={«"Subnets": ["subnet-0a10000000000001a"], »"SecurityGroupIds": ["sg-0a1000000000000aa"]})
`,
  "an argument of a trainer": `${trainer}trainer = ModelTrainer(training_image=${image}, role=${role}, «source_code=SourceCode(command="a"), »compute=Compute(instance_type="ml.m5.xlarge", instance_count=1), ${networking})
trainer.train()
`,
  "a trainer": `${trainer}«trainer = ModelTrainer(training_image=${image}, role=${role}, compute=Compute(instance_type="ml.m5.xlarge", instance_count=1), ${networking})»
trainer.train()
`,
};

describe("While a text is typed that is no Python yet", () => {
  for (const [name, draft] of Object.entries(drafts)) {
    for (const closes of [false, true]) {
      it(`nothing is said of ${name} that is not so${closes ? ", in an editor that closes brackets" : ""}`, () => {
        const [before = "", typed = "", after = ""] = draft.split(/[«»]/);
        const check = createChecker();
        const at = (written: string) => {
          const text = before + written + after;
          return check({ uri: "a.py", cells: [{ kind: "code", language: "python", text }] }, noEnvironment);
        };
        const rulesAt = (written: string) => at(written).findings.map(({ rule }) => rule);
        const ends = [...rulesAt(""), ...rulesAt(typed)];
        let told = ends;
        let unread: { readonly written: string; readonly news: readonly string[] }[] = [];
        let broken = 0;
        for (const written of statesOf(typed, closes)) {
          const { findings, problems } = at(written);
          const news = findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule);
          if (problems.length > 0) {
            broken += 1;
            unread.push({ written, news });
            continue;
          }
          // As much as is said of the Python that it was before, or of what it is next
          const known = new Set([...ends, ...told, ...news]);
          for (const one of unread)
            assert.deepEqual(
              one.news.filter((rule) => !known.has(rule)),
              [],
              one.written,
            );
          told = news;
          unread = [];
        }
        assert.ok(broken > 3, "it was no Python for a while");
      });
    }
  }
});

/** What an editor holds while a text is typed. @param closes The editor closes quotes and brackets. */
function* statesOf(typed: string, closes: boolean): Generator<string> {
  const open: string[] = [];
  for (let index = 0; index < typed.length; index += 1) {
    const letter = typed.charAt(index);
    if (letter === open.at(-1)) open.pop();
    else if (closes && open.at(-1) !== '"' && closing[letter] !== undefined) open.push(closing[letter]);
    yield typed.slice(0, index + 1) + [...open].reverse().join("");
  }
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", '"': '"' };
