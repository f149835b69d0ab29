import assert from "node:assert/strict";
import { check, createChecker, type Environment } from "../../core/src/index.js";
import { accountFacts, environmentOf } from "../support/account-facts.js";
import { twoVpcs } from "../support/two-vpcs.js";

const environment = environmentOf(
  accountFacts(twoVpcs, ["subnet-0123456789abcdef0", "sg-0123456789abcdef0"]),
);

const job = `from sagemaker.estimator import Estimator
Estimator("i", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large", subnets=["subnet-0123456789abcdef0"], security_group_ids=["sg-0123456789abcdef0"]SESSION).fit()`;
const ofBoto3 = `sm.create_notebook_instance(NotebookInstanceName="n", InstanceType="ml.t3.medium", RoleArn="arn:aws:iam::111122223333:role/R", SubnetId="subnet-0123456789abcdef0")`;
const withSession = (session: string) => job.replace("SESSION", `, sagemaker_session=${session}`);
const plain = job.replace("SESSION", "");

function told(cells: readonly string[], more: Partial<Environment> = {}) {
  const notebook = {
    uri: "a.ipynb",
    cells: cells.map((text) => ({ kind: "code" as const, language: "python", text })),
  };
  const report = check(notebook, { ...environment, ...more });
  const verdict = report.verdicts[0]?.get("subnet-not-found");
  const why = verdict?.state === "cannot tell" ? verdict.for.join() : verdict?.state;
  return { why, regions: [...new Set(report.questions.map(({ region }) => region))] };
}

describe("A notebook that asks as somebody else", () => {
  const other: readonly (readonly [what: string, cells: readonly string[], why: RegExp])[] = [
    [
      "a session's profile",
      [`import boto3\nsm = boto3.Session(profile_name="prod").client("sagemaker")\n${ofBoto3}`],
      /names the profile prod/,
    ],
    [
      "a session's profile and region",
      [
        `import boto3\nsm = boto3.Session(profile_name="prod", region_name="us-east-1").client("sagemaker")\n${ofBoto3}`,
      ],
      /names the profile prod/,
    ],
    [
      "the SDK's session over such a one",
      [
        `import boto3, sagemaker\ns = sagemaker.Session(boto3.Session(profile_name="prod", region_name="us-east-1"))\n${withSession("s")}`,
      ],
      /names the profile prod/,
    ],
    [
      "keys by position",
      [
        `import boto3\nsm = boto3.Session("AKIA", "secret", None, "us-east-1").client("sagemaker")\n${ofBoto3}`,
      ],
      /known only when the notebook runs/,
    ],
    [
      "a variable, in a cell of its own",
      [`import os\nos.environ["AWS_PROFILE"] = "prod"`, plain],
      /the notebook sets the profile prod/,
    ],
    [
      "two variables on one line",
      [`import os\nos.environ["AWS_X"] = "1"; os.environ["AWS_PROFILE"] = "prod"`, plain],
      /the notebook sets the profile prod/,
    ],
    ["a magic", ["%env AWS_PROFILE=prod", plain], /the notebook sets the profile prod/],
    ["another magic", ["%set_env AWS_PROFILE prod", plain], /the notebook sets the profile prod/],
    [
      "the older name of the variable",
      [`import os\nos.environ.update({"AWS_DEFAULT_PROFILE": "prod"})`, plain],
      /the notebook sets the profile prod/,
    ],
    [
      "a profile that is computed",
      [`import os\nos.environ["AWS_PROFILE"] = f"{team}-prod"`, plain],
      /credentials of its own \(AWS_PROFILE\)/,
    ],
    [
      "a magic that fills something in",
      ["%env AWS_PROFILE=$team", plain],
      /credentials of its own \(AWS_PROFILE\)|sets the profile/,
    ],
    [
      "keys in the environment",
      [`import os\nos.environ["AWS_ACCESS_KEY_ID"] = keys["id"]`, plain],
      /credentials of its own \(AWS_ACCESS_KEY_ID\)/,
    ],
    [
      "a default session",
      [`import boto3\nboto3.setup_default_session(profile_name="prod")`, plain],
      /the notebook sets the profile prod/,
    ],
    [
      "a command",
      [
        `!aws sagemaker create-notebook-instance --notebook-instance-name n --instance-type ml.t3.medium --role-arn arn:aws:iam::111122223333:role/R --subnet-id subnet-0123456789abcdef0 --profile prod --region us-east-1`,
      ],
      /names the profile prod/,
    ],
    [
      "a script",
      [
        `%%bash\nexport AWS_PROFILE=prod\naws sagemaker create-notebook-instance --notebook-instance-name n --instance-type ml.t3.medium --role-arn arn:aws:iam::111122223333:role/R --subnet-id subnet-0123456789abcdef0 --region us-east-1`,
      ],
      /names the profile prod/,
    ],
  ];
  for (const [what, cells, why] of other) {
    it(`is not judged by this account's facts: ${what}`, () => {
      const { why: said, regions } = told(cells);
      assert.match(said ?? "", why);
      assert.deepEqual(regions, []);
    });
  }

  for (const [what, cells] of other.filter(([, , why]) => why.source.includes("prod"))) {
    it(`is judged where AWS is asked with that profile: ${what}`, () => {
      assert.equal(told(cells, { profile: "prod" }).why, "fails");
    });
  }

  it("is so too where its kernel has the profile, or credentials", () => {
    assert.match(told([plain], { kernel: { profile: "prod" } }).why ?? "", /kernel sets the profile prod/);
    assert.equal(told([plain], { kernel: { profile: "prod" }, profile: "prod" }).why, "fails");
    assert.match(
      told([plain], { kernel: { credentials: "AWS_ACCESS_KEY_ID" } }).why ?? "",
      /kernel has credentials of its own \(AWS_ACCESS_KEY_ID\)/,
    );
  });

  const same: readonly (readonly [what: string, cells: readonly string[]])[] = [
    ["no word of it", [plain]],
    ["a comment", [`# os.environ["AWS_PROFILE"] = "prod"`, plain]],
    ["a variable of the job's own", [`environment = {"AWS_PROFILE": "prod"}`, plain]],
    ["what reads it", [`import os\nprofile = os.environ["AWS_PROFILE"]`, plain]],
    ["a comparison", [`import os\nos.environ["AWS_PROFILE"] == "prod"`, plain]],
    ["a session without a profile", [`import boto3\nboto3.Session(profile_name=None)`, plain]],
    ["the region that applies anyway", [`import os\nos.environ["AWS_DEFAULT_REGION"] = "us-east-1"`, plain]],
  ];
  for (const [what, cells] of same) {
    it(`is judged with ${what}`, () => {
      assert.equal(told(cells).why, "fails");
    });
  }

  it("is judged in the region that the notebook sets", () => {
    const { why, regions } = told([`import os\nos.environ["AWS_DEFAULT_REGION"] = "eu-west-1"`, plain]);
    assert.equal(why, "subnet-0123456789abcdef0 in eu-west-1 was not looked up yet");
    assert.deepEqual(regions, ["eu-west-1"]);
    assert.match(
      told([`import os\nos.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")`, plain]).why ?? "",
      /region is one that the notebook sets/,
    );
    assert.match(
      told([`import os\nos.environ["AWS_DEFAULT_REGION"] = region_of(team)`, plain]).why ?? "",
      /region is one that the notebook sets/,
    );
  });

  it("is seen again after an edit of that cell alone", () => {
    const checker = createChecker();
    const at = (first: string) =>
      checker(
        {
          uri: "a.ipynb",
          cells: [first, plain].map((text) => ({ kind: "code" as const, language: "python", text })),
        },
        environment,
      ).verdicts[0]?.get("subnet-not-found")?.state;
    assert.equal(at(`import os`), "fails");
    assert.equal(at(`import os\nos.environ["AWS_PROFILE"] = "prod"`), "cannot tell");
    assert.equal(at(`import os`), "fails");
  });
});
