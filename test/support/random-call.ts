import type { FieldChange } from "../../core/src/requests/request.js";

export type Random = (below: number) => number;

/** A cell: what is to be left alone around the code that a fix may touch. */
export interface RandomCell {
  readonly before: string;
  readonly code: string;
  readonly after: string;
}

export interface RandomCall {
  readonly cells: readonly RandomCell[];
  readonly changes: readonly FieldChange[];
}

interface Surface {
  readonly callee: string;
  /** Keywords that are always there. */
  readonly given: readonly string[];
  /** Keywords that may be there, in some of these ways. */
  readonly perhaps: readonly (readonly string[])[];
  readonly changes: readonly (readonly FieldChange[])[];
}

const ids = [
  `["subnet-old"]`,
  `["subnet-old", 'subnet-other']`,
  "[]",
  "None",
  "ids",
  `("subnet-old",)`,
  `"subnet-old"`,
];
const groups = ids.map((text) => text.replaceAll("subnet", "sg").replace("ids", "groups"));

const surfaces: readonly Surface[] = [
  {
    callee: "Estimator",
    given: ["role=role", `image_uri="i"`, "instance_count=1", `instance_type='ml.m5.large'`],
    perhaps: [
      ids.map((text) => `subnets=${text}`),
      groups.map((text) => `security_group_ids=${text}`),
      ["volume_kms_key=None", `volume_kms_key="k"`, "volume_kms_key=key"],
      [`hyperparameters={"a": (1, 2), 'b': [f(x) for x in y]}`, "tags=None", "volume_size=(30)"],
    ],
    changes: [network("VpcConfig."), key("ResourceConfig.VolumeKmsKeyId"), key("OutputDataConfig.KmsKeyId")],
  },
  {
    callee: "Processor",
    given: ["role=role", `image_uri="i"`, "instance_count=1", `instance_type='ml.m5.large'`],
    perhaps: [
      [
        "network_config=None",
        "network_config=net",
        "network_config=NetworkConfig(enable_network_isolation=True)",
      ],
      [`env={"a": "b",}`, "max_runtime_in_seconds=60"],
    ],
    changes: [network("NetworkConfig.VpcConfig."), key("ProcessingResources.ClusterConfig.VolumeKmsKeyId")],
  },
  {
    callee: "client.create_training_job",
    given: [`TrainingJobName="j"`, "RoleArn=role"],
    perhaps: [
      [
        ...ids.map((text) => `VpcConfig={"Subnets": ${text}}`),
        `VpcConfig={'Subnets': ["subnet-old"], **{"SecurityGroupIds": groups}}`,
        "VpcConfig=vpc",
        "VpcConfig={}",
      ],
      [`OutputDataConfig={"S3OutputPath": "s3://b"}`, `OutputDataConfig=dict(S3OutputPath='s3://b')`],
      [`ResourceConfig={"InstanceType": "ml.m5.large", "InstanceCount": 1}`],
    ],
    changes: [network("VpcConfig."), key("OutputDataConfig.KmsKeyId"), key("ResourceConfig.VolumeKmsKeyId")],
  },
  {
    callee: "ModelTrainer",
    given: [`training_image="i"`],
    perhaps: [
      [
        "networking=None",
        "networking=Networking()",
        `networking=Networking(subnets=["subnet-old"], security_group_ids=groups)`,
        `networking={"subnets": ["subnet-old"]}`,
        "networking=placed",
      ],
      ["compute=compute", `compute=Compute(instance_type="ml.m5.large")`],
      ["role=role"],
    ],
    changes: [network("VpcConfig."), key("ResourceConfig.VolumeKmsKeyId"), key("OutputDataConfig.KmsKeyId")],
  },
];

const imports = `import boto3
from sagemaker.estimator import Estimator
from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking
client = boto3.client("sagemaker", region_name="eu-west-1")
role = "arn:aws:iam::111122223333:role/r"
`;

const made = `ids = ["subnet-old"]
groups = ['sg-old', "sg-other"]
key = "alias/old"
net = NetworkConfig(
    encrypt_inter_container_traffic=True  # always
)
vpc = {"Subnets": ["subnet-old"], "SecurityGroupIds": groups}
compute = Compute(instance_type="ml.m5.large", instance_count=1)
placed = Networking(enable_network_isolation=True)
`;

/** A call of some surface in some format, and values to set in it. */
export function randomCall(random: Random): RandomCall {
  const pick = <T>(items: readonly T[]): T => items[random(items.length)] ?? pick(items);
  const surface = pick(surfaces);
  const items = shuffled(
    [...surface.given, ...surface.perhaps.flatMap((ways) => (random(2) === 0 ? [] : [pick(ways)]))],
    random,
  );
  const own = items.filter(() => random(4) > 0);
  const rest = items.filter((item) => !own.includes(item));
  const cells = [cell("", imports, "# the imports end here\n"), cell("# made\n", made, "")];
  const expanded = rest.length > 0 && random(2) === 0 ? rest : [];
  if (expanded.length > 0) {
    const dict =
      random(2) === 0
        ? formatted("dict(", expanded, ")", random)
        : formatted(
            "{",
            expanded.map((item) => item.replace(/^(\w+)=/, random(2) === 0 ? `"$1": ` : `'$1':`)),
            "}",
            random,
          );
    cells.push(cell("before = 1\n", `settings = ${dict}\n`, "after = 1\n"));
  }
  const all = [...own, ...(expanded.length > 0 ? ["**settings"] : rest)];
  const call = formatted(`${surface.callee}(`, all, ")", random);
  const [start = "", end = "", indent = ""] = pick([
    ["", "\n"],
    ["x = ", "\n"],
    ["x = (", ")\n"],
    ["if True:\n    x = ", "\n", "    "],
    ["def make():\n\treturn ", "\nmake()\n", "\t"],
    ["x = [1, ", ", 2]\n"],
    ["make = lambda: ", "\nmake()\n"],
    ["x = [", " for _ in range(2)]\n"],
    ["with open('f') as f: x = ", "  # there\n"],
  ]);
  cells.push(
    cell("before = f(1)  # (\n", `${start}${call.replaceAll("\n", `\n${indent}`)}${end}`, "after = f(2)\n"),
  );
  const changes = surface.changes.filter(() => random(2) === 0).flat();
  const newline = random(5) === 0 ? "\r\n" : "\n";
  return {
    cells: cells.map(({ before, code, after }) =>
      cell(
        ...([before, code, after].map((text) => text.replaceAll("\n", newline)) as [string, string, string]),
      ),
    ),
    changes: changes.length > 0 ? changes : (surface.changes[0] ?? []),
  };
}

function cell(before: string, code: string, after: string): RandomCell {
  return { before, code, after };
}

/** Brackets and their items, with blanks, line breaks, comments and a last comma where Python allows them. */
export function formatted(open: string, items: readonly string[], close: string, random: Random): string {
  const pick = (texts: readonly string[]): string => texts[random(texts.length)] ?? "";
  switch (random(4)) {
    case 0: {
      const blank = pick(["", " "]);
      const comma = items.length > 0 ? pick(["", ",", " , "]) : "";
      return `${open}${blank}${items.join(pick([", ", ",", " ,  "]))}${comma}${blank}${close}`;
    }
    case 1: {
      const step = pick(["    ", "  ", "\t"]);
      const lines = items.map((item, index) => {
        const isLast = index === items.length - 1;
        const comma = isLast ? pick(["", ","]) : ",";
        const above = random(5) === 0 ? `${step}# (${index}, "\n` : "";
        return `${above}${step}${item}${comma}${pick(["", "", "  # a, b)"])}\n`;
      });
      const end = random(4) === 0 ? `${step}# the end,\n` : "";
      return `${open}${pick(["", "  # open ("])}\n${lines.join("")}${end}${pick(["", step])}${close}`;
    }
    case 2:
      return `${open}${items.join(`,\n${" ".repeat(open.length + 4)}`)}${close}`;
    default: {
      const gap = () => pick(["", " ", "\n", "\n      ", "  # ),\n", " \n# [\n  "]);
      const parts = items.flatMap((item, index) => [index === 0 ? "" : ",", gap(), item, gap()]);
      return `${open}${parts.join("")}${items.length > 0 ? pick(["", ","]) : ""}${gap()}${close}`;
    }
  }
}

function network(above: string): readonly FieldChange[] {
  return [
    { path: `${above}Subnets`, value: ["subnet-new1", "subnet-new2"] },
    { path: `${above}SecurityGroupIds`, value: ["sg-new"] },
  ];
}

function key(path: string): readonly FieldChange[] {
  return [{ path, value: "arn:aws:kms:eu-west-1:111122223333:key/new" }];
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(random(rest.length), 1));
}
