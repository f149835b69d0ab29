import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCommand } from "./run-command.js";

const job =
  'from sagemaker.estimator import Estimator\nEstimator("i", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.large").fit()\n';

describe("The command line and policy files", () => {
  let folder: string;
  let machine: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "preflight-policy-"));
    machine = join(folder, "etc/machine.yaml");
    put("repo/.git/HEAD", "");
    put("repo/team/a.py", job);
    put("repo/b.py", job);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function put(name: string, text: string): void {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }

  async function run(...argv: string[]) {
    const asked = ["check", "--offline", "--format", "json", ...argv];
    const { code, out, error } = await runCommand(asked, join(folder, "repo"), {
      environment: { SAGEMAKER_PREFLIGHT_POLICY: machine },
      machine: { platform: "linux", home: folder },
    });
    const files = (JSON.parse(out) as Printed).files.map(({ path, findings }) => [
      path,
      Object.fromEntries(findings.map(({ rule, severity }) => [rule, severity])),
    ]);
    return { code, error, files: Object.fromEntries(files) as Record<string, Record<string, string>> };
  }

  it("asks what the nearest one asks, up to the root of the repository", async () => {
    put("sagemaker-preflight.yaml", "rules:\n  vpc-config-missing: error\n"); // outside the repository
    assert.equal((await run(".")).files["b.py"]?.["vpc-config-missing"], "warning");
    put("repo/sagemaker-preflight.yaml", "rules:\n  vpc-config-missing: error\n");
    put("repo/team/sagemaker-preflight.yaml", "network:\n  isolation: required\n");
    const { code, error, files } = await run(".");
    assert.equal(error, "");
    assert.equal(code, 1);
    assert.equal(files["b.py"]?.["vpc-config-missing"], "error");
    assert.equal(files["b.py"]["network-isolation-off"], undefined);
    assert.equal(files["team/a.py"]?.["vpc-config-missing"], "warning");
    assert.equal(files["team/a.py"]["network-isolation-off"], "warning");
  });

  it("takes the one that --policy names instead, and the machine's with either", async () => {
    put("etc/machine.yaml", "rules:\n  vpc-config-missing: error\n");
    put("repo/sagemaker-preflight.yaml", "rules:\n  vpc-config-missing: off\n");
    put("other.yaml", "instances:\n  types: [ml.c5.*]\n");
    assert.equal((await run("b.py")).files["b.py"]?.["vpc-config-missing"], "error");
    const { files, error } = await run("b.py", "--policy", "../other.yaml", "--verbose");
    assert.equal(files["b.py"]?.["vpc-config-missing"], "error");
    assert.equal(files["b.py"]["instance-type-not-approved"], "warning");
    assert.equal(error, `Policy: ${machine}\nPolicy: ${join(folder, "other.yaml")}\n`);
  });

  it("is not loosened by a repository in what the machine's asks", async () => {
    put("etc/machine.yaml", "network:\n  vpc: required\nencryption:\n  volumeKey: required\n");
    const alone = await run("b.py");
    assert.deepEqual(alone.files["b.py"]?.["vpc-config-missing"], "error");
    for (const level of ["off", "info", "warning"]) {
      put(
        "repo/sagemaker-preflight.yaml",
        `rules:\n  vpc-config-missing: ${level}\n  volume-key-missing: off\n  output-key-missing: off\n`,
      );
      const { code, files } = await run("b.py");
      assert.equal(code, 1);
      assert.equal(files["b.py"]?.["vpc-config-missing"], "error");
      assert.equal(files["b.py"]["volume-key-missing"], "warning");
      assert.equal(files["b.py"]["output-key-missing"], undefined, "which the machine does not ask for");
    }
  });

  it("is not loosened by a comment either, unless the machine's says so", async () => {
    const comment = "  # preflight: ignore[vpc-config-missing, output-key-missing]\n";
    put("repo/b.py", job.replace(/\n$/, comment));
    put("repo/sagemaker-preflight.yaml", "network:\n  vpc: required\n");
    assert.deepEqual(Object.keys((await run("b.py")).files["b.py"] ?? {}), ["volume-key-missing"]);
    put("etc/machine.yaml", "network:\n  vpc: required\n");
    put("repo/sagemaker-preflight.yaml", "ignoreComments: allowed\n");
    const { code, files } = await run("b.py");
    assert.equal(code, 1);
    assert.equal(files["b.py"]?.["vpc-config-missing"], "error");
    assert.equal(files["b.py"]["output-key-missing"], undefined, "which the machine does not ask for");
    put("etc/machine.yaml", "network:\n  vpc: required\nignoreComments: allowed\n");
    assert.equal((await run("b.py")).code, 0);
  });

  it("is the proof of what it asks for, with its file and line, in each format", async () => {
    put("etc/machine.yaml", "# ours\nnetwork:\n  vpc: required\n");
    put(
      "repo/sagemaker-preflight.yaml",
      "rules:\n  vpc-config-missing: off\n  output-key-missing: warning\nnetwork: {vpc: required}\n",
    );
    const host = {
      environment: { SAGEMAKER_PREFLIGHT_POLICY: machine },
      machine: { platform: "linux", home: folder },
    } as const;
    const print = async (format: string) =>
      (await runCommand(["check", "--offline", "--format", format, "b.py"], join(folder, "repo"), host)).out;
    const says = "The team's policy: network.vpc: required";
    const [file] = (JSON.parse(await print("json")) as Printed).files;
    const proofs = (rule: string) =>
      file?.findings.find((one) => one.rule === rule)?.evidence.filter(({ kind }) => kind === "policy");
    assert.deepEqual(proofs("vpc-config-missing"), [
      { kind: "policy", says, path: machine, line: 3 },
      { kind: "policy", says, path: "sagemaker-preflight.yaml", line: 4 },
    ]);
    assert.deepEqual(proofs("output-key-missing"), [
      {
        kind: "policy",
        says: "The team's policy: rules.output-key-missing: warning",
        path: "sagemaker-preflight.yaml",
        line: 3,
      },
    ]);
    assert.deepEqual(proofs("volume-key-missing"), []);
    const text = await print("text");
    assert.ok(text.includes(`= evidence: ${says} (${machine}:3)\n`), text);
    assert.ok(text.includes(`= evidence: ${says} (sagemaker-preflight.yaml:4)\n`), text);
    assert.ok((await print("github")).includes(`%0A${says} (sagemaker-preflight.yaml:4)`));
    const sarif = JSON.parse(await print("sarif")) as Sarif;
    const [result] = sarif.runs[0].results.filter(({ ruleId }) => ruleId === "vpc-config-missing");
    assert.deepEqual(result?.relatedLocations.at(-1), {
      physicalLocation: {
        artifactLocation: { uri: "sagemaker-preflight.yaml" },
        region: { startLine: 4, endLine: 4 },
      },
      message: { text: says },
    });
  });

  it("says what is wrong in one, holds the rest, and does not pass", async () => {
    put("repo/sagemaker-preflight.yaml", "rules:\n  vpc-config-missing: error\nnetwork:\n  vpn: required\n");
    const { code, error, files } = await run("b.py", "team/a.py");
    const path = join(folder, "repo/sagemaker-preflight.yaml");
    assert.equal(error, `${path}:4: network has no 'vpn'; is 'vpc' meant?\n`);
    assert.equal(code, 2);
    assert.equal(files["b.py"]?.["vpc-config-missing"], "error");
  });

  it("has GitHub show what is wrong in one beside its line", async () => {
    put("repo/sagemaker-preflight.yaml", "network:\n  vpn: required\n");
    put("repo/team/sagemaker-preflight.yaml", "instances: [\n");
    mkdirSync(machine, { recursive: true });
    const host = {
      environment: { SAGEMAKER_PREFLIGHT_POLICY: machine },
      machine: { platform: "linux", home: folder },
    } as const;
    const annotations = async (...argv: string[]) => {
      const asked = ["check", "--offline", "--format", "github", ".", ...argv];
      const { code, out } = await runCommand(asked, join(folder, "repo"), host);
      assert.equal(code, 2);
      return out.split("\n").filter((line) => line.includes("title=Policy"));
    };
    const lines = await annotations();
    assert.equal(lines.length, 3);
    assert.equal(lines[0], `::error file=${machine},title=Policy::cannot be read: it is a folder`);
    assert.equal(
      lines.find((line) => line.includes("vpn")),
      "::error file=sagemaker-preflight.yaml,line=2,title=Policy::network has no 'vpn'; is 'vpc' meant?",
    );
    assert.match(
      lines.join("\n"),
      /^::error file=team\/sagemaker-preflight\.yaml,line=\d,title=Policy::It is not YAML/m,
    );
    assert.deepEqual(await annotations("--fix"), lines);
  });

  it("does not pass when one cannot be read or --policy names none", async () => {
    mkdirSync(machine, { recursive: true });
    const folderInstead = await run("b.py");
    assert.equal(folderInstead.code, 2);
    assert.equal(folderInstead.error, `${machine}: cannot be read: it is a folder\n`);
    rmSync(machine, { recursive: true });
    const missing = await run("b.py", "--policy", "none.yaml");
    assert.equal(missing.code, 2);
    assert.match(missing.error, /none\.yaml: cannot be read: there is no such file\n$/);
    assert.equal(missing.files["b.py"]?.["vpc-config-missing"], "warning");
  });
});

interface Printed {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly evidence: readonly { readonly kind: string }[];
    }[];
  }[];
}

interface Sarif {
  readonly runs: readonly [
    {
      readonly results: readonly { readonly ruleId: string; readonly relatedLocations: readonly unknown[] }[];
    },
  ];
}
