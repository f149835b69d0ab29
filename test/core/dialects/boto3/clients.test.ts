import assert from "node:assert/strict";
import { check } from "../../../../core/src/check.js";
import { accountFacts, environmentOf } from "../../../support/account-facts.js";
import { twoVpcs } from "../../../support/two-vpcs.js";

const call = `create_model(ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/r")`;

/** How a client is made and called: the region of its requests; `environment` where it names none, `?` not known. */
const forms: Readonly<Record<string, readonly [code: string, region: string]>> = {
  "boto3.client": [`import boto3\nboto3.client("sagemaker").CALL`, "environment"],
  "an alias of boto3": [`import boto3 as aws\nsm = aws.client("sagemaker")\nsm.CALL`, "environment"],
  "client, imported": [`from boto3 import client\nclient("sagemaker").CALL`, "environment"],
  "a region by position": [`import boto3\nboto3.client("sagemaker", "eu-west-1").CALL`, "eu-west-1"],
  "a region by name": [`import boto3\nboto3.client("sagemaker", region_name="eu-west-1").CALL`, "eu-west-1"],
  "the service by name": [`import boto3\nboto3.client(service_name="sagemaker").CALL`, "environment"],
  "keyword arguments from a dict": [
    `import boto3\nkw = dict(region_name="eu-west-1")\nboto3.client("sagemaker", **kw).CALL`,
    "eu-west-1",
  ],
  "keyword arguments that are not known": [`import boto3\nboto3.client("sagemaker", **settings()).CALL`, "?"],
  "a session": [`import boto3\nboto3.Session().client("sagemaker").CALL`, "environment"],
  "a session of a region": [
    `import boto3\ns = boto3.session.Session(region_name="eu-west-1")\ns.client("sagemaker").CALL`,
    "eu-west-1",
  ],
  "a session of a profile": [
    `import boto3\nboto3.Session(profile_name="team").client("sagemaker").CALL`,
    "?",
  ],
  "a session, imported": [
    `from boto3.session import Session\nSession().client("sagemaker").CALL`,
    "environment",
  ],
  "the region of a session": [
    `import boto3\nregion = boto3.Session().region_name\nboto3.client("sagemaker", region).CALL`,
    "environment",
  ],
  "the default session's region changed": [
    `import boto3\nboto3.setup_default_session(region_name="eu-west-1")\nboto3.client("sagemaker").CALL`,
    "eu-west-1",
  ],
  "a profile for the default session": [
    `import boto3\nboto3.setup_default_session(profile_name="team")\nboto3.client("sagemaker").CALL`,
    "?",
  ],
  "a region in the environment that the notebook sets": [
    `import boto3, os\nos.environ["AWS_DEFAULT_REGION"] = "eu-west-1"\nboto3.client("sagemaker").CALL`,
    "eu-west-1",
  ],
  "a region in the environment that is not known": [
    `import boto3, os\nos.environ["AWS_DEFAULT_REGION"] = region()\nboto3.client("sagemaker").CALL`,
    "?",
  ],
  "a client that a function is given": [`def register(sm):\n    sm.CALL`, "?"],
  "a client that an object is given": [
    `class Registry:\n    def __init__(self, client):\n        self.client = client\n    def add(self):\n        self.client.CALL`,
    "?",
  ],
  "a client of another file": [`from clients import sm\nsm.CALL`, "?"],
  "a client that a function of another file makes": [`import helper\nhelper.client("ml").CALL`, "?"],
  "a client of which the service is not known": [
    `import boto3\ndef make(service):\n    boto3.client(service).CALL`,
    "?",
  ],
  "a client that is made where none is given": [
    `import boto3\ndef register(sm=None):\n    sm = sm or boto3.client("sagemaker", "eu-west-1")\n    sm.CALL`,
    "eu-west-1",
  ],
  "the client of the SDK's session": [
    `import sagemaker\nsagemaker.Session().sagemaker_client.CALL`,
    "environment",
  ],
  "the client of the SDK's session of a region": [
    `import boto3, sagemaker\ns = sagemaker.Session(boto_session=boto3.Session(region_name="eu-west-1"))\ns.sagemaker_client.CALL`,
    "eu-west-1",
  ],
  "the boto session of the SDK's session": [
    `import sagemaker\nsagemaker.Session().boto_session.client("sagemaker").CALL`,
    "environment",
  ],
  "the region of the SDK's session": [
    `import boto3, sagemaker\nboto3.client("sagemaker", region_name=sagemaker.Session().boto_region_name).CALL`,
    "environment",
  ],
  "botocore's session": [
    `import botocore.session\nbotocore.session.get_session().create_client("sagemaker", region_name="eu-west-1").CALL`,
    "eu-west-1",
  ],
  "a name that is the module's": [
    `import boto3\nsagemaker = boto3.client("sagemaker")\nsagemaker.CALL`,
    "environment",
  ],
  "a function that returns a client": [
    `import boto3\ndef sm(region="eu-west-1"):\n    return boto3.client("sagemaker", region_name=region)\nsm().CALL`,
    "eu-west-1",
  ],
  "a client as a default argument": [
    `import boto3\ndef make(sm=boto3.client("sagemaker")):\n    sm.CALL\nmake()`,
    "environment",
  ],
  "a client as an argument": [
    `import boto3\ndef make(sm):\n    return sm.CALL\nmake(boto3.client("sagemaker", "eu-west-1"))`,
    "eu-west-1",
  ],
  "a client in a dict": [
    `import boto3\naws = {"sm": boto3.client("sagemaker")}\naws["sm"].CALL`,
    "environment",
  ],
  "clients made in a loop": [
    `import boto3\nclients = {name: boto3.client(name) for name in ["s3", "sagemaker"]}\nclients["sagemaker"].CALL`,
    "environment",
  ],
  "a client in a class": [
    `import boto3\nclass Jobs:\n    def __init__(self):\n        self.sm = boto3.client("sagemaker")\n    def start(self):\n        self.sm.CALL\nJobs().start()`,
    "environment",
  ],
  "a client in a class that nothing makes an object of": [
    `import boto3\nclass Jobs:\n    def __init__(self):\n        self.sm = boto3.client("sagemaker")\n    def start(self):\n        self.sm.CALL`,
    "environment",
  ],
  "a client of a session that a class is given": [
    `class Jobs:\n    def __init__(self, session):\n        self.session = session\n        self.sm = self.session.client("sagemaker")\n    def start(self):\n        self.sm.CALL`,
    "?",
  ],
  "a client of a session that a function is given": [
    `def start(session):\n    session.client("sagemaker", "eu-west-1").CALL`,
    "?",
  ],
  "a client of a session from elsewhere": [
    `from mine import session_of\nsession_of("dev").client(service_name="sagemaker").CALL`,
    "?",
  ],
  "the method by name": [
    `import boto3\nmake = boto3.client("sagemaker").create_model\nmake(ARGUMENTS)`,
    "environment",
  ],
  getattr: [`import boto3\ngetattr(boto3.client("sagemaker"), "create_model")(ARGUMENTS)`, "environment"],
  "a service by a constant": [
    `import boto3\nSERVICE = "sagemaker"\nboto3.client(SERVICE).CALL`,
    "environment",
  ],
  "a client by branch": [
    `import boto3\nif local():\n    sm = boto3.client("sagemaker", "eu-west-1")\nelse:\n    sm = boto3.client("sagemaker", "us-west-2")\nsm.CALL`,
    "?",
  ],
};

describe("a boto3 client, however it is made", () => {
  for (const [name, [code, region]] of Object.entries(forms)) {
    it(name, () => {
      const text = code.replace("CALL", call).replace("ARGUMENTS", call.slice("create_model(".length, -1));
      const { requests } = check(
        { uri: "a.py", cells: [{ kind: "code", language: "python", text }] },
        environmentOf(accountFacts(twoVpcs)),
      );
      assert.deepEqual(
        requests.map(({ operation }) => operation),
        ["CreateModel"],
      );
      const [request] = requests;
      assert.equal(request?.fields.get("ExecutionRoleArn")?.state, "known");
      assert.equal(request.regionUnknown ? "?" : (request.region ?? "environment"), region);
    });
  }
});

/** Methods of objects that nobody knows, which need not be those of a client of SageMaker. */
const others: Readonly<Record<string, string>> = {
  "arguments that other services take": `def go(client):\n    client.create_model(ModelName="m")\n    client.create_endpoint(EndpointName="e", Tags=[])`,
  "arguments that SageMaker does not take": `def go(jobs):\n    jobs.create_training_job(name="a")\n    jobs.create_training_job(TrainingJobName="a", priority=1)`,
  "arguments by position": `def go(jobs):\n    jobs.create_training_job("a", TrainingJobName="b")`,
  "no arguments that are known": `def go(jobs, **all):\n    jobs.create_training_job()\n    jobs.create_training_job(**all)`,
  "the SDK's local client": `from sagemaker.local import LocalSagemakerClient\nLocalSagemakerClient().create_model(ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/r")`,
  "a mock": `from unittest.mock import MagicMock\nsm = MagicMock()\nsm.create_training_job(TrainingJobName="j")`,
  "what a mock gives": `from unittest import mock\nm = mock.Mock()\nm.sagemaker.create_training_job(TrainingJobName="j")\nm.client("sagemaker").create_training_job(TrainingJobName="j")`,
  "a function of a known package": `import mlflow\nmlflow.create_model(ModelName="m", PrimaryContainer={})`,
};

describe("a client that is not known, with", () => {
  for (const [name, text] of Object.entries(others)) {
    it(name, () => {
      const { requests } = check(
        { uri: "a.py", cells: [{ kind: "code", language: "python", text }] },
        environmentOf(accountFacts(twoVpcs)),
      );
      assert.deepEqual(requests, []);
    });
  }
});

it("the region of a session that names none is not None", () => {
  const text = `import boto3\nsm = boto3.client("sagemaker")\nsm.create_model(ModelName="m", ExecutionRoleArn=boto3.Session().region_name)`;
  const { requests } = check(
    { uri: "a.py", cells: [{ kind: "code", language: "python", text }] },
    environmentOf(accountFacts(twoVpcs)),
  );
  assert.equal(requests[0]?.fields.get("ExecutionRoleArn")?.state, "unknown");
});
