import assert from "node:assert/strict";
import { check } from "../../../../core/src/check.js";
import { dialectOf } from "../../../../core/src/dialects/index.js";
import { noEnvironment } from "../../../../core/src/environment.js";
import type { FileAnswer } from "../../../../core/src/files/file-answer.js";
import { editCells } from "../../../../core/src/notebook/apply-edits.js";
import type { FieldChange, JobRequest } from "../../../../core/src/requests/request.js";
import { notebookOf } from "../../../support/notebooks.js";

const json = `{
  "ModelName": "m",
  "ExecutionRoleArn": "arn:aws:iam::111122223333:role/R",
  "VpcConfig": {"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}
}`;
const yaml = `\
ModelName: m
VpcConfig:
  Subnets: [subnet-1]
  SecurityGroupIds:
  - sg-1
`;
const files: Readonly<Record<string, string>> = {
  "job.json": json,
  "settings/job.yaml": yaml,
  "broken.json": "{",
  "plain.json": `{"ModelName": "m", "InferenceExecutionConfig": {}}`,
};
const command = (path: string, kind = "json") =>
  `!aws sagemaker create-model --cli-input-${kind} file://${path}`;

const dump = (name = "m", indent = 0) =>
  [
    `import json`,
    `with open("job.json", "w") as f:`,
    `    json.dump({"ModelName": "${name}", "VpcConfig": {"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}}, f)`,
  ].join(`\n${" ".repeat(indent)}`);

describe("files that commands of the AWS CLI name", () => {
  const read: Readonly<Record<string, readonly string[]>> = {
    "a request as JSON": [command("job.json")],
    "however the path is written": [command("././job.json")],
    "a request as YAML": [command("settings/job.yaml", "yaml")],
    "in a script": [`%%bash\n${command("job.json").slice(1)}`],
    "one member": [`!aws sagemaker create-model --model-name m --vpc-config file://vpc.json`],
    "what the notebook wrote before": [`%%writefile new.json\n${json}`, command("new.json")],
    "what Python wrote before": [dump(), command("job.json")],
    "what Python wrote and copied": [
      dump(),
      `import shutil\nshutil.copy("job.json", "k.json")`,
      command("k.json"),
    ],
    "what Python wrote by a name that another cell has": [
      `path = "k.json"`,
      dump().replace(`"job.json"`, "path"),
      command("k.json"),
    ],
    "what is in the folder that Python is in": [
      `import os\nos.chdir("settings")`,
      command("job.yaml", "yaml"),
    ],
    "what is in the folder that IPython is in": [`%cd -q settings`, command("job.yaml", "yaml")],
    "what is in the notebook's folder, from another": [
      `import os\nhome = os.getcwd()\nos.chdir("settings")`,
      `!aws sagemaker create-model --cli-input-json file://../job.json`,
    ],
    "what is there again": [`f = "settings"\n%cd {f}`, `%cd ..`, command("job.json")],
    "what Python wrote in the folder that it is in": [
      `import os\nhome = os.getcwd()\nos.chdir(folder)\nos.chdir(home)\nos.chdir("x")`,
      dump(),
      `os.chdir(home)`,
      command("x/job.json"),
    ],
    "what a cell is written into there": [
      `%cd x`,
      `%%writefile new.json\n${json}`,
      `%cd ..`,
      command("x/new.json"),
    ],
    "what a script only reads": [`!cat job.json`, command("job.json")],
  };
  for (const [name, cells] of Object.entries(read)) {
    it(`are read: ${name}`, () => {
      const { fields } = requestOf(cells);
      const subnets = fields.get("VpcConfig.Subnets");
      assert.deepEqual([subnets?.state, subnets?.value], ["known", ["subnet-1"]]);
    });
  }

  it("tell the file and the line", () => {
    const { fields } = requestOf([command("settings/job.yaml", "yaml")]);
    assert.deepEqual(fields.get("VpcConfig.SecurityGroupIds")?.origin, {
      from: "file",
      file: "settings/job.yaml",
      line: 5,
    });
  });

  it("tell the file of another folder from the notebook's", () => {
    const { fields } = requestOf([`%cd settings`, command("job.yaml", "yaml")]);
    assert.deepEqual(fields.get("VpcConfig.SecurityGroupIds")?.origin, {
      from: "file",
      file: "settings/job.yaml",
      line: 5,
    });
  });

  const unknown: Readonly<Record<string, readonly string[]>> = {
    "a file of a folder that IPython went to": [`%cd sub`, command("job.json")],
    "a file of a folder above": [`%cd ..`, command("job.json")],
    "a file of a folder that is not known": [`import os\nos.chdir(f)`, command("job.json")],
    "a file of a folder that one branch goes to": [
      `import os\nif x():\n    os.chdir("sub")`,
      command("job.json"),
    ],
    "a file after IPython went home": [`%cd`, command("job.json")],
    "a file after IPython went back": [`%cd settings`, `%cd -`, command("job.json")],
    "a file that Python writes in a folder that nobody knows": [
      dump(),
      `import os\nhome = os.getcwd()\nos.chdir(f)`,
      dump("n"),
      `os.chdir(home)`,
      command("job.json"),
    ],
    "a file that is not beside the notebook": [command("/etc/job.json")],
    "a file above the notebook": [command("../job.json")],
    "a file that nobody has read": [command("other.json")],
    "a file of a variable": [`%%bash\naws sagemaker create-model --cli-input-json file://$F`],
    "a file that a shell command wrote before": [`!cp other.json job.json`, command("job.json")],
    "a file that a command's output went into": [`!make_job > job.json`, command("job.json")],
    "a file that Python wrote before": [
      `from pathlib import Path\nPath("job.json").write_text(x)`,
      command("job.json"),
    ],
    "a file that Python appends to": [
      dump(),
      `with open("job.json", "a") as f:\n    f.write("x")`,
      command("job.json"),
    ],
    "a file that Python does not close": [
      `import json\nf = open("job.json", "w")\njson.dump({"ModelName": "m"}, f)`,
      command("job.json"),
    ],
    "a file that Python writes on one branch": [dump(), `if x():\n    ${dump("n", 4)}`, command("job.json")],
    "a file that Python writes in several parts": [
      `import json\nwith open("job.json", "w") as f:\n    json.dump({"ModelName": "m"}, f)\n    f.write(rest)`,
      command("job.json"),
    ],
    "a file that code which is not followed is handed": [
      dump(),
      `upload(to="job.json")`,
      command("job.json"),
    ],
    "a file that code which is not followed is given open": [
      `import json, other\nwith open("job.json", "w") as f:\n    json.dump({"ModelName": "m"}, f)\n    other.write(f)`,
      command("job.json"),
    ],
    "a file of another folder than Python wrote it in": [
      dump(),
      `import os\nos.chdir("sub")`,
      command("job.json"),
    ],
    "a file of another folder than IPython is in now": [dump(), `%cd sub`, command("job.json")],
    "a file that Python takes away": [dump(), `import os\nos.remove("job.json")`, command("job.json")],
    "a file that Python writes while a name is not known": [
      dump(),
      `with open(name(), "w") as f:\n    f.write("x")`,
      command("job.json"),
    ],
    "a file that Python writes by another name": [
      dump(),
      `with open("/home/user/job.json", "w") as f:\n    f.write("x")`,
      command("job.json"),
    ],
    "a file of which one value cannot be written": [
      `import json\nwith open("job.json", "w") as f:\n    json.dump({"VpcConfig": {"Subnets": {"a"}}}, f)`,
      command("job.json"),
    ],
    "a file that the same script writes": [
      `%%bash\njq . other > job.json\naws sagemaker create-model --cli-input-json file://job.json`,
    ],
    "a file that the same script writes somehow": [
      `%%bash\nsed -i s/a/b/ ./job.json\naws sagemaker create-model --cli-input-json file://job.json`,
    ],
    "a file of another folder": [
      `%%bash\ncd settings\naws sagemaker create-model --cli-input-json file://job.json`,
    ],
  };
  for (const [name, cells] of Object.entries(unknown)) {
    it(`are not known: ${name}`, () => {
      assert.equal(requestOf(cells).fields.get("VpcConfig.Subnets")?.state, "unknown");
    });
  }

  it("are asked for once, as one path", () => {
    const report = check(notebookOf(command("./job.json"), command("job.json")), {
      ...noEnvironment,
      files: new Map(),
    });
    assert.deepEqual(report.files, ["job.json"]);
  });
});

describe("files that a script of its own names", () => {
  const create = (file: string) => `aws sagemaker create-model --cli-input-json ${file}`;
  const settings = "SUBNETS=subnet-1\nGROUPS_=sg-1\n";
  const library = `make() { aws sagemaker create-model --model-name "$1" --vpc-config "Subnets=$SUBNETS,SecurityGroupIds=sg-1"; }`;
  const read: Readonly<Record<string, readonly [script: string, files: Readonly<Record<string, string>>]>> = {
    "in its own folder": [`cd "$(dirname "$0")"\n${create("file://job.json")}`, { "job.json": json }],
    "by its own folder": [
      `DIR="$(cd "$(dirname "\${BASH_SOURCE[0]}")" >/dev/null 2>&1 && pwd)"\ncd x\n${create('"file://$DIR/job.json"')}`,
      { "job.json": json },
    ],
    "in a folder that it goes to": [
      `pushd settings > /dev/null\n${create("file://job.json")}\npopd`,
      { "settings/job.json": json },
    ],
    "from which it takes variables": [
      `source "$(dirname "$0")/config.sh"\naws sagemaker create-model --model-name m --vpc-config "Subnets=$SUBNETS,SecurityGroupIds=$GROUPS_"`,
      { "config.sh": settings },
    ],
    "from which it takes the functions that ask for jobs": [
      `SUBNETS=subnet-1\n. ./lib/jobs.sh\nmake m`,
      { "lib/jobs.sh": library },
    ],
  };
  for (const [name, [script, given]] of Object.entries(read)) {
    it(`are read: ${name}`, () => {
      const [request, other] = requestsOfScript(script, given);
      assert.equal(other, undefined);
      assert.deepEqual(request?.fields.get("VpcConfig.Subnets")?.value, ["subnet-1"]);
    });
  }

  it("are asked for only where a command takes them in", () => {
    const filesOf = (text: string) => {
      const cells = [{ kind: "code" as const, language: "shellscript", text }];
      return check({ uri: "run.sh", cells }, noEnvironment).files;
    };
    assert.deepEqual(filesOf('docker build . -t "$image"\naws sagemaker list-models'), []);
    assert.deepEqual(filesOf("if true; then . config.sh; fi\n  source lib.sh"), ["config.sh", "lib.sh"]);
  });

  it("are not written into where a file has the command", () => {
    const [request] = requestsOfScript(`source lib.sh\nSUBNETS=subnet-1\nmake m`, { "lib.sh": library });
    assert.equal(request?.inText, "made");
  });

  const unknown: Readonly<
    Record<string, readonly [script: string, files: Readonly<Record<string, string>>]>
  > = {
    "a file of another folder": [`cd "$X"\n${create("file://job.json")}`, { "job.json": json }],
    "a file of a folder of that name": [create('"file://$DIR/job.json"'), { "job.json": json }],
    "what may leave the function that it is taken into": [
      `source config.sh\naws sagemaker create-model --model-name m --vpc-config "Subnets=$SUBNETS,SecurityGroupIds=$GROUPS_"`,
      { "config.sh": `${settings}return 0\n` },
    ],
  };
  for (const [name, [script, given]] of Object.entries(unknown)) {
    it(`are not known: ${name}`, () => {
      const [request] = requestsOfScript(script, given);
      assert.notEqual(request?.fields.get("VpcConfig.Subnets")?.state, "known");
    });
  }
});

function requestsOfScript(text: string, given: Readonly<Record<string, string>>): readonly JobRequest[] {
  const cells = [{ kind: "code" as const, language: "shellscript", text }];
  const notebook = { uri: "run.sh", cells };
  const answers = new Map<string, FileAnswer>();
  for (const path of check(notebook, { ...noEnvironment, files: answers }).files) {
    const found = given[path];
    answers.set(path, found === undefined ? { state: "absent" } : { state: "text", text: found });
  }
  return check(notebook, { ...noEnvironment, files: answers }).requests;
}

describe("fields of commands that take a file", () => {
  const vpc: readonly FieldChange[] = [
    { path: "VpcConfig.Subnets", value: ["subnet-2", "subnet-3"] },
    { path: "VpcConfig.SecurityGroupIds", value: ["sg-1"] },
  ];
  const bash = (body: string, after = "") =>
    `%%bash\ncat > j.json <<'EOF'\n${body}\nEOF\naws sagemaker create-model --cli-input-json file://j.json${after}`;

  const table: Readonly<Record<string, { before: string; after: string | undefined }>> = {
    "go into the here-document": {
      before: bash(`{\n  "ModelName": "m"\n}`),
      after: bash(
        `{\n  "ModelName": "m",\n  "VpcConfig": {"Subnets": ["subnet-2", "subnet-3"], "SecurityGroupIds": ["sg-1"]}\n}`,
      ),
    },
    "replace only what differs there": {
      before: bash(`{"VpcConfig": {"SecurityGroupIds": ["sg-1"], "Subnets": []}, "ModelName": "m"}`),
      after: bash(
        `{"VpcConfig": {"SecurityGroupIds": ["sg-1"], "Subnets": ["subnet-2", "subnet-3"]}, "ModelName": "m"}`,
      ),
    },
    "become an option where the file has nothing of the kind": {
      before: command("plain.json"),
      after: `${command("plain.json")} --vpc-config Subnets=subnet-2,subnet-3,SecurityGroupIds=sg-1`,
    },
    "are not written where an option would hide the rest of the file's member": {
      before: command("job.json"),
      after: undefined,
    },
    "are not written into a here-document that two jobs take": {
      before: bash(
        `{"ModelName": "m"}`,
        `\naws sagemaker create-model --cli-input-json file://j.json --vpc-config Subnets=subnet-9,SecurityGroupIds=sg-9`,
      ),
      after: undefined,
    },
  };
  for (const [name, { before, after }] of Object.entries(table)) {
    it(name, () => {
      const { requests } = check(notebookOf(before), environment([before]));
      const [request] = requests;
      assert.ok(request);
      const isOthers = () => requests.length > 1;
      const around = { isOthers, nameOf: () => undefined };
      const edits = dialectOf(request)?.write(request, vpc, notebookOf(before), around);
      assert.equal(edits && editCells(notebookOf(before), edits)?.cells[0]?.text, after);
      if (after === undefined) return;
      const again = dialectOf(request)?.write(requestOf([after]), vpc, notebookOf(after));
      assert.deepEqual(again, []);
    });
  }
});

function requestOf(cells: readonly string[]): JobRequest {
  const [request] = check(notebookOf(...cells), environment(cells)).requests;
  assert.ok(request, "no request");
  return request;
}

/** A host that has read what it was asked for. */
function environment(cells: readonly string[]) {
  const answers = new Map<string, FileAnswer>();
  const own: Readonly<Record<string, string>> = {
    ...files,
    "vpc.json": `{"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}`,
  };
  for (const path of check(notebookOf(...cells), { ...noEnvironment, files: answers }).files) {
    const text = own[path];
    answers.set(path, text === undefined ? { state: "absent" } : { state: "text", text });
  }
  return { ...noEnvironment, files: answers };
}
