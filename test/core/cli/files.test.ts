import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFileBeside } from "../../../core/aws/read-file-beside.js";
import { sdkDefaultsPlaces } from "../../../core/aws/sdk-defaults-places.js";
import { runCommand } from "./run-command.js";

describe("The command line reads files beside the notebook", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "preflight-files-"));
    mkdirSync(join(folder, "work"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const put = (name: string, text: string) => {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  };

  it("and the SDK's defaults: the origin says file and line", async () => {
    put(
      "home/.config/sagemaker/config.yaml",
      `SchemaVersion: "1.0"\nSageMaker:\n  TrainingJob:\n    VpcConfig:\n      Subnets: [subnet-1]\n      SecurityGroupIds: [sg-1]\n`,
    );
    put("work/team.json", `{"key": "alias/team"}`);
    put(
      "work/a.py",
      `import json\nfrom sagemaker.estimator import Estimator\nEstimator("i", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large", output_kms_key=json.load(open("team.json"))["key"]).fit()\n`,
    );
    const argv = ["check", "work/a.py", "--offline", "--format", "json"];
    const { code, out } = await runCommand(argv, folder, {
      machine: { platform: "linux", home: join(folder, "home") },
    });
    assert.equal(code, 0);
    const [request] = (JSON.parse(out) as Printed).files[0]?.requests ?? [];
    assert.deepEqual(request?.fields["VpcConfig.Subnets"], {
      state: "known",
      value: ["subnet-1"],
      origin: `defaults file ${join(folder, "home/.config/sagemaker/config.yaml")}:5`,
    });
    assert.deepEqual(request.fields["OutputDataConfig.KmsKeyId"], {
      state: "known",
      value: "alias/team",
      origin: "file team.json:1",
    });
    assert.equal(request.verdicts["vpc-config-missing"], "passes");
  });

  it("and no others, whatever a notebook says", () => {
    put("secret.yaml", "a: 1");
    put("work/b.yaml", "b: 1");
    symlinkSync(join(folder, "secret.yaml"), join(folder, "work", "link.yaml"));
    const read = (path: string) => readFileBeside(join(folder, "work", "train.ipynb"), path, undefined).state;
    assert.equal(read("b.yaml"), "text");
    assert.equal(read("./x/../b.yaml"), "text");
    assert.equal(read("../secret.yaml"), "unreadable");
    assert.equal(read("link.yaml"), "unreadable");
    assert.equal(read(join(folder, "secret.yaml")), "unreadable");
    assert.equal(read("nothing.yaml"), "absent");
    assert.equal(read("."), "folder");
  });

  it("and leaves open which one a script opens, that may be run in a folder above", () => {
    mkdirSync(join(folder, ".git"));
    put("config.json", "{}");
    put("work/config.json", "{}");
    put("work/only.json", "{}");
    put("utils.py", "");
    put("work/utils.py", "");
    const read = (document: string, path: string) =>
      readFileBeside(join(folder, "work", document), path, undefined);
    assert.deepEqual(read("submit.py", "config.json"), {
      state: "unreadable",
      why: `${join("..", "config.json")} has the name too, and which of them is read depends on where the script is run`,
    });
    assert.equal(read("run.sh", "config.json").state, "unreadable");
    assert.equal(read("submit.py", "only.json").state, "text");
    assert.equal(read("submit.py", "utils.py").state, "text");
    assert.equal(read("train.ipynb", "config.json").state, "text");
    mkdirSync(join(folder, "work", ".git"));
    assert.equal(read("submit.py", "config.json").state, "text"); // nobody looks past the root of the repository
  });

  it("where platformdirs and the two variables say", () => {
    const places = sdkDefaultsPlaces({
      platform: "linux",
      home: "/home/me",
      environment: { XDG_CONFIG_DIRS: "/opt/xdg:/etc/xdg", SAGEMAKER_USER_CONFIG_OVERRIDE: "s3://b/c.yaml" },
    });
    assert.deepEqual(places, {
      administrator: { path: "/opt/xdg/sagemaker/config.yaml", isOverride: false },
      user: { path: "s3://b/c.yaml", isOverride: true },
    });
    assert.equal(
      sdkDefaultsPlaces({ platform: "darwin", home: "/Users/me", environment: {} })?.user.path,
      "/Users/me/Library/Application Support/sagemaker/config.yaml",
    );
    assert.equal(
      sdkDefaultsPlaces({
        platform: "win32",
        home: "",
        environment: { LOCALAPPDATA: "C:\\L", PROGRAMDATA: "C:\\P" },
      })?.administrator.path,
      "C:\\P\\sagemaker\\sagemaker\\config.yaml",
    );
  });
});

interface Printed {
  readonly files: readonly {
    readonly requests: readonly {
      readonly fields: Readonly<Record<string, unknown>>;
      readonly verdicts: Readonly<Record<string, string>>;
    }[];
  }[];
}
