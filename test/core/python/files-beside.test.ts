import assert from "node:assert/strict";
import { check, createChecker } from "../../../core/src/check.js";
import type { FileAnswer } from "../../../core/src/files/file-answer.js";
import type { Field, Json } from "../../../core/src/requests/request.js";

const prelude = `from sagemaker.estimator import Estimator\n`;
const job = (more: string) =>
  `Estimator("image", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.xlarge", ${more}).fit()\n`;

describe("files beside the notebook", () => {
  it("are asked for, and unknown until they are answered", () => {
    const text = `import json\n${prelude}c = json.load(open("settings/net.json"))\n${job('subnets=c["subnets"], security_group_ids=["sg-1"]')}`;
    const first = checkCells([text], {});
    assert.deepEqual(first.files, ["settings/net.json"]);
    assert.equal(first.field("VpcConfig.Subnets")?.state, "unknown");
    const nobody = check(notebookOf([text]), { facts: new Map(), online: false });
    assert.deepEqual(nobody.files, ["settings/net.json"]);
  });

  const net = `{\n "subnets": ["subnet-1"],\n "size": 5}`;
  const readers: Readonly<Record<string, string>> = {
    "json.load of an open file": `import json\nwith open("net.json") as f:\n    c = json.load(f)\n`,
    "json.loads of what is read": `import json\nc = json.loads(open("./net.json", "r").read())\n`,
    "in a function": `import json\ndef load(path):\n    with open(path) as f:\n        return json.load(f)\nc = load("net.json")\n`,
    pathlib: `import json\nfrom pathlib import Path\nc = json.loads((Path(".") / "net.json").read_text())\n`,
    "os.path.join": `import json, os\nc = json.load(open(os.path.join(os.getcwd(), "net.json")))\n`,
    "yaml.safe_load": `import yaml\nc = yaml.safe_load(open("net.json"))\n`,
  };
  for (const [name, code] of Object.entries(readers)) {
    it(name, () => {
      const result = checkCells([code, prelude + job('subnets=c["subnets"], security_group_ids=["sg-1"]')], {
        "net.json": { state: "text", text: net },
      });
      assert.deepEqual(result.field("VpcConfig.Subnets")?.value, ["subnet-1"]);
      assert.deepEqual(result.field("VpcConfig.Subnets")?.origin, {
        from: "file",
        file: name === "json.loads of what is read" ? "./net.json" : fileOf(code),
        line: 2,
      });
    });
  }

  const inFolders: Readonly<Record<string, readonly [code: string, subnets: readonly string[] | undefined]>> =
    {
      "a folder below": [`os.chdir("a")\np = "net.json"`, ["subnet-a"]],
      "a folder below that": [`os.chdir("a")\nos.chdir("b/../b")\np = "net.json"`, ["subnet-b"]],
      "back by name": [`os.chdir("a")\nos.chdir("..")\np = "net.json"`, ["subnet-0"]],
      "back to where it was": [`h = os.getcwd()\nos.chdir(f())\nos.chdir(h)\np = "net.json"`, ["subnet-0"]],
      "a path made whole before": [`p = os.path.abspath("net.json")\nos.chdir("a")`, ["subnet-0"]],
      "a path made whole there": [
        `os.chdir("a")\np = os.path.join(os.getcwd(), "b", "net.json")`,
        ["subnet-b"],
      ],
      "a path that is not whole": [`p = Path("net.json")\nos.chdir("a")`, ["subnet-a"]],
      "a path that is resolved": [`p = Path("net.json").resolve()\nos.chdir("a")`, ["subnet-0"]],
      "a path from the script": [`os.chdir("a")\np = Path(__file__).parent / "net.json"`, ["subnet-0"]],
      "a folder that is not known": [`os.chdir(f())\np = "net.json"`, undefined],
      "a folder of the machine": [`os.chdir("/opt")\np = "net.json"`, undefined],
      "a folder on one branch": [`if f():\n    os.chdir("a")\np = "net.json"`, undefined],
      "another way": [`with contextlib.chdir("a"):\n    pass\np = "net.json"`, undefined],
    };
  for (const [name, [code, subnets]] of Object.entries(inFolders)) {
    it(`are those of the folder that the notebook is in: ${name}`, () => {
      const text = (id: string) => ({ state: "text", text: `{"subnets": ["subnet-${id}"]}` }) as const;
      const cells = [
        `import contextlib, json, os\nfrom pathlib import Path\n${code}`,
        `c = json.load(open(p))`,
        prelude + job('subnets=c["subnets"], security_group_ids=["sg-1"]'),
      ];
      const files = { "net.json": text("0"), "a/net.json": text("a"), "a/b/net.json": text("b") };
      assert.deepEqual(checkCells(cells, files).value("VpcConfig.Subnets"), subnets);
    });
  }

  it("a file is at its end once it was read", () => {
    const files = { "net.json": { state: "text", text: net } } as const;
    const second = (code: string) =>
      checkCells([`${prelude}${code}${job('subnets=[t], security_group_ids=["sg-1"]')}`], files);
    const opened = `import json, csv\nf = open("net.json")\n`;
    assert.deepEqual(second(`${opened}f.read()\nt = f.read()\n`).value("VpcConfig.Subnets"), [""]);
    assert.deepEqual(second(`${opened}json.load(f)\nt = f.read()\n`).value("VpcConfig.Subnets"), [""]);
    for (const part of ["f.readline()", "for line in f:\n    break", "x = [l for l in f]", "csv.reader(f)"])
      assert.equal(second(`${opened}${part}\nt = f.read()\n`).value("VpcConfig.Subnets"), undefined, part);
  });

  it("what is set in a module is what its functions see, and what they set is read there", () => {
    const module = `subnets = None\ndef own():\n    return subnets\ndef choose():\n    global subnets\n    subnets = ["subnet-2"]\n`;
    const files = { "team.py": { state: "text", text: module } } as const;
    const subnets = (code: string, use: string) =>
      checkCells(
        [`import team\n${prelude}${code}\n${job(`subnets=${use}, security_group_ids=["sg-1"]`)}`],
        files,
      ).value("VpcConfig.Subnets");
    assert.deepEqual(subnets(`team.subnets = ["subnet-1"]`, "team.own()"), ["subnet-1"]);
    assert.deepEqual(subnets(`team.subnets = ["subnet-1"]`, "team.subnets"), ["subnet-1"]);
    assert.deepEqual(subnets(`team.choose()`, "team.subnets"), ["subnet-2"]);
  });

  it("a cell without a word of the SDK is read where a module that its module imports starts jobs", () => {
    const start = `from sagemaker.estimator import Estimator\ndef start():\n    ${job("").trim().replace(", )", ")")}\n`;
    const text = (content: string) => ({ state: "text", text: content }) as const;
    const cells = (line: string) => [`${line}\nstart()`];
    const found: Readonly<Record<string, Readonly<Record<string, FileAnswer>>>> = {
      "from team.jobs import start": { team: { state: "folder" }, "team/jobs.py": text(start) },
      "from team import start": {
        "team/__init__.py": text("from .jobs import start"),
        "team/jobs.py": text(start),
      },
      "from team.all import start": {
        "team/__init__.py": text(""),
        "team/all.py": text("from . import jobs\nstart = jobs.start"),
        "team/jobs.py": text(start),
      },
    };
    for (const [line, files] of Object.entries(found))
      assert.equal(checkCells(cells(line), files).value("ResourceConfig.InstanceType"), "ml.m5.xlarge", line);
    const unknown = checkCells(cells("import cv9.video, tools\nfrom other import a, b"), {});
    assert.deepEqual(unknown.files, [
      "cv9.py",
      "cv9/__init__.py",
      "cv9",
      "tools.py",
      "tools/__init__.py",
      "other.py",
      "other/__init__.py",
    ]);
  });

  const team = { state: "text", text: `SUBNETS = ["subnet-1"]\n` } as const;
  const own = { state: "text", text: `SUBNETS = ["subnet-2"]\n` } as const;
  const inTeam = `from config import SUBNETS\n${prelude}${job('subnets=SUBNETS, security_group_ids=["sg-1"]')}`;
  const searched: Readonly<
    Record<string, readonly [code: string, files: Readonly<Record<string, FileAnswer>>, subnet: string]>
  > = {
    append: [`import sys\nsys.path.append("common")`, { "common/config.py": team }, "subnet-1"],
    "insert before the notebook's folder": [
      `import sys\nsys.path.insert(0, "./common")`,
      { "common/config.py": team, "config.py": own },
      "subnet-1",
    ],
    "append behind the notebook's folder": [
      `import sys, os\nsys.path.append(os.path.abspath("common"))`,
      { "common/config.py": team, "config.py": own },
      "subnet-2",
    ],
    "only where it is not there": [
      `import sys\nfrom pathlib import Path\nfolder = Path.cwd() / "common"\nif str(folder) not in sys.path:\n    sys.path.append(folder)`,
      { "common/config.py": team },
      "subnet-1",
    ],
    "the folder of the script": [
      `import os, sys\nhere = os.path.dirname(os.path.realpath(__file__))\nsys.path.extend([os.path.join(here, "common")])`,
      { "common/config.py": team },
      "subnet-1",
    ],
    "a folder above, behind": [`import sys\nsys.path.append("..")`, { "config.py": own }, "subnet-2"],
    "a folder above, before": [`import sys\nsys.path.insert(0, "..")`, { "config.py": own }, "?"],
    "a folder above, before one beside": [
      `import sys\nsys.path.append("..")\nsys.path.append("common")`,
      { "common/config.py": team },
      "?",
    ],
    "another list": [`import sys\nsys.path = ["x"] + sys.path`, { "config.py": own }, "?"],
  };
  for (const [name, [code, files, subnet]] of Object.entries(searched)) {
    it(`modules are looked for where sys.path says: ${name}`, () => {
      const absent = Object.fromEntries(
        ["config", "common/config"].flatMap((base) =>
          [".py", "/__init__.py"].map((end) => [`${base}${end}`, { state: "absent" }] as const),
        ),
      );
      const field = checkCells([code, inTeam], { ...absent, ...files }).field("VpcConfig.Subnets");
      assert.deepEqual(field?.state === "known" ? field.value : ["?"], [subnet]);
    });
  }

  it("a job that a module in a folder of sys.path starts is seen", () => {
    const start = `from sagemaker.estimator import Estimator\ndef start():\n    ${job("").trim().replace(", )", ")")}\n`;
    const cells = [
      `import sys\nfolder = "lib"\nsys.path.insert(1, folder)`,
      "from jobs import start\nstart()",
    ];
    const result = checkCells(cells, {
      "jobs.py": { state: "absent" },
      "jobs/__init__.py": { state: "absent" },
      "lib/jobs.py": { state: "text", text: start },
    });
    assert.equal(result.value("ResourceConfig.InstanceType"), "ml.m5.xlarge");
  });

  it("a module finds files beside it by its own place", () => {
    const module = `import json\nfrom pathlib import Path\nNET = json.loads((Path(__file__).resolve().parent / "net.json").read_text())\n`;
    const result = checkCells(
      [`from team.net import NET\n${prelude}${job('subnets=NET["subnets"], security_group_ids=["sg-1"]')}`],
      { "team/net.py": { state: "text", text: module }, "team/net.json": { state: "text", text: net } },
    );
    assert.deepEqual(result.value("VpcConfig.Subnets"), ["subnet-1"]);
  });

  it("the script itself is not asked for, nor what is above it", () => {
    const text = `import json, os\n${prelude}here = os.path.dirname(__file__)\nc = json.load(open(os.path.join(os.path.dirname(os.path.abspath(here)), "x.json")))\nd = open(__file__).read()\n${job("subnets=c, security_group_ids=d")}`;
    assert.deepEqual(checkCells([text], {}).files, []);
  });

  it("what the notebook wrote before counts", () => {
    const cells = [
      "%%writefile net.yaml\nsubnets: [subnet-2]\n",
      `import yaml\n${prelude}c = yaml.safe_load(open("net.yaml"))\n${job('subnets=c["subnets"], security_group_ids=["sg-1"]')}`,
    ];
    assert.deepEqual(
      checkCells(cells, { "net.yaml": { state: "text", text: "subnets: [subnet-1]" } }).value(
        "VpcConfig.Subnets",
      ),
      ["subnet-2"],
    );
    const written = `import yaml\nopen("net.yaml", "w").write("x")\n${cells[1] ?? ""}`;
    const result = checkCells([written], { "net.yaml": { state: "text", text: "subnets: [subnet-1]" } });
    assert.equal(result.field("VpcConfig.Subnets")?.state, "unknown");
  });

  it("none above the notebook's folder is asked for", () => {
    const text = `import json\n${prelude}c = json.load(open("../../secret.json"))\nd = json.load(open("/etc/x.json"))\n${job('subnets=c["subnets"], security_group_ids=d')}`;
    assert.deepEqual(checkCells([text], {}).files, []);
  });

  it("a module of the package that the file is in itself", () => {
    const files = {
      "network.py": { state: "text", text: `from .own import SUBNETS\n` },
      "own.py": { state: "text", text: `SUBNETS = ["subnet-1"]\n` },
    } as const;
    const given = job('subnets=SUBNETS, security_group_ids=["sg-1"]');
    const beside = checkCells([`${prelude}from .network import SUBNETS\n${given}`], files);
    assert.deepEqual(beside.value("VpcConfig.Subnets"), ["subnet-1"]);
    const module = checkCells(
      [`${prelude}from . import network\nSUBNETS = network.SUBNETS\n${given}`],
      files,
    );
    assert.deepEqual(module.value("VpcConfig.Subnets"), ["subnet-1"]);
    const above = checkCells([`${prelude}from ..network import SUBNETS\n${given}`], files);
    assert.equal(above.field("VpcConfig.Subnets")?.state, "unknown");
  });

  it("modules: constants, functions, relative imports, packages", () => {
    const files: Record<string, FileAnswer> = {
      "team/__init__.py": { state: "text", text: "from .network import GROUPS\n" },
      "team/network.py": {
        state: "text",
        text: `import os\nSUBNETS = ["subnet-1"]\nGROUPS = ["sg-1"]\ndef network(extra=()):\n    return {"subnets": SUBNETS + list(extra), "security_group_ids": GROUPS}\n`,
      },
    };
    const result = checkCells(
      [`from team.network import network\nimport team\n${prelude}${job("**network()")}`],
      files,
    );
    assert.deepEqual(result.value("VpcConfig.Subnets"), ["subnet-1"]);
    assert.deepEqual(result.value("VpcConfig.SecurityGroupIds"), ["sg-1"]);
    const other = checkCells(
      [`import team\n${prelude}${job("subnets=['subnet-1'], security_group_ids=team.GROUPS")}`],
      files,
    );
    assert.deepEqual(other.value("VpcConfig.SecurityGroupIds"), ["sg-1"]);
  });

  it("a factory of a module: the job is found, and nothing is written into the notebook", () => {
    const files: Record<string, FileAnswer> = {
      "helper.py": {
        state: "text",
        text: `from sagemaker.estimator import Estimator\nfrom sagemaker.network import NetworkConfig\ndef make(image):\n    unused = NetworkConfig(subnets=["subnet-9"])\n    return Estimator(image, "arn:aws:iam::111122223333:role/R", 1, "ml.m5.xlarge")\ndef uncalled():\n    Estimator("x", "r", 1, "ml.m5.xlarge").fit()\n`,
      },
    };
    const result = checkCells([`import helper\nestimator = helper.make("image")\nestimator.fit()\n`], files);
    assert.equal(result.report.requests.length, 1);
    assert.equal(result.value("ResourceConfig.InstanceType"), "ml.m5.xlarge");
    assert.ok(
      result.report.findings.every(
        ({ fixes }) => fixes.every(({ edits }) => edits.length === 0) || fixes.length === 0,
      ),
    );
  });

  it("what a constructor in a module was given was not assigned to the object's method later", () => {
    const files: Record<string, FileAnswer> = {
      "helper.py": {
        state: "text",
        text: `from sagemaker.estimator import Estimator\nfrom sagemaker.workflow.steps import TrainingStep\ndef step():\n    estimator = Estimator("image", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.xlarge", enable_network_isolation=False)\n    return TrainingStep(name="T", estimator=estimator)\n`,
      },
    };
    const { report } = checkCells([`import helper\nstep = helper.step()\n`], files);
    assert.ok(report.requests.length > 0);
    assert.deepEqual(
      report.findings.filter(({ severity }) => severity === "error"),
      [],
    );
  });

  it("a module that does too much, or imports itself in a circle, hangs nothing", () => {
    const files: Record<string, FileAnswer> = {
      "big.py": {
        state: "text",
        text: `x = 0\nfor i in range(900):\n    for j in range(900):\n        x = x + 1\n`.repeat(40),
      },
      "one.py": { state: "text", text: "import two\nS = ['subnet-1']\n" },
      "two.py": { state: "text", text: "import one\nT = one.S\n" },
    };
    const result = checkCells(
      [`import big, one\n${prelude}${job("subnets=one.S, security_group_ids=one.two.T")}`],
      files,
    );
    assert.deepEqual(result.value("VpcConfig.Subnets"), ["subnet-1"]);
    assert.equal(result.field("VpcConfig.SecurityGroupIds")?.state, "unknown");
    assert.deepEqual(result.report.problems, []);
  });

  it("a change of a file is noticed by a checker that remembers", () => {
    const notebook = notebookOf([
      `from helper import SUBNETS\n${prelude}${job('subnets=SUBNETS, security_group_ids=["sg-1"]')}`,
    ]);
    const checker = createChecker();
    const value = (text: string) => {
      const files = new Map([["helper.py", { state: "text", text } as const]]);
      return checker(notebook, { facts: new Map(), online: false, files }).requests[0]?.fields.get(
        "VpcConfig.Subnets",
      )?.value;
    };
    assert.deepEqual(value(`SUBNETS = ["subnet-1"]`), ["subnet-1"]);
    assert.deepEqual(value(`SUBNETS = ["subnet-2"]`), ["subnet-2"]);
    assert.deepEqual(value(`SUBNETS = ["subnet-2"]`), ["subnet-2"]);
  });
});

function fileOf(code: string): string {
  if (code.includes("getcwd")) return "./net.json";
  return code.includes("Path") ? "./net.json" : "net.json";
}

function notebookOf(cells: readonly string[]) {
  return {
    uri: "a.ipynb",
    cells: cells.map((text) => ({ kind: "code" as const, language: "python" as const, text })),
  };
}

function checkCells(cells: readonly string[], answers: Readonly<Record<string, FileAnswer>>) {
  const files = new Map<string, FileAnswer>();
  const environment = { facts: new Map(), online: false, files };
  let report = check(notebookOf(cells), environment);
  for (let round = 0; round < 5; round++) {
    for (const path of report.files) {
      const answer = answers[path];
      if (answer) files.set(path, answer);
      else if (Object.keys(answers).length > 0) files.set(path, { state: "absent" });
    }
    report = check(notebookOf(cells), environment);
  }
  const field = (path: string): Field | undefined => report.requests[0]?.fields.get(path);
  return {
    report,
    files: report.files,
    field,
    value: (path: string): Json | undefined => field(path)?.value,
  };
}
