import assert from "node:assert/strict";
import { check } from "../../core/src/check.js";
import { completionsAt } from "../../core/src/completion/completion.js";
import { noEnvironment } from "../../core/src/environment.js";
import { readYaml } from "../../core/src/files/read-yaml.js";

const count = 50_000;
const blanks = " ".repeat(count);
const lines = "\n".repeat(count);
const slashes = "/".repeat(count);
const command = 'aws sagemaker create-training-job --training-job-name "$X"';
const estimator = (image: string) =>
  `from sagemaker.estimator import Estimator\nEstimator(${image}, "r", 1, "ml.m5.large").fit()`;

/** What a regular expression may look at again from each of its letters. */
const texts: Record<string, string> = {
  "blanks in the path of %%writefile": `%%writefile --append ${blanks}a${blanks}"b\nx = 1`,
  "blanks in a value of %env": `%env X=${blanks}a b${blanks}c\n${estimator('"i"')}`,
  "blanks in a line that may be a magic": `pip install a${blanks}=${blanks}(`,
  "blanks before pip": `%%bash\n${blanks}pip install sagemaker ${blanks}x`,
  "comments that ignore nothing": `${estimator('"i"')} ${"# preflight: ignore[a".repeat(count / 10)}`,
  "rules that a comment names": `x = 1 # preflight: ignore[${"a,".repeat(count / 5)}]`,
  "slashes in a path of Python's": `import os\nx = os.path.dirname("a${slashes}b${slashes}c")\n${estimator("x")}`,
  "slashes in a path object": `from pathlib import Path\nx = Path("/a${slashes}b${slashes}c").parent\n${estimator('open(x / "a").read()')}`,
  "slashes in a path of a shell's": `%%bash\nX=$(dirname "${slashes}a${slashes}b")\nX=$(basename "${slashes}a")\n${command}`,
  "ends of lines that a shell prints": `%%bash\nX=$(printf '${lines}a')\n${command}`,
  "blanks that a shell reads": `%%bash\nread X Y <<< "a${blanks}b"\n${command}`,
  "blanks in a shell's arithmetic": `%%bash\nX=$((${blanks}1${blanks}))\n${command}`,
  "brackets in a shell's arithmetic": `%%bash\n((${"a[".repeat(count)}))\n${command}`,
  "brackets that fill in nothing": `import boto3\nboto3.client("sagemaker").create_training_job(TrainingJobName="${"<".repeat(count)}", ResourceConfig={"InstanceType": "${"<".repeat(count)}"})`,
  "credentials that are not set": `${"environ |= |".repeat(count / 30)}\n${"setup_default_session(".repeat(count / 60)}\n${estimator('"i"')}`,
  "letters of an instance type": `from sagemaker.pytorch import PyTorch\nPyTorch(entry_point="a.py", role="r", instance_count=1, instance_type="ml.${"m".repeat(count)}!", framework_version="2.0", py_version="py310", distribution={"torch_distributed": {"enabled": True}}).fit()`,
  "letters of an image": `from sagemaker.processing import Processor\nfrom sagemaker.network import NetworkConfig\nProcessor(role="r", image_uri="${".dkr.ecr.".repeat(count / 5)}", instance_count=1, instance_type="ml.m5.large", network_config=NetworkConfig(enable_network_isolation=True)).run()`,
};

const lastLines: Record<string, string> = {
  "blanks before a command": `${blanks}a`,
  "letters of an option": `!aws sagemaker create-training-job --vpc-config Subnets=${"a".repeat(count)},`,
  "colons of an option": `!aws sagemaker create-training-job --vpc-config Subnets=${",a".repeat(count)}`,
};

describe("a long run of the same", () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`takes time in proportion to ${name}`, () => {
      const cells = [{ kind: "code", language: "python", text }] as const;
      assertSoon(() => check({ uri: "a.ipynb", cells }, noEnvironment));
    });
  }

  it("is read in time in proportion to brackets of a YAML file", () => {
    assertSoon(() => readYaml(`a: ${"]".repeat(count)}`));
  });

  for (const [name, text] of Object.entries(lastLines)) {
    it(`is completed in time in proportion to ${name}`, () => {
      const cells = [{ kind: "code", language: "python", text }] as const;
      const notebook = { uri: "a.ipynb", cells };
      const report = check(notebook, noEnvironment);
      assertSoon(() => completionsAt({ cell: 0, offset: text.length }, notebook, report, noEnvironment));
    });
  }
});

/** Each letter looked at from each other one takes seconds. */
function assertSoon(run: () => unknown): void {
  const { user } = process.cpuUsage();
  run();
  const milliseconds = (process.cpuUsage().user - user) / 1000;
  assert.ok(milliseconds < 1000, `${milliseconds} ms`);
}
