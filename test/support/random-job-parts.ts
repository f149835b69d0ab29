import { formatted, type Random } from "./random-call.js";

export interface Job {
  /** Needed above it. */
  readonly imports: readonly string[];
  /** Objects that it is given, made before it, perhaps in another cell. */
  readonly objects: readonly string[];
  readonly callee: string;
  /** Keywords as they are written, `name=value`. */
  readonly keywords: readonly string[];
  /** What is done with the object, if anything: `NAME.fit()`. */
  readonly launch?: string;
}

export const role = "arn:aws:iam::111122223333:role/Training";
export const key = "11111111-aaaa-4bbb-8ccc-000000000003";

/** Jobs of each SDK with what people give them, and the ways in which people write it. */
export class RandomJobParts {
  constructor(protected readonly random: Random) {}

  protected dict(items: readonly string[]): string {
    if (this.random(3) === 0) return formatted("dict(", items, ")", this.random);
    const quote = this.pick(["'", '"']);
    return formatted(
      "{",
      items.map((item) => item.replace(/^(\w+)=/, `${quote}$1${quote}: `)),
      "}",
      this.random,
    );
  }

  protected jobOfV2(): Job {
    switch (this.random(5)) {
      case 0:
        return {
          imports: [
            "from sagemaker.processing import Processor",
            "from sagemaker.network import NetworkConfig",
          ],
          objects: this.some(["net = NetworkConfig(enable_network_isolation=True)"]),
          callee: "Processor",
          keywords: [
            `role="${role}"`,
            `image_uri="i"`,
            "instance_count=1",
            `instance_type='ml.m5.xlarge'`,
            ...this.some([`volume_kms_key="${key}"`, "env={'a': (1, 2)}"]),
            ...this.one([
              "network_config=net",
              "network_config=None",
              "network_config=NetworkConfig()",
              `network_config=NetworkConfig(subnets=["subnet-a1"])`,
              `network_config=NetworkConfig(subnets=["subnet-a1"], security_group_ids=["sg-b"])`,
            ]),
          ],
          launch: "NAME.run()",
        };
      case 1:
        return this.jobOfBoto3();
      case 2:
        return {
          imports: ["import sagemaker.pytorch as spt"],
          objects: this.objects(),
          callee: "spt.PyTorch",
          keywords: [
            `entry_point="train.py"`,
            `framework_version="2.0"`,
            `py_version="py310"`,
            ...this.estimator(),
          ],
          launch: "NAME.fit()",
        };
      default:
        return {
          imports: ["from sagemaker.estimator import Estimator"],
          objects: this.objects(),
          callee: "Estimator",
          keywords: [`image_uri="i"`, ...this.estimator()],
          launch: "NAME.fit()",
        };
    }
  }

  protected estimator(): readonly string[] {
    return [
      `role="${role}"`,
      "instance_count=1",
      `instance_type='ml.m5.xlarge'`,
      ...this.one([
        `subnets=["subnet-a1"]`,
        `subnets=["subnet-a1", 'subnet-a2']`,
        "subnets=[]",
        "subnets=None",
        "subnets=ids",
      ]),
      ...this.one([`security_group_ids=["sg-b"]`, "security_group_ids=None", "security_group_ids=groups"]),
      ...this.some([
        `volume_kms_key="${key}"`,
        "hyperparameters={'a': [f for f in 'ab']}",
        `output_kms_key=None`,
      ]),
    ];
  }

  protected objects(): readonly string[] {
    return [`ids = ["subnet-a1"]`, `groups = ('sg-b',)`];
  }

  protected jobOfBoto3(): Job {
    const vpcs = [
      `VpcConfig={"Subnets": ["subnet-a1"]}`,
      `VpcConfig={'Subnets': ids, "SecurityGroupIds": ["sg-b"]}`,
      "VpcConfig=vpc",
      "VpcConfig={}",
    ];
    const objects = [`ids = ["subnet-a1"]`, `vpc = {"Subnets": ids, "SecurityGroupIds": ["sg-b"]}`];
    const client = {
      imports: ["import boto3"],
      objects: [...objects, `client = boto3.client("sagemaker", region_name="us-east-1")`],
    };
    if (this.random(2) === 0)
      return {
        ...client,
        callee: "client.create_model",
        keywords: [
          `ModelName="m"`,
          `ExecutionRoleArn="${role}"`,
          `PrimaryContainer={"Image": "i"}`,
          ...this.one(vpcs),
        ],
      };
    return {
      ...client,
      callee: "client.create_training_job",
      keywords: [
        `TrainingJobName="j"`,
        `RoleArn="${role}"`,
        `AlgorithmSpecification={"TrainingImage": "i", "TrainingInputMode": "File"}`,
        "StoppingCondition=dict(MaxRuntimeInSeconds=60)",
        this.pick([
          `OutputDataConfig={"S3OutputPath": "s3://b/o"}`,
          `OutputDataConfig=dict(S3OutputPath='s3://b/o',)`,
        ]),
        this.pick([
          `ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30}`,
          `ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30, 'VolumeKmsKeyId': '${key}'}`,
        ]),
        ...this.one(vpcs),
      ],
    };
  }

  protected jobOfV3(): Job {
    return {
      imports: [
        "from sagemaker.train import ModelTrainer",
        this.pick([
          "from sagemaker.train.configs import Compute, Networking",
          "from sagemaker.train.configs import (\n    Compute,  # a\n    Networking,\n)",
        ]),
      ],
      objects: [
        `compute = Compute(instance_type="ml.m5.xlarge", instance_count=1)`,
        `placed = Networking(subnets=["subnet-a1"],\n    security_group_ids=["sg-b"])`,
        "flags = Networking(enable_network_isolation=True)",
      ],
      callee: "ModelTrainer",
      keywords: [
        `training_image="i"`,
        `role="${role}"`,
        ...this.one([
          "compute=compute",
          `compute=Compute(instance_type="ml.m5.xlarge", instance_count=1, volume_kms_key_id="${key}")`,
        ]),
        ...this.one([
          "networking=placed",
          "networking=flags",
          "networking=None",
          "networking=Networking()",
          `networking=Networking(subnets=["subnet-a1"])`,
        ]),
      ],
      launch: "NAME.train()",
    };
  }

  protected magic(): string {
    return this.pick(["", "", "", "%%time\n", "%matplotlib inline\n", "!pip install -q x  # (\n", "# é\n"]);
  }

  protected behind(): string {
    return this.pick(["", "", "  # why, so (", "  # ü 😀"]);
  }

  protected split(items: readonly string[]): readonly [readonly string[], readonly string[]] {
    if (this.random(2) === 0) return [items, []];
    const own = items.filter(() => this.random(2) === 0);
    return [own, items.filter((item) => !own.includes(item))];
  }

  protected pick<T>(items: readonly T[]): T {
    const one = items[this.random(items.length)];
    if (one === undefined) throw new Error("There is nothing to pick from.");
    return one;
  }

  protected one(items: readonly string[]): readonly string[] {
    return this.random(3) === 0 ? [] : [this.pick(items)];
  }

  protected some(items: readonly string[]): readonly string[] {
    return items.filter(() => this.random(3) === 0);
  }

  protected shuffled(items: readonly string[]): readonly string[] {
    const rest = [...items];
    return items.flatMap(() => rest.splice(this.random(rest.length), 1));
  }
}
