import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "./run-command.js";

const ir = `{ "kernelspec": { "name": "ir", "language": "R" } }`;
const estimator = `from sagemaker.estimator import Estimator
est = Estimator(
    "image", "arn:aws:iam::111122223333:role/R", 1, "ml.m5.xlarge", subnets=["subnet-0a1b2c3d4e5f60718"],
)
`;

/** What is inside of `snapshot` and `edits`. */
const ofSnapshotOrEdit = new Set(["takenAt", "text"]);

describe("--format", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "formats-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Written as Jupyter does, each line of a cell on its own line. */
  function notebook(name: string, ...cells: readonly string[]) {
    const code = cells.map((text) => ({
      cell_type: "code",
      execution_count: null,
      metadata: {},
      outputs: [],
      source: text.split(/(?<=\n)/),
    }));
    const json = JSON.stringify({ cells: code, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
    writeFileSync(join(folder, name), `${json}\n`);
    return json.split("\n");
  }

  const check = (...argv: readonly string[]) => runCommand(["check", "--offline", ...argv], folder);

  describe("json", () => {
    it("has members that its page names", () => {
      const root = fileURLToPath(new URL("../../../", import.meta.url));
      const page = readFileSync(join(root, "docs/architecture.md"), "utf8");
      const [, section = ""] = /^## The JSON report\n([^]*?)^## /m.exec(page) ?? [];
      const types = readFileSync(join(root, "core/cli/json-report.ts"), "utf8");
      const [declared = ""] = /^export interface JsonReport \{[^]*?(?=^export function)/m.exec(types) ?? [];
      const members = new Set([...declared.matchAll(/readonly (\w+)\??:/g)].map(([, name = ""]) => name));
      assert.ok(members.size > 40);
      const named = new Set([...section.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name));
      const unnamed = [...members].filter((name) => !named.has(name) && !ofSnapshotOrEdit.has(name));
      assert.deepEqual(unnamed, []);
    });
  });

  describe("github", () => {
    it("gives an annotation for each finding, at its place in the file", async () => {
      writeFileSync(join(folder, "a,b.py"), estimator);
      const { code, out } = await check("a,b.py", "--format", "github");
      assert.equal(code, 1);
      const [first = "", ...others] = out.split("\n").filter((line) => line.startsWith("::"));
      assert.match(
        first,
        /^::notice file=a%2Cb\.py,line=2,endLine=2,col=7,endColumn=16,title=volume-key-missing::The /,
      );
      assert.match(
        others.join("\n"),
        /^::error file=a%2Cb\.py,line=3,.*,title=vpc-config-incomplete::Subnets without/m,
      );
      assert.match(first, /%0AThe volume is still encrypted/);
      assert.match(out, /Checked 1 file with 1 SageMaker job/);
    });

    it("counts the lines of a notebook's JSON, which its diff shows", async () => {
      const lines = notebook("train.ipynb", "x = 1\n", estimator);
      const { out } = await check("train.ipynb", "--format", "github");
      const [, line] =
        /^::error file=train\.ipynb,line=(\d+),endLine=\d+,title=\S+::Cell 2: /m.exec(out) ?? [];
      assert.match(lines[Number(line) - 1] ?? "", /subnet-0a1b2c3d4e5f60718/);
    });

    it("writes what means something to GitHub as it asks", async () => {
      writeFileSync(join(folder, "50%: a,b.py"), estimator.replace('"image"', 'f"{x}%25:,\\r\\n"'));
      const { out } = await check("50%: a,b.py", "--format", "github");
      const lines = out.split("\n").filter((line) => line.startsWith("::"));
      assert.ok(lines.length > 1);
      for (const line of lines) {
        assert.match(line, /^::(?:error|warning|notice) file=50%25%3A a%2Cb\.py,line=\d+,[^:]*::[^\r]+$/);
        assert.doesNotMatch(line, /%(?!25|0A|3A|2C)/);
      }
    });

    it("lets no notebook begin a command", async () => {
      writeFileSync(
        join(folder, "a.py"),
        estimator.replace("subnet-0a1b2c3d4e5f60718", "<x>\\n::error::owned%0A"),
      );
      const { out } = await check("a.py", "--format", "github");
      assert.doesNotMatch(out, /^::error::/m);
      assert.doesNotMatch(out, /owned%0A/);
    });

    it("tells a file that could not be read", async () => {
      writeFileSync(join(folder, "broken.ipynb"), "{");
      const { code, out } = await check("broken.ipynb", "--format", "github");
      assert.equal(code, 2);
      assert.match(out, /^::error file=broken\.ipynb::line 1: /m);
    });
  });

  describe("sarif", () => {
    interface Log {
      readonly version: string;
      readonly runs: readonly {
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
        readonly invocations: readonly {
          readonly executionSuccessful: boolean;
          readonly toolExecutionNotifications: readonly unknown[];
          readonly toolConfigurationNotifications?: readonly unknown[];
        }[];
        readonly results: readonly {
          readonly ruleId: string;
          readonly ruleIndex: number;
          readonly level: string;
          readonly suppressions?: readonly unknown[];
          readonly locations: readonly {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: Readonly<Record<string, number>>;
            };
          }[];
        }[];
      }[];
    }

    async function logOf(...paths: readonly string[]) {
      const { out, code } = await check(...paths, "--format", "sarif");
      const log = JSON.parse(out) as Log;
      assert.equal(log.version, "2.1.0");
      const [run] = log.runs;
      assert.ok(run);
      return { run, code };
    }

    it("notifies of what is wrong in a policy file", async () => {
      writeFileSync(join(folder, "a.py"), estimator);
      writeFileSync(join(folder, "sagemaker-preflight.yaml"), "network:\n  vpn: required\n");
      const { run, code } = await logOf("a.py");
      assert.equal(code, 2);
      const [invocation] = run.invocations;
      assert.equal(invocation?.executionSuccessful, false);
      assert.deepEqual(invocation.toolConfigurationNotifications, [
        {
          level: "error",
          message: { text: "network has no 'vpn'; is 'vpc' meant?" },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: "sagemaker-preflight.yaml" },
                region: { startLine: 2, endLine: 2 },
              },
            },
          ],
        },
      ]);
    });

    it("gives each finding with its rule, level and place", async () => {
      writeFileSync(join(folder, "a b.py"), estimator);
      const { run, code } = await logOf("./a b.py");
      assert.equal(code, 1);
      for (const { ruleId, ruleIndex } of run.results)
        assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
      const half = run.results.find(({ ruleId }) => ruleId === "vpc-config-incomplete");
      assert.equal(half?.level, "error");
      const place = half.locations[0]?.physicalLocation;
      assert.equal(place?.artifactLocation.uri, "a%20b.py");
      assert.equal(place.region.startLine, 3);
      assert.equal(place.region.startColumn, 1 + (estimator.split("\n")[2]?.indexOf('["subnet') ?? 0));
      assert.ok(run.results.some(({ level }) => level === "note"));
    });

    it("counts the lines of a notebook's JSON, and says what is ignored and what is not read", async () => {
      const ignored = estimator.replace('718"],', '718"],  # preflight: ignore[vpc-config-incomplete] half');
      const lines = notebook("train.ipynb", ignored);
      writeFileSync(join(folder, "broken.ipynb"), "{");
      const { run, code } = await logOf(".");
      assert.equal(code, 2);
      assert.equal(run.invocations[0]?.executionSuccessful, false);
      assert.equal(run.invocations[0].toolExecutionNotifications.length, 1);
      const half = run.results.find(({ ruleId }) => ruleId === "vpc-config-incomplete");
      assert.deepEqual(half?.suppressions, [{ kind: "inSource" }]);
      const region = half.locations[0]?.physicalLocation.region;
      assert.match(lines[(region?.startLine ?? 0) - 1] ?? "", /subnet-0a1b2c3d4e5f60718/);
      assert.equal(region?.startColumn, undefined);
    });

    it("is a log without results where nothing is found", async () => {
      writeFileSync(join(folder, "a.py"), "x = 1\n");
      const { run, code } = await logOf("a.py");
      assert.equal(code, 0);
      assert.deepEqual(run.results, []);
    });
  });

  it("says of a notebook in another language that it is not checked, which fails nothing", async () => {
    notebook("train.ipynb", "x = 1\n");
    const r = notebook("paws.ipynb", "sm <- paws::sagemaker()\n").join("\n");
    writeFileSync(
      join(folder, "paws.ipynb"),
      r.replace('"metadata": {},\n "nbf', `"metadata": ${ir},\n "nbf`),
    );
    const said = "The notebook's language is R: only Python and shell scripts are checked";
    const text = await check(".");
    assert.equal(text.code, 0);
    assert.match(text.out, new RegExp(`^paws\\.ipynb:cell 1:1:1 not read ${said}$`, "m"));
    assert.match(
      text.out,
      /^Checked 1 file with 0 SageMaker jobs: no findings, 1 notebook of another language not checked\.$/m,
    );
    const github = await check(".", "--format", "github");
    assert.match(github.out, new RegExp(`^::notice file=paws\\.ipynb,.*::Cell 1: ${said}$`, "m"));
    const json = JSON.parse((await check(".", "--format", "json")).out) as {
      files: { path: string; problems: { message: string }[] }[];
    };
    assert.deepEqual(
      json.files.map(({ path, problems }) => [path, problems.map(({ message }) => message)]),
      [
        ["paws.ipynb", [said]],
        ["train.ipynb", []],
      ],
    );
    const sarif = await check(".", "--format", "sarif");
    assert.match(sarif.out, /"level": ?"note"/);
  });

  it("of other commands is text or json", async () => {
    const { code, error } = await runCommand(["job", "x", "--format", "sarif"], folder);
    assert.equal(code, 2);
    assert.match(error, /--format sarif is of the command check/);
  });
});
