import assert from "node:assert/strict";
import { check } from "../../../core/src/index.js";

const made = 'subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]';
const job = `from sagemaker.estimator import Estimator
Estimator("i", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large", subnets=subnets, security_group_ids=["sg-1"]).fit()`;

/** Each in cells of its own between the two. The value is the one that Python has, or it is not known. */
const between: readonly (readonly [string[], unknown])[] = [
  [["import random\nrandom.shuffle(subnets)"], undefined],
  [["import random", "random.shuffle(subnets)"], undefined],
  [["from mylib import fill", "fill(subnets)"], undefined],
  [["from mylib import fill", "fill(x=[subnets])"], undefined],
  [["import mylib", "x = mylib.fill(subnets)"], undefined],
  [["del subnets[0]"], undefined],
  [["subnets[:] = other"], undefined],
  [["subnets += other"], undefined],
  [["subnets = !aws ec2 describe-subnets"], undefined],
  [["%%capture subnets\nprint(1)"], undefined],
  [["%%bash --out subnets\nls"], undefined],
  [["%%capture --no-stderr\nprint(1)"], "subnet-0a1b2c3d4e5f60719"],
  [["match x:\n    case subnets:\n        pass"], undefined],
  [["list(map(subnets.append, ['x']))"], undefined],
  [["import mylib", "alias = subnets", "mylib.fill(alias)"], undefined],
  [["alias = subnets", "alias.append('x')"], "x"],
  [["alias = [subnets]", "alias[0].append('x')"], "x"],
  [["alias = {'a': subnets}", "for v in alias.values():\n    v.append('x')"], "x"],
  [["def add():\n    subnets.append('x')", "add()"], "x"],
  [["getattr(subnets, 'append')('x')"], "x"],
  [["print(subnets)"], "subnet-0a1b2c3d4e5f60719"],
  [["n = len(subnets)"], "subnet-0a1b2c3d4e5f60719"],
];

describe("A cell that nobody names", () => {
  for (const [cells, last] of between)
    it(`is read where it may change what a job takes: ${JSON.stringify(cells)}`, () => {
      for (const sources of [
        [made, ...cells, job],
        ...(cells.some((cell) => cell.startsWith("%%")) ? [] : [[[made, ...cells].join("\n"), job]]),
      ]) {
        const { requests } = check(
          { uri: "a.ipynb", cells: sources.map((text) => ({ kind: "code", language: "python", text })) },
          { region: "us-east-1", facts: new Map(), online: false },
        );
        const subnets = requests
          .find(({ operation }) => operation === "CreateTrainingJob")
          ?.fields.get("VpcConfig.Subnets");
        assert.ok(subnets !== undefined);
        if (last === undefined) assert.notEqual(subnets.state, "known", sources.join("\n--\n"));
        else assert.deepEqual([subnets.state, (subnets.value as string[]).at(-1)], ["known", last]);
      }
    });
});
