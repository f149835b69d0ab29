import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { dialectOf } from "../../../core/src/dialects/index.js";
import { applyEdits } from "../../../core/src/notebook/apply-edits.js";
import type { Notebook } from "../../../core/src/notebook/notebook.js";
import type { FieldChange, JobRequest } from "../../../core/src/requests/request.js";

const vpc: readonly FieldChange[] = [
  { path: "NetworkConfig.VpcConfig.Subnets", value: ["subnet-1"] },
  { path: "NetworkConfig.VpcConfig.SecurityGroupIds", value: ["sg-1"] },
];

describe("the network of an SDK v2 processor", () => {
  it("goes into a new NetworkConfig, with the import that it needs", () => {
    const cells = [
      "from sagemaker.processing import Processor\n",
      "%%time\n# Prepares\np = Processor(role)\np.run()\n",
    ];
    assert.deepEqual(written(cells, vpc), [
      cells[0],
      "%%time\n# Prepares\nfrom sagemaker.network import NetworkConfig\n" +
        'p = Processor(role, network_config=NetworkConfig(subnets=["subnet-1"], security_group_ids=["sg-1"]))\np.run()\n',
    ]);
  });

  it("is written by the module's name where the module is imported", () => {
    const cells = ["import sagemaker as sm\nsm.processing.Processor(role=role)\n"];
    assert.deepEqual(written(cells, vpc), [
      "import sagemaker as sm\n" +
        "sm.processing.Processor(\n    role=role,\n" +
        '    network_config=sm.network.NetworkConfig(subnets=["subnet-1"], security_group_ids=["sg-1"]),\n)\n',
    ]);
  });

  it("is not written by a name that became something else", () => {
    const cells = [
      "import sagemaker\nfrom sagemaker.processing import Processor\n",
      'import boto3\nsagemaker = boto3.client("sagemaker")\nProcessor(role=role)\n',
    ];
    const [, second = ""] = written(cells, vpc) ?? [];
    assert.match(second, /^from sagemaker\.network import NetworkConfig\n/);
    assert.match(second, /network_config=NetworkConfig\(subnets=/);
  });

  it("cannot be written where NetworkConfig is the notebook's own class", () => {
    const cells = [
      "from sagemaker.processing import Processor\nclass NetworkConfig: pass\nProcessor(role=role)\n",
    ];
    assert.equal(written(cells, vpc), undefined);
  });

  it("enters the NetworkConfig that another cell makes", () => {
    const cells = [
      'from sagemaker.network import NetworkConfig\nnet = NetworkConfig(subnets=["subnet-2"])\n',
      "from sagemaker.processing import Processor\nProcessor(role=role, network_config=net).run()\n",
    ];
    assert.deepEqual(written(cells, vpc), [
      'from sagemaker.network import NetworkConfig\nnet = NetworkConfig(subnets=["subnet-1"], security_group_ids=["sg-1"])\n',
      cells[1],
    ]);
  });

  it("replaces what is given by position", () => {
    const cells = [
      'from sagemaker.network import NetworkConfig\nfrom sagemaker.processing import Processor\nnet = NetworkConfig(True, ["sg-2"], ["subnet-2"])\nProcessor(network_config=net)\n',
    ];
    assert.match(written(cells, vpc)?.[0] ?? "", /NetworkConfig\(True, \["sg-1"\], \["subnet-1"\]\)/);
  });

  it("cannot be written where the object comes from somewhere else", () => {
    const elsewhere = [
      "from sagemaker.processing import Processor\nProcessor(network_config=settings.network())\n",
    ];
    assert.equal(written(elsewhere, vpc), undefined);
  });

  it("is written where its attribute is set later, and not where that is on one branch", () => {
    const imports =
      "from sagemaker.network import NetworkConfig\nfrom sagemaker.processing import Processor\n";
    const job = "p = Processor(network_config=net)\n";
    assert.deepEqual(
      written([`${imports}net = NetworkConfig()\n${job}net.subnets = ["subnet-2"]\np.run()\n`], vpc),
      [
        `${imports}net = NetworkConfig(security_group_ids=["sg-1"])\n${job}net.subnets = ["subnet-1"]\np.run()\n`,
      ],
    );
    const branch = `${imports}net = NetworkConfig()\n${job}if x:\n    net.subnets = ["subnet-2"]\np.run()\n`;
    assert.equal(written([branch], vpc), undefined);
  });

  it("is written beside its other half, which the call gives as None and only an assignment sets", () => {
    const cell = (after = "") =>
      `from sagemaker.estimator import Estimator\ne = Estimator("i", "r", subnets=None)\ne.subnets = ["subnet-1"]\n${after}e.fit()\n`;
    const groups = [{ path: "VpcConfig.SecurityGroupIds", value: ["sg-1"] }];
    assert.deepEqual(written([cell()], groups), [cell('e.security_group_ids = ["sg-1"]\n')]);
  });

  it("is not known where the object is not", () => {
    const [request] = requests([
      "from sagemaker.processing import Processor\nProcessor(network_config=net())\n",
    ]);
    assert.equal(request?.fields.get("NetworkConfig.VpcConfig.Subnets")?.state, "unknown");
    assert.equal(request.fields.get("NetworkConfig.EnableNetworkIsolation")?.state, "unknown");
  });
});

describe("requests that other objects make up", () => {
  const estimator = 'from sagemaker.estimator import Estimator\ne = Estimator(uri, role, 1, "ml.m5.large")\n';

  it("has one for each estimator of a tuner, and none of an estimator that only tunes", () => {
    const cells = [
      estimator,
      'from sagemaker.tuner import HyperparameterTuner\nt = HyperparameterTuner.create({"b": e, "a": e}, objectives, ranges)\nt.fit()\n',
    ];
    assert.deepEqual(
      requests(cells).map(({ operation, part }) => [operation, part]),
      [
        ["CreateHyperParameterTuningJob", "TrainingJobDefinitions[0]."],
        ["CreateHyperParameterTuningJob", "TrainingJobDefinitions[1]."],
      ],
    );
  });

  it("writes a tuning job's network into the estimator's call", () => {
    const cells = [
      estimator,
      "from sagemaker.tuner import HyperparameterTuner\nHyperparameterTuner(e).fit()\n",
    ];
    const path = "TrainingJobDefinition.VpcConfig.Subnets";
    assert.deepEqual(written(cells, [{ path, value: ["subnet-1"] }]), [
      estimator.replace('"ml.m5.large")', '"ml.m5.large", subnets=["subnet-1"])'),
      cells[1],
    ]);
  });

  it("does not know whether a tuner has the instances of its estimator where they may be overridden", () => {
    const cells = [
      estimator,
      "from sagemaker.tuner import HyperparameterTuner\nt = HyperparameterTuner(e)\n" +
        "t.override_resource_config(configs)\nt.fit()\n",
    ];
    const [request] = requests(cells);
    const resources = "TrainingJobDefinition.HyperParameterTuningResourceConfig";
    assert.deepEqual(request?.fields.get(`${resources}.InstanceType`)?.values, ["ml.m5.large", undefined]);
    assert.deepEqual(request.fields.get(`${resources}.InstanceCount`)?.values, [1, undefined]);
  });

  it("knows nothing of an estimator that is attached to a job, and writes nothing into the call", () => {
    const cells = ['from sagemaker.estimator import Estimator\ne = Estimator.attach("job")\ne.fit()\n'];
    const [request] = requests(cells);
    assert.equal(request?.fields.get("VpcConfig.Subnets")?.state, "unknown");
    assert.equal(written(cells, [{ path: "VpcConfig.Subnets", value: ["subnet-1"] }]), undefined);
  });

  it("predicts what botocore refuses, but of what runs on this machine", () => {
    for (const [type, error] of [
      ['"ml.m5.large"', "ParamValidationError"],
      ['"local"', undefined],
      ['"local" if debug() else "ml.m5.large"', undefined],
    ] as const) {
      const [request] = requests([
        `from sagemaker.estimator import Estimator\nEstimator("i", "r", 1, ${type}).fit({})\n`,
      ]);
      assert.equal(request?.refused?.error, error, type);
    }
  });

  it("takes the network of a model that is deployed from its estimator, or from the call", () => {
    const cells = [
      estimator,
      'e.deploy(1, "ml.m5.large")\n',
      'e.deploy(1, "local", vpc_config_override=vpc())\n',
    ];
    const models = requests(cells).filter(({ operation }) => operation === "CreateModel");
    assert.deepEqual(
      models.map(({ fields, localMode }) => [fields.get("VpcConfig.Subnets")?.state, localMode]),
      [
        [undefined, false],
        ["unknown", true],
      ],
    );
  });

  it("leaves open what a JumpStart model's specification may set", () => {
    const cells = [
      "from sagemaker.jumpstart.estimator import JumpStartEstimator as J\nJ(model_id=id).fit()\n",
    ];
    const [request] = requests(cells);
    assert.equal(request?.fields.get("EnableNetworkIsolation")?.state, "unknown");
    assert.equal(request.fields.get("ResourceConfig.InstanceType")?.state, "unknown");
    assert.equal(request.fields.get("VpcConfig.Subnets"), undefined);
  });

  it("takes a remote function for one job, whatever it does", () => {
    const cells = [
      "from sagemaker.remote_function import remote\n@remote(subnets=['subnet-1'])\ndef train():\n    Trainer().train()\n",
      "train()\n",
    ];
    const all = requests(cells);
    assert.deepEqual(
      all.map(({ operation, halfVpc, launches }) => [operation, halfVpc, launches.length]),
      [["CreateTrainingJob", "SDK drops it", 1]],
    );
  });
});

function requests(cells: readonly string[]): readonly JobRequest[] {
  return check(toNotebook(cells), { region: "us-east-1", facts: new Map(), online: true }).requests;
}

/** The cells after the first request's fields were written; `undefined`: they cannot be. */
function written(cells: readonly string[], changes: readonly FieldChange[]): readonly string[] | undefined {
  const [request] = requests(cells);
  assert.ok(request, "no request was read");
  const edits = dialectOf(request)?.write(request, changes, toNotebook(cells));
  return (
    edits &&
    cells.map((text, cell) => {
      const own = edits.filter(({ span }) => span.cell === cell);
      return (
        applyEdits(
          text,
          own.map(({ span: { from, to }, text: by }) => ({ from, to, text: by })),
        ) ?? ""
      );
    })
  );
}

function toNotebook(cells: readonly string[]): Notebook {
  return { uri: "n.ipynb", cells: cells.map((text) => ({ kind: "code", language: "python", text })) };
}
