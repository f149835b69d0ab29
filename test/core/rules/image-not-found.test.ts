import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { imageNotFound } from "../../../core/src/rules/image-not-found.js";
import { environmentOf } from "../../support/account-facts.js";
import { pulledImages } from "../../support/pulled-images.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, pulledImages));
const prelude = `\
import boto3
from sagemaker.estimator import Estimator
from sagemaker.processing import Processor

sm = boto3.client("sagemaker")
registry = "111122223333.dkr.ecr.us-east-1.amazonaws.com"
job = dict(role="arn:aws:iam::111122223333:role/Training", instance_count=1, instance_type="ml.m5.large")
digest = "sha256:" + "a" * 64
`;

testRule(imageNotFound, {
  environment,
  prelude,
  valid: {
    "an image that is there": `Estimator(f"{registry}/team/train:2", **job).fit()`,
    "one by its digest": `Estimator(f"{registry}/team/train@{digest}", **job).fit()`,
    "one by tag and digest": `Estimator(f"{registry}/team/train:9@{digest}", **job).fit()`,
    "a repository, without a tag": `Estimator(f"{registry}/team/train", **job).fit()`,
    "an image of AWS's": `Estimator("763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.0", **job).fit()`,
    "one of another region": `Estimator("111122223333.dkr.ecr.eu-west-1.amazonaws.com/gone:1", **job).fit()`,
    "a public one": `Estimator("public.ecr.aws/docker/library/python:3.12", **job).fit()`,
    "an image of the caller's account and region, by what is known of them": `image = "{}.dkr.ecr.{}.amazonaws.com/team/train:2".format(boto3.client("sts").get_caller_identity()["Account"], boto3.Session().region_name)
Estimator(image, **job).fit()`,
    "a tag known only at run time": `Estimator(f"{registry}/gone:{newest()}", **job).fit()`,
    "a repository that nobody could look at": `Estimator(f"{registry}/hidden:1", **job).fit()`,
    "one that the notebook pushes": `!docker push {registry}/gone:1
Estimator(f"{registry}/gone:1", **job).fit()`,
    "one that a script of the notebook may push": `%%sh
cd container
./build_and_push.sh gone
`,
  },
  invalid: {
    "no such tag": {
      code: `\
Estimator(f"{registry}/team/train:3", **job).fit()
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^ Repository team/train in account 111122223333, us-east-1 has no image 3, unless something else pushes the image first`,
      output: null,
    },
    "no such digest": {
      code: `\
Estimator(f"{registry}/team/train@sha256:{'b' * 64}", **job).fit()
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Repository team/train in account 111122223333, us-east-1 has no image sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, unless something else pushes the image first`,
    },
    "no such repository": {
      code: `\
Processor(image_uri=f"{registry}/gone:1", **job).run()
#                   ^^^^^^^^^^^^^^^^^^^^ There is no repository gone in account 111122223333, us-east-1, unless something else pushes the image first`,
    },
    "no such image of the caller's account": {
      code: `\
account = boto3.client("sts").get_caller_identity()["Account"]
Estimator(f"{account}.dkr.ecr.us-east-1.amazonaws.com/gone:1", **job).fit()
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no repository gone in account 111122223333, us-east-1, unless something else pushes the image first`,
    },
    "no such repository, without a tag": {
      code: `\
sm.create_model(ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/T", PrimaryContainer={"Image": f"{registry}/gone"})
#                                                                                                              ^^^^^^^^^^^^^^^^^^ There is no repository gone in account 111122223333, us-east-1, unless something else pushes the image first`,
    },
  },
});

describe("rules/image-not-found", () => {
  const verdictOf = (code: string, environment: Parameters<typeof check>[1]) => {
    const cells = [prelude, code].map((text) => ({ kind: "code" as const, language: "python", text }));
    return check({ uri: "test.ipynb", cells }, environment).verdicts[0]?.get("image-not-found");
  };

  it("says that it cannot tell of other accounts' images, of untagged ones and of what the notebook pushes", () => {
    const cases = [
      [
        `Estimator("763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.0", **job).fit()`,
        "whether there is an image 763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.0, which is not of account 111122223333, us-east-1",
      ],
      [
        `Estimator(f"{registry}/team/train", **job).fit()`,
        "which image of team/train is meant: 111122223333.dkr.ecr.us-east-1.amazonaws.com/team/train has no tag",
      ],
      [
        `!sm-docker build . --repository gone:1\nEstimator(f"{registry}/gone:1", **job).fit()`,
        "whether the notebook pushes the image first",
      ],
    ] as const;
    for (const [code, why] of cases) {
      const verdict = verdictOf(code, environment);
      assert.deepEqual(verdict, { state: "cannot tell", for: [why] });
    }
  });

  it("asks for images of the caller's account, by what is written, and for a repository only where the image is gone", () => {
    const asked = (code: string, facts = environment.facts) => {
      const cells = [prelude, code].map((text) => ({ kind: "code" as const, language: "python", text }));
      const { questions } = check({ uri: "test.ipynb", cells }, { ...environment, facts, online: true });
      return questions.flatMap(({ kind, id }) => (kind.startsWith("image") ? [`${kind} ${id}`] : []));
    };
    assert.deepEqual(asked(`Estimator(f"{registry}/new:1", **job).fit()`), [
      `image {"registryId":"111122223333","repositoryName":"new","imageIds":[{"imageTag":"1"}]}`,
    ]);
    const without = new Map([...environment.facts].filter(([key]) => !key.startsWith("imageRepository ")));
    assert.deepEqual(asked(`Estimator(f"{registry}/gone:1", **job).fit()`, without), [
      `imageRepository {"registryId":"111122223333","repositoryNames":["gone"]}`,
    ]);
    assert.deepEqual(asked(`Estimator(f"{registry}/team/train:2", **job).fit()`, without), []);
    assert.deepEqual(
      asked(`Estimator("763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch:2", **job).fit()`),
      [],
    );
    assert.deepEqual(asked(`Estimator(f"{registry}/new:1", **job).fit()`, new Map()), []);
  });

  it("tells again when the notebook begins to push the image, in a cell that no job depends on", async () => {
    const { createChecker } = await import("../../../core/src/check.js");
    const checker = createChecker();
    const cell = (text: string) => ({ kind: "code" as const, language: "python", text });
    const first = cell(prelude);
    const job = cell(`Estimator(f"{registry}/gone:1", **job).fit()`);
    const told = (more: string) =>
      checker({ uri: "test.ipynb", cells: [first, cell(more), job] }, environment).findings.filter(
        ({ rule }) => rule === "image-not-found",
      ).length;
    assert.equal(told("print(1)"), 1);
    assert.equal(told("!docker push gone:1"), 0);
    assert.equal(told("print(1)"), 1);
  });
});
