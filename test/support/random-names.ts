import type { randomFrom } from "./random.js";

type Random = ReturnType<typeof randomFrom>;

const right = [
  `["subnet-a1", "subnet-a2"]`,
  `["sg-train"]`,
  `"arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"`,
];

/** Cells that give names the values that fixes want, take them away again, and start jobs in all kinds of scopes. */
export function randomNames(random: Random): readonly string[] {
  const { below, chance, pick } = random;
  let jobs = 0;
  const name = () => pick(["ids", "groups", "net", "key"]);
  const value = () => (chance(0.7) ? pick(right) : pick([`["subnet-b"]`, "None", "[]", `"sg-b"`, "3"]));
  const call = () =>
    `Estimator(image_uri="i", role="arn:aws:iam::111122223333:role/R", instance_count=1, instance_type="ml.m5.large", volume_kms_key="k", base_job_name="job-${(jobs += 1)}")`;
  const indented = (text: string) => text.replaceAll(/^(?=.)/gm, "    ");

  const statement = (depth: number): string => {
    const [a, b] = [name(), name()];
    const kind = below(34);
    const inner = () => (depth > 0 ? indented(statement(depth - 1)) : "    pass");
    switch (kind) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4:
      case 5:
      case 6:
        return `${a} = ${value()}`;
      case 7:
        return `${a}: object = ${value()}`;
      case 8:
        return `${a} = ${b} = ${value()}`;
      case 9:
        return `${a}, ${b} = ${value()}, ${value()}`;
      case 10:
        return `if opaque():\n${inner()}`;
      case 11:
        return `if not opaque():\n${inner()}\nelse:\n    pass`;
      case 12:
        return `for ${a} in [${value()}, ${value()}]:\n${inner()}`;
      case 13:
        return `try:\n${inner()}\nexcept Exception as ${a}:\n    pass`;
      case 14:
        return `try:\n    raise ValueError\nexcept ValueError as ${a}:\n    pass`;
      case 15:
        return `${a} += ["x"]`;
      case 16:
        return `${a}.append("x")`;
      case 17:
        return `${b} = ${a}\n${b}.append("x")`;
      case 18:
        return `opaque(${a})`;
      case 19:
        return `del ${a}`;
      case 20:
        return `def change():\n    global ${a}\n    ${a} = ${value()}\nchange()`;
      case 21:
        return `print([${a} for ${a} in range(2)])`;
      case 22:
        return `if (${a} := ${value()}):\n    pass`;
      case 23:
        return `class ${a}: pass`;
      case 24:
        return `import json as ${a}`;
      case 25:
        return pick([`exec("${a} = 1")`, `globals()["${a}"] = 1`, `vars()["${a}"] = 1`]);
      default:
        return job(a, b);
    }
  };
  const job = (a: string, b: string): string => {
    switch (below(10)) {
      case 0:
        return `def make(${a}=None):\n    return ${call()}\nmake().fit()`;
      case 1:
        return `def make():\n    ${a} = 1\n    def inner(${b}):\n        return ${call()}\n    return inner(2)\nmake().fit()`;
      case 2:
        return `def make():\n    job = ${call()}\n    return job\n${a} = ${value()}\nmake().fit()`;
      case 3:
        return `[${call()} for ${a} in range(1)][0].fit()`;
      case 4:
        return `(lambda ${a}: ${call()})(1).fit()`;
      case 5:
        return `class Jobs:\n    ${a} = ${value()}\n    job = ${call()}\n    job.fit()`;
      case 6:
        return `class Jobs:\n    ${a} = ${value()}\n    def make(self):\n        return ${call()}\nJobs().make().fit()`;
      case 7:
        return `settings = {"max_run": 60}\n${call().replace(")", ", **settings)")}.fit()`;
      default:
        return `job = ${call()}\njob.fit()`;
    }
  };
  const cells = Array.from({ length: 2 + below(4) }, () =>
    Array.from({ length: 1 + below(4) }, () => statement(2)).join("\n"),
  );
  return [
    "from sagemaker.estimator import Estimator\nfrom helpers import opaque",
    ...cells,
    "job = " + call() + "\njob.fit()",
  ];
}
