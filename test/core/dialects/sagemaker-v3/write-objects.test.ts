import assert from "node:assert/strict";
import { sagemakerV3Dialect } from "../../../../core/src/dialects/sagemaker-v3/sagemaker-v3.js";
import { check } from "../../../../core/src/check.js";
import { applyEdits } from "../../../support/apply-edits.js";
import type { FieldChange } from "../../../../core/src/requests/request.js";

const network: readonly FieldChange[] = [
  { path: "VpcConfig.Subnets", value: ["n"] },
  { path: "VpcConfig.SecurityGroupIds", value: ["g"] },
];
const volumeKey: readonly FieldChange[] = [{ path: "ResourceConfig.VolumeKmsKeyId", value: "alias/k" }];
const made = `Networking(subnets=["n"], security_group_ids=["g"])`;

describe("fields written into objects", () => {
  const cases: Record<string, { cells: string[]; changes?: readonly FieldChange[]; fixed: string[] }> = {
    "a new object, its class imported behind the SDK's other import": {
      cells: [
        `import os\nfrom sagemaker.train import ModelTrainer  # v3\n\nModelTrainer(training_image="i")\n`,
      ],
      fixed: [
        `import os\nfrom sagemaker.train import ModelTrainer  # v3\nfrom sagemaker.train.configs import Networking\n\nModelTrainer(training_image="i", networking=${made})\n`,
      ],
    },
    "a class imported in an earlier cell": {
      cells: [
        `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Networking as Net`,
        `ModelTrainer(training_image="i")`,
      ],
      fixed: [
        `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Networking as Net`,
        `ModelTrainer(training_image="i", networking=${made.replace("Networking", "Net")})`,
      ],
    },
    "a class within an imported module": {
      cells: [
        `import sagemaker.train.configs as c\nfrom sagemaker.train import ModelTrainer\nModelTrainer(training_image="i")`,
      ],
      fixed: [
        `import sagemaker.train.configs as c\nfrom sagemaker.train import ModelTrainer\nModelTrainer(training_image="i", networking=c.${made})`,
      ],
    },
    "a name added to the module's import": {
      cells: [
        `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Compute\nModelTrainer(training_image="i")`,
      ],
      fixed: [
        `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Compute, Networking\nModelTrainer(training_image="i", networking=${made})`,
      ],
    },
    "the import at the top of a cell that has none, under its magic": {
      cells: [
        `from sagemaker.train import ModelTrainer`,
        `%%time\n# train\nt = ModelTrainer(training_image="i")\nt.train()`,
      ],
      fixed: [
        `from sagemaker.train import ModelTrainer`,
        `%%time\n# train\nfrom sagemaker.train.configs import Networking\nt = ModelTrainer(training_image="i", networking=${made})\nt.train()`,
      ],
    },
    "an object made in another cell": {
      cells: [
        `from sagemaker.train.configs import Compute\ncompute = Compute(\n    instance_type="ml.m5.xlarge",\n    instance_count=1,\n)`,
        `from sagemaker.train import ModelTrainer\nModelTrainer(training_image="i", compute=compute)`,
      ],
      changes: volumeKey,
      fixed: [
        `from sagemaker.train.configs import Compute\ncompute = Compute(\n    instance_type="ml.m5.xlarge",\n    instance_count=1,\n    volume_kms_key_id="alias/k",\n)`,
        `from sagemaker.train import ModelTrainer\nModelTrainer(training_image="i", compute=compute)`,
      ],
    },
    "an object that is set on the trainer later": {
      cells: [
        `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Compute\nt = ModelTrainer(training_image="i")\nt.compute = Compute(instance_type="ml.m5.xlarge", instance_count=1)\nt.train()`,
      ],
      changes: volumeKey,
      fixed: [
        `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Compute\nt = ModelTrainer(training_image="i")\nt.compute = Compute(instance_type="ml.m5.xlarge", instance_count=1, volume_kms_key_id="alias/k")\nt.train()`,
      ],
    },
    "None, replaced": {
      cells: [
        `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Networking\nModelTrainer(training_image="i", networking=None)`,
      ],
      fixed: [
        `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Networking\nModelTrainer(training_image="i", networking=${made})`,
      ],
    },
    "a dict that pydantic makes an object of": {
      cells: [
        `from sagemaker.train import ModelTrainer\nModelTrainer(training_image="i", networking={"subnets": ["subnet-b"]})`,
      ],
      fixed: [
        `from sagemaker.train import ModelTrainer\nModelTrainer(training_image="i", networking={"subnets": ["n"], "security_group_ids": ["g"]})`,
      ],
    },
    "an attribute of the object that is assigned": {
      cells: [
        `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Networking\nn = Networking()\nn.subnets = ["b"]\nModelTrainer(training_image="i", networking=n)`,
      ],
      fixed: [
        `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Networking\nn = Networking(security_group_ids=["g"])\nn.subnets = ["n"]\nModelTrainer(training_image="i", networking=n)`,
      ],
    },
    "an object in the place of None that is assigned": {
      cells: [
        `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Networking\nt = ModelTrainer(training_image="i", networking=Networking(subnets=["b"]))\nt.networking = None\nt.train()`,
      ],
      fixed: [
        `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Networking\nt = ModelTrainer(training_image="i", networking=Networking(subnets=["b"]))\nt.networking = ${made}\nt.train()`,
      ],
    },
    "late v2": {
      cells: [`from sagemaker.modules.train import ModelTrainer\nModelTrainer(training_image="i")`],
      fixed: [
        `from sagemaker.modules.train import ModelTrainer\nfrom sagemaker.modules.configs import Networking\nModelTrainer(training_image="i", networking=${made})`,
      ],
    },
  };
  for (const [name, { cells, changes = network, fixed }] of Object.entries(cases)) {
    it(name, () => {
      assert.deepEqual(written(cells, changes), fixed);
    });
  }
});

describe("fields that cannot be written safely", () => {
  const start = `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Networking\n`;
  const cases: Record<string, string> = {
    "the network comes from elsewhere": `ModelTrainer(training_image="i", networking=company.network())`,
    "the network differs by branch": `net = Networking() if flag() else None\nModelTrainer(training_image="i", networking=net)`,
    "the attribute is set in a loop": `n = Networking()\nfor one in ids:\n    n.subnets = ["subnet-b"]\nModelTrainer(training_image="i", networking=n)`,
    "the list grows later": `n = Networking(subnets=["subnet-b"])\nn.subnets.append("subnet-c")\nModelTrainer(training_image="i", networking=n)`,
    "the network is taken away on a branch": `t = ModelTrainer(training_image="i", networking=Networking())\nif flag():\n    t.networking = None\nt.train()`,
    "the call expands something unknown": `ModelTrainer(training_image="i", **settings())`,
    "two calls of a function give two networks": `\
def launch(net):
    ModelTrainer(training_image="i", networking=net).train()
launch(Networking(subnets=["subnet-b"]))
launch(Networking(subnets=["subnet-c"]))`,
  };
  for (const [name, code] of Object.entries(cases)) {
    it(name, () => {
      assert.equal(written([start + code], network), undefined);
    });
  }

  it("the class's name is something else's", () => {
    const code = `from sagemaker.train import ModelTrainer\nclass Networking: pass\nModelTrainer(training_image="i")`;
    assert.equal(written([code], network), undefined);
  });
});

function written(cells: readonly string[], changes: readonly FieldChange[]): string[] | undefined {
  const notebook = {
    uri: "n.ipynb",
    cells: cells.map((text) => ({ kind: "code", language: "python", text }) as const),
  };
  const [request] = check(notebook, { region: "us-east-1", facts: new Map(), online: false }).requests;
  assert.ok(request, "no request");
  const edits = sagemakerV3Dialect.write(request, changes, notebook);
  return (
    edits &&
    cells.map((text, cell) =>
      applyEdits(
        text,
        edits.filter(({ span }) => span.cell === cell),
      ),
    )
  );
}
