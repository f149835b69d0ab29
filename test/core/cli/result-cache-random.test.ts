import assert from "node:assert/strict";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ipynbOf } from "../../support/notebooks.js";
import { RandomSource } from "../../support/random-source.js";
import { Project } from "./kept-project.js";

const steps = Number(process.env.CACHE_STEPS ?? 40);
const seed = Number(process.env.CACHE_SEED ?? 1);

/** What a job's settings may come from: other files, which other files may stand for. */
const sources = [
  "from settings import subnets, groups\n",
  "import settings\nsubnets, groups = settings.subnets, settings.groups\n",
  'import json\nvalues = json.load(open("settings.json"))\nsubnets, groups = values["subnets"], values["groups"]\n',
  'import yaml\nvalues = yaml.safe_load(open("conf/settings.yaml"))\nsubnets, groups = values["subnets"], values["groups"]\n',
  'subnets, groups = ["subnet-0a1b2c3d4e5f60718"], None\n',
  "%run other.py\n",
  "from package.inner import subnets\nfrom package import groups\n",
];
const values = ["None", "[]", '["subnet-0a1b2c3d4e5f60718"]', '["sg-0a1b2c3d4e5f60718"]', "unknown()"];
const jobs = [
  'Estimator("image", role, 1, "ml.m5.large", subnets=subnets, security_group_ids=groups)\n',
  'Estimator("image", role, 1, "ml.m5.large", subnets=subnets).fit("s3://bucket/data")\n',
  "# preflight: ignore[vpc-config-incomplete] why\nEstimator(\"image\", role, 1, 'ml.m5.large', subnets=subnets)\n",
  "broken (\n",
];

describe("What the command line kept is what it would find", function () {
  this.timeout(120_000);
  const project = new Project();
  const { folder } = project;
  after(() => {
    project.remove();
  });

  async function run(argv: readonly string[], environment: Readonly<Record<string, string>>) {
    const machine = { platform: "linux", home: join(folder, "home") } as const;
    const { checked, ...said } = await project.run(["check", ".", "--offline", ...argv], {
      environment,
      machine,
    });
    return { said, checks: checked.length };
  }

  it(`after each of ${steps} random changes of a project (seed ${seed})`, async () => {
    const random = new RandomSource(seed);
    const one = <T>(of: readonly T[]): T => random.pick(of);
    const list = () => one(["null", "[]", '["subnet-0a1b2c3d4e5f60718"]', '["sg-0a1b2c3d4e5f60718"]']);
    const texts: Record<string, () => string> = {
      "a.py": () => `from sagemaker.estimator import Estimator\n${one(sources)}${one(jobs)}`,
      "b.ipynb": () =>
        ipynbOf(["from sagemaker.estimator import Estimator", one(sources), one(jobs), one(jobs)]),
      "sub/c.ipynb": () => ipynbOf([`from sagemaker.estimator import Estimator\n${one(sources)}`, one(jobs)]),
      "sub/d.py": () => `from sagemaker.estimator import Estimator\n${one(sources)}${one(jobs)}`,
      "settings.json": () => `{"subnets": ${list()}, "groups": ${list()}}`,
      "sub/settings.json": () => one([`{"subnets": ${list()}, "groups": ${list()}}`, "{"]),
      "conf/settings.yaml": () => `subnets: ${list()}\ngroups: ${list()}\n`,
      "home/.config/sagemaker/config.yaml": () =>
        `SchemaVersion: '1.0'\nSageMaker:\n  TrainingJob:\n    VpcConfig:\n      Subnets: ${list()}\n      SecurityGroupIds: ${list()}\n`,
      "sagemaker-preflight.yaml": () =>
        `rules:\n  vpc-config-incomplete: ${one(["info", "warning", "error"])}\n`,
    };
    for (const name of [
      "settings.py",
      "sub/settings.py",
      "package/inner.py",
      "package/__init__.py",
      "other.py",
    ])
      texts[name] = () => `subnets = ${one(values)}\ngroups = ${one(values)}\n`;
    const names = Object.keys(texts);
    let hits = 0;
    const change = () => {
      const name = one(names);
      const path = join(folder, name);
      rmSync(path, { recursive: true, force: true });
      const kind = random.below(8);
      if (kind === 0) return `no ${name}`;
      mkdirSync(dirname(path), { recursive: true });
      if (kind === 1 && !/^(?:a\.py|b\.|sub\/[cd])/.test(name)) {
        mkdirSync(path);
        return `${name} is a folder`;
      }
      if (kind === 2) {
        const target = one(names);
        symlinkSync(join(folder, target), path);
        return `${name} is a link to ${target}`;
      }
      writeFileSync(path, texts[name]?.() ?? "");
      return `another ${name}`;
    };
    for (let i = 0; i < 12; i += 1) change();
    for (let step = 0; step < steps; step += 1) {
      const what = change();
      const argv = one([
        [],
        [],
        ["--format", "json"],
        ["--verbose"],
        ["--region", "us-east-1"],
        ["--sdk-version", "2"],
      ]);
      const environment = one([{}, {}, {}, { AWS_REGION: "eu-west-1" }]);
      const whole = await run([...argv, "--no-cache"], environment);
      const kept = await run(argv, environment);
      assert.deepEqual(kept.said, whole.said, `step ${step}: ${what}, ${argv.join(" ")}`);
      hits += whole.checks - kept.checks;
    }
    assert.ok(hits > steps, `too few were kept to show anything: ${hits}`);
  });
});
