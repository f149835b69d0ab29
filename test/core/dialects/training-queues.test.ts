import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { notebookOf } from "../../support/notebooks.js";

const common = `import boto3
IMAGE, ROLE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/R"
`;
const v2 = `import sagemaker
from sagemaker.estimator import Estimator
from sagemaker.aws_batch.training_queue import TrainingQueue
session = sagemaker.Session(boto3.Session(region_name="eu-west-1"))
job = Estimator(IMAGE, ROLE, 1, "ml.m5.large", sagemaker_session=session)
`;
const v3 = `from sagemaker.core.helper.session_helper import Session
from sagemaker.train import ModelTrainer
from sagemaker.train.aws_batch.training_queue import TrainingQueue
session = Session(boto3.Session(region_name="eu-west-1"))
job = ModelTrainer(training_image=IMAGE, role=ROLE, sagemaker_session=session)
`;

function placesOf(text: string) {
  const { requests } = check(notebookOf(common, text), { facts: new Map(), online: false });
  return requests.map(({ operation, region, regionUnknown }) => ({ operation, region, regionUnknown }));
}

const operation = "CreateTrainingJob";

/** @source sagemaker 2.257.7 and 3.27.0, aws_batch/boto_client.py: `boto3.client("batch")` */
describe("a queue of AWS Batch", () => {
  for (const [version, job, launch] of [
    ["2", v2, "job.fit()"],
    ["3", v3, "job.train()"],
  ] as const) {
    it(`is asked in the environment's region, whatever the job's session says (version ${version})`, () => {
      const queued = `${job}TrainingQueue("q").submit(job, {"train": "s3://b/a"}, "j")`;
      assert.deepEqual(placesOf(queued), [{ operation, region: undefined, regionUnknown: false }]);
      assert.deepEqual(placesOf(`${job}${launch}`), [
        { operation, region: "eu-west-1", regionUnknown: false },
      ]);
    });

    it(`is asked in the region that the notebook sets (version ${version})`, () => {
      const queued = `boto3.setup_default_session(region_name="ap-southeast-2")
${job}TrainingQueue("q").submit(job, {"train": "s3://b/a"}, "j")`;
      assert.deepEqual(placesOf(queued), [{ operation, region: "ap-southeast-2", regionUnknown: false }]);
    });
  }
});
