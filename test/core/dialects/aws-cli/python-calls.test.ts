import assert from "node:assert/strict";
import { check } from "../../../../core/src/check.js";
import { noEnvironment } from "../../../../core/src/environment.js";
import { notebookOf } from "../../../support/notebooks.js";

const command =
  "aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/R";
const words = command
  .split(" ")
  .map((word) => `"${word}"`)
  .join(", ");

function requestsOf(...cells: readonly string[]) {
  return check(notebookOf(...cells), noEnvironment).requests;
}

describe("commands that Python has run", () => {
  const read: Readonly<Record<string, string>> = {
    "a list of words": `subprocess.run([${words}])`,
    "a tuple of words": `subprocess.check_call((${words}))`,
    "words of a text": `subprocess.run("${command}".split())`,
    "words as a shell has them": `import shlex\nsubprocess.run(shlex.split("${command.replace(" m ", " 'm' ")}"))`,
    "words of a text that is put together": `import shlex\nsubprocess.run(shlex.split(f"${command.replace(":role", "{x}:role")}"))`,
    "the only text of a list for a shell": `subprocess.run(["${command}"], shell=True)`,
    "a list in a name": `c = [${words}]\nsubprocess.Popen(c)`,
    "a text for a shell": `subprocess.check_output("${command}", shell=True)`,
    "a text that is put together": `n = "m"\nos.system(f"${command.replace(" m ", " {n} ")}")`,
    "a text of another shell": `subprocess.run(["bash", "-c", "${command}"])`,
    "a text that a shell is given to read": `subprocess.run(["/bin/bash", "-es"], input="${command}", text=True)`,
    "lines that a shell is given to read": `subprocess.run(["sh"], input=f"""\nset -e\nN=m\n${command.replace(" m ", " $N ")}\n""")`,
    "what a function is given": `def sh(c):\n    subprocess.getoutput(c)\nsh("${command}")`,
  };
  for (const [name, text] of Object.entries(read)) {
    it(`are read: ${name}`, () => {
      const [request, other] = requestsOf(`import os, subprocess\n${text}`);
      assert.equal(other, undefined);
      assert.equal(request?.fields.get("ModelName")?.value, "m");
    });
  }

  const others: Readonly<Record<string, string>> = {
    "a text that no shell reads": `subprocess.run("${command}")`,
    "a text that another function is given": `subprocess.list2cmdline([${words}])`,
    "the first word of a list for a shell": `subprocess.run([${words}], shell=True)`,
    "a text that a program is given to read": `subprocess.run(["cat"], input="${command}")`,
    "a text that a script may read": `subprocess.run(["bash", "run.sh"], input="${command}")`,
    "words that are not closed": `import shlex\nsubprocess.run(shlex.split("${command} 'x"))`,
    "a text that is not known": `subprocess.run(c, shell=True)`,
  };
  for (const [name, text] of Object.entries(others)) {
    it(`are no others: ${name}`, () => {
      assert.deepEqual(requestsOf(`import os, subprocess\n${text}`), []);
    });
  }

  it("are read where another cell has the text, once", () => {
    for (const cell of [
      "subprocess.run(c, shell=True)",
      "os.system(c)",
      "x = subprocess.check_output(c, shell=True)",
    ]) {
      const requests = requestsOf(`import os, subprocess\nc = "${command}"`, cell, cell);
      assert.deepEqual(
        requests.map(({ span, fields }) => [span.cell, fields.get("ModelName")?.value]),
        [[0, "m"]],
      );
    }
  });

  it("are words as shlex.split makes them", () => {
    const given = String.raw`f"aws sagemaker create-model --model-name a\\ b'\\c'\"d\\$\\\"e\" --execution-role-arn '{x}' {y}z '' --region \"{x} b\""`;
    const [request] = requestsOf(`import shlex, subprocess\nsubprocess.run(shlex.split(${given}))`);
    assert.equal(request?.fields.get("ModelName")?.value, String.raw`a b\cd\$"e`);
    assert.equal(request.regionUnknown, true);
  });

  it("are refused where JSON is asked for and YAML was written", () => {
    const run = (dumped: string) =>
      requestsOf(
        `import yaml\nwith open("job.json", "w") as f:\n    yaml.dump(${dumped}, f)`,
        `!aws sagemaker create-model --cli-input-json file://job.json`,
      )[0]?.refused?.error;
    assert.deepEqual([run(`{"ModelName": "m"}`), run("x"), run("{}")], ["ParamError", undefined, undefined]);
  });

  it("take no file of the notebook's folder in another folder", () => {
    const file = `import json\nwith open("job.json", "w") as f:\n    json.dump({"ModelName": "m"}, f)`;
    const run = (more: string) =>
      requestsOf(
        file,
        `import subprocess\nsubprocess.run(["aws", "sagemaker", "create-model", "--cli-input-json", "file://job.json"]${more})`,
      )[0]?.fields.get("ModelName")?.state;
    assert.deepEqual([run(""), run(`, cwd="x"`)], ["known", "unknown"]);
  });

  it("have the region of their own environment", () => {
    const [request] = requestsOf(`import subprocess\nsubprocess.run([${words}], env=environment)`);
    assert.equal(request?.regionUnknown, true);
  });
});
