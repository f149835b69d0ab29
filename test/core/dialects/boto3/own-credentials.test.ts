import assert from "node:assert/strict";
import { check } from "../../../../core/src/check.js";
import { environmentOf } from "../../../support/account-facts.js";

const role = `ExecutionRoleArn="arn:aws:iam::111122223333:role/Training"`;
const rows: Readonly<Record<string, readonly [string, boolean]>> = {
  "a profile, with its region": [
    `s = boto3.Session(profile_name="prod", region_name="us-east-1")\nsm = s.client("sagemaker")`,
    true,
  ],
  "keys of an assumed role": [
    `sm = boto3.client("sagemaker", region_name="us-east-1", aws_access_key_id=k, aws_secret_access_key=s)`,
    true,
  ],
  "a session of the SDK on such a session": [
    `import sagemaker\nsm = sagemaker.Session(boto_session=boto3.Session(aws_access_key_id=k, region_name="us-east-1")).sagemaker_client`,
    true,
  ],
  "a session within the SDK's": [
    `import sagemaker\nsm = sagemaker.Session(boto_session=boto3.Session(profile_name="x", region_name="us-east-1")).boto_session.client("sagemaker")`,
    true,
  ],
  "None for a profile": [
    `sm = boto3.Session(profile_name=None, region_name="us-east-1").client("sagemaker")`,
    false,
  ],
  "a region only": [`sm = boto3.Session(region_name="us-east-1").client("sagemaker")`, false],
};

describe("boto3 with credentials of its own", () => {
  for (const [name, [code, isOther]] of Object.entries(rows)) {
    it(`${isOther ? "is not looked up in" : "is looked up in"} the environment's account: ${name}`, () => {
      const text = `import boto3\n${code}\nsm.create_model(ModelName="m", ${role})\n`;
      const cells = [{ kind: "code" as const, language: "python", text }];
      const { requests, questions } = check({ uri: "a.ipynb", cells }, environmentOf(new Map()));
      assert.equal(requests[0]?.regionUnknown, isOther);
      assert.equal(questions.length === 0, isOther);
    });
  }

  it("still knows the region that the notebook reads of it", () => {
    const text = `import boto3
s = boto3.Session(profile_name="prod", region_name="us-east-1")
boto3.client("sagemaker").create_model(ModelName=f"m-{s.region_name}", ${role})`;
    const cells = [{ kind: "code" as const, language: "python", text }];
    const { requests } = check({ uri: "a.ipynb", cells }, environmentOf(new Map()));
    assert.equal(requests[0]?.fields.get("ModelName")?.value, "m-us-east-1");
    assert.equal(requests[0].regionUnknown, false);
  });
});
