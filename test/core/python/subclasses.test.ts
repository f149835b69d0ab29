import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import type { Notebook } from "../../../core/src/notebook/notebook.js";
import type { JobRequest } from "../../../core/src/requests/request.js";

describe("classes of the notebook that are made of the SDK's", () => {
  it("have what they hand on to super().__init__(), and what they set later", () => {
    const [request] = requests(`
class Secure(Estimator):
    def __init__(self, image, **kwargs):
        kwargs.setdefault("subnets", ["subnet-1"])
        super().__init__(image, "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large", **kwargs)
        self.output_kms_key = "alias/out"
Secure("i", security_group_ids=["sg-1"]).fit()
`);
    assert.deepEqual(known(request), {
      "VpcConfig.Subnets": ["subnet-1"],
      "VpcConfig.SecurityGroupIds": ["sg-1"],
      "OutputDataConfig.KmsKeyId": "alias/out",
      "ResourceConfig.InstanceType": "ml.m5.large",
    });
  });

  it("have the attributes of their class before and after the SDK's constructor is called", () => {
    const [first] = requests(`
class Secure(Estimator):
    KEY = "alias/volume"
    NETWORK = {"subnets": ["subnet-1"], "security_group_ids": ["sg-1"]}
    def __init__(self, image, **kwargs):
        kwargs.setdefault("volume_kms_key", self.KEY)
        super().__init__(image, "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large", **self.NETWORK, **kwargs)
        self.output_kms_key = self.KEY
Secure("i").fit()
`);
    assert.deepEqual(known(first), {
      "VpcConfig.Subnets": ["subnet-1"],
      "VpcConfig.SecurityGroupIds": ["sg-1"],
      "OutputDataConfig.KmsKeyId": "alias/volume",
      "ResourceConfig.InstanceType": "ml.m5.large",
    });
    const key = first?.fields.get("ResourceConfig.VolumeKmsKeyId");
    assert.deepEqual([key?.state, key?.value], ["known", "alias/volume"]);
  });

  it("may call the SDK's constructor by its class", () => {
    const [request] = requests(`
class Secure(Estimator):
    def __init__(self, image):
        Estimator.__init__(self, image, "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large", subnets=["subnet-1"], security_group_ids=["sg-1"])
Secure("i").fit()
`);
    assert.deepEqual(known(request), {
      "VpcConfig.Subnets": ["subnet-1"],
      "VpcConfig.SecurityGroupIds": ["sg-1"],
      "ResourceConfig.InstanceType": "ml.m5.large",
    });
  });

  it("have what nobody knows where only some way calls the SDK's constructor", () => {
    const [request] = requests(`
class Perhaps(Estimator):
    def __init__(self, image):
        if image.startswith(prefix()):
            super().__init__(image, "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large")
Perhaps("i").fit()
`);
    assert.equal(request?.fields.get("VpcConfig.Subnets")?.state, "unknown");
  });

  it("are shown at their own call, under the SDK's name", () => {
    const code = `class Mine(Estimator): pass\nMine("i", "r/R", 1, "ml.m5.large").fit()\n`;
    const [request] = requests(code);
    assert.equal(request?.name, "Estimator");
    assert.equal(request.launches.length, 1);
  });

  it("have what nobody knows when their constructor never calls the SDK's", () => {
    const [request] = requests(`class Mine(Estimator):\n    def __init__(self): pass\nMine().fit()\n`);
    assert.equal(request?.fields.get("VpcConfig.Subnets")?.state, "unknown");
  });

  it("have what nobody knows where a method of theirs takes the place of the SDK's", () => {
    const [request] = requests(
      `class Mine(Estimator):\n    def enable_network_isolation(self): return True\nMine("i", "r/R", 1, "ml.m5.large").fit()\n`,
    );
    assert.equal(request?.fields.get("EnableNetworkIsolation")?.state, "unknown");
  });

  it("are not written to where they only hand arguments on", () => {
    const [request] = requests(`
class Mine(Estimator):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
Mine("i", "r/R", 1, "ml.m5.large").fit()
`);
    assert.ok(request?.setLater?.includes("VpcConfig.Subnets"));
  });
});

describe("methods that nothing calls", () => {
  it("have the class's own methods, and attributes that nobody knows", () => {
    const [request] = requests(`
class Project:
    def __init__(self): self.subnets = ["subnet-1"]
    def job(self): return {"instance_type": "ml.m5.large", "output_kms_key": "alias/out"}
    def train(self, *args, **kwargs):
        Estimator("i", "r/R", 1, subnets=self.subnets, security_group_ids=args, **self.job()).fit()
`);
    assert.deepEqual(known(request), {
      "VpcConfig.Subnets": "unknown",
      "VpcConfig.SecurityGroupIds": "unknown",
      "OutputDataConfig.KmsKeyId": "alias/out",
      "ResourceConfig.InstanceType": "ml.m5.large",
    });
  });

  it("of a class whose method is called are read with what it was called with", () => {
    const [request, ...others] = requests(`
class Project:
    def train(self, key):
        Estimator("i", "r/R", 1, "ml.m5.large", output_kms_key=key).fit()
Project().train("alias/out")
`);
    assert.deepEqual(known(request), {
      "OutputDataConfig.KmsKeyId": "alias/out",
      "ResourceConfig.InstanceType": "ml.m5.large",
    });
    assert.deepEqual(others, []);
  });
});

describe("other ways to the SDK's classes", () => {
  it("functools.partial keeps arguments for a later call", () => {
    const [request] = requests(`
import functools
small = functools.partial(Estimator, "i", "r/R", 1, "ml.m5.large", subnets=["subnet-1"])
small(security_group_ids=["sg-1"]).fit()
`);
    assert.deepEqual(known(request), {
      "VpcConfig.Subnets": ["subnet-1"],
      "VpcConfig.SecurityGroupIds": ["sg-1"],
      "ResourceConfig.InstanceType": "ml.m5.large",
    });
  });

  it("getattr takes a class by its name, setattr sets an attribute", () => {
    const [request] = requests(`
import sagemaker
est = getattr(sagemaker.estimator, "Estimator")("i", "r/R", 1, "ml.m5.large")
setattr(est, "output_kms_key", "alias/out")
est.fit()
`);
    assert.deepEqual(known(request), {
      "OutputDataConfig.KmsKeyId": "alias/out",
      "ResourceConfig.InstanceType": "ml.m5.large",
    });
  });
});

const paths = [
  "VpcConfig.Subnets",
  "VpcConfig.SecurityGroupIds",
  "OutputDataConfig.KmsKeyId",
  "ResourceConfig.InstanceType",
];

function known(request: JobRequest | undefined): Record<string, unknown> {
  const values = paths.flatMap((path) => {
    const field = request?.fields.get(path);
    return field ? [[path, field.state === "known" ? field.value : field.state] as const] : [];
  });
  return Object.fromEntries(values);
}

function requests(code: string): readonly JobRequest[] {
  const cells = ["from sagemaker.estimator import Estimator\n", code];
  const notebook: Notebook = {
    uri: "n.ipynb",
    cells: cells.map((text) => ({ kind: "code", language: "python", text })),
  };
  return check(notebook, { region: "us-east-1", facts: new Map(), online: true }).requests;
}
