import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import type { JobRequest } from "../../../core/src/requests/request.js";
import { notebookOf } from "../../support/notebooks.js";

const head = `import sagemaker
from sagemaker.estimator import Estimator
IMAGE, ROLE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/R"
`;

/** What is launched: at which line of the second cell, and with which subnets. */
function launched(text: string): readonly string[] {
  const { requests } = check(notebookOf(head, text), { facts: new Map(), online: false });
  const isLaunched = ({ launches, call }: JobRequest) =>
    launches.length > 0 || call.callee.endsWith(".train");
  return requests.filter(isLaunched).map(({ operation, launches, span, fields }) => {
    const at = launches[0] ?? span;
    const line = text.slice(0, at.from).split("\n").length;
    const subnets = fields.get("VpcConfig.Subnets");
    return `${line} ${operation} ${subnets ? JSON.stringify(subnets.value ?? subnets.state) : "none"}`;
  });
}

const cases: Readonly<Record<string, readonly [text: string, expected: readonly string[]]>> = {
  "a session that asks for nothing": [
    `class Dry(sagemaker.Session):
    def train(self, **kwargs):
        print(kwargs)
Estimator(IMAGE, ROLE, 1, "ml.m5.large", sagemaker_session=Dry()).fit()
Estimator(IMAGE, ROLE, 1, "ml.m5.large").fit()`,
    ["5 CreateTrainingJob none"],
  ],
  "a session that hands on what it is given": [
    `class Loud(sagemaker.Session):
    def train(self, *args, **kwargs):
        return super().train(*args, **kwargs)
Estimator(IMAGE, ROLE, 1, "ml.m5.large", sagemaker_session=Loud()).fit()`,
    ['3 CreateTrainingJob "unknown"'],
  ],
  "a method that is replaced, and calls the SDK's": [
    `before = sagemaker.Session.train
def train(self, **kwargs):
    kwargs["vpc_config"] = {"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}
    return before(self, **kwargs)
sagemaker.Session.train = train
Estimator(IMAGE, ROLE, 1, "ml.m5.large").fit()`,
    ['4 CreateTrainingJob ["subnet-1"]'],
  ],
  "the tests of a class that is patched": [
    `from unittest.mock import patch
@patch("sagemaker.estimator.Estimator.fit")
class Tests:
    def test_fit(self, fit):
        Estimator(IMAGE, ROLE, 1, "ml.m5.large").fit()
    def train(self):
        Estimator(IMAGE, ROLE, 1, "ml.m5.large").fit()
Tests().test_fit()
Tests().train()`,
    ["7 CreateTrainingJob none"],
  ],
  "a patch that is started and stopped": [
    `from unittest import mock
patcher = mock.patch.object(Estimator, "fit")
fit = patcher.start()
Estimator(IMAGE, ROLE, 1, "ml.m5.large").fit()
patcher.stop()
Estimator(IMAGE, ROLE, 1, "ml.m5.large").fit()
mock.patch("sagemaker.estimator.Estimator.fit").start()
Estimator(IMAGE, ROLE, 1, "ml.m5.large").fit()
mock.patch.stopall()
Estimator(IMAGE, ROLE, 1, "ml.m5.large").fit()`,
    ["6 CreateTrainingJob none", "10 CreateTrainingJob none"],
  ],
  "a method of one session alone": [
    `session = sagemaker.Session()
session.train = lambda **kwargs: None
Estimator(IMAGE, ROLE, 1, "ml.m5.large", sagemaker_session=session).fit()
Estimator(IMAGE, ROLE, 1, "ml.m5.large", sagemaker_session=sagemaker.Session()).fit()`,
    ["4 CreateTrainingJob none"],
  ],
  "other methods of a session": [
    `class Named(sagemaker.Session):
    def wait_for_job(self, *args, **kwargs):
        pass
Estimator(IMAGE, ROLE, 1, "ml.m5.large", sagemaker_session=Named()).fit()`,
    ['4 CreateTrainingJob "unknown"'],
  ],
  "what cannot be followed": [
    `import helpers
sagemaker.Session.train = helpers.train
Estimator(IMAGE, ROLE, 1, "ml.m5.large").fit()`,
    ['3 CreateTrainingJob "unknown"'],
  ],
  "a function for whose time the SDK is patched": [
    `from unittest.mock import patch
@patch("sagemaker.estimator.Estimator.fit")
def dry(fit):
    Estimator(IMAGE, ROLE, 1, "ml.m5.large").fit()
dry()
Estimator(IMAGE, ROLE, 1, "ml.m5.large").fit()`,
    ["6 CreateTrainingJob none"],
  ],
  "a function that is handed two mocks": [
    `from unittest import mock
@mock.patch.object(sagemaker.Session, "train")
@mock.patch("boto3.client")
def dry(client, train, subnets=("subnet-1",)):
    client("sagemaker").create_model(ModelName="m")
    Estimator(IMAGE, ROLE, 1, "ml.m5.large", subnets=subnets, security_group_ids=["sg-1"]).fit()
dry()`,
    [],
  ],
  "a test that nothing calls": [
    `from unittest.mock import patch
@patch("sagemaker.estimator.Estimator.fit")
def test_fit(fit):
    Estimator(IMAGE, ROLE, 1, "ml.m5.large").fit()`,
    [],
  ],
  "what is put into the method's place": [
    `from unittest.mock import patch
real = Estimator("i", ROLE, 1, "ml.m5.large")
@patch.object(Estimator, "fit", lambda self, *args, **kwargs: None)
def dry():
    real.fit()
dry()
real.fit()`,
    ["7 CreateTrainingJob none"],
  ],
};

describe("jobs that the notebook asks for in its own way", () => {
  for (const [name, [text, expected]] of Object.entries(cases))
    it(name, () => {
      assert.deepEqual(launched(text), expected);
    });
});
