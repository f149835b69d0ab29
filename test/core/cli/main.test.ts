import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { statSync, symlinkSync, writeFileSync, lstatSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { AccountReader } from "../../../core/src/account/account-reader.js";
import type { JsonReport } from "../../../core/cli/json-report.js";
import type { CommandHost } from "../../../core/cli/main.js";
import { ipynbOf } from "../../support/notebooks.js";
import { fakeAccount, fakeCheck } from "./fake-check.js";
import { runCommand } from "./run-command.js";

describe("sagemaker-preflight", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "preflight-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function file(name: string, text: string): string {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  interface RunOptions extends Partial<CommandHost> {
    readonly reader?: AccountReader;
  }

  function run(argv: readonly string[], { reader, ...host }: RunOptions = {}) {
    return runCommand(argv, folder, {
      loadChecker: () => Promise.resolve(() => fakeCheck),
      ...(reader === undefined ? {} : { openAccount: () => Promise.resolve(reader) }),
      ...host,
    });
  }

  async function runJson(argv: readonly string[], options: RunOptions = {}) {
    const result = await run([...argv, "--format", "json"], options);
    return { ...result, report: JSON.parse(result.out) as JsonReport };
  }

  describe("usage", () => {
    it("prints help on its own, on request, and the version", async () => {
      for (const argv of [[], ["--help"], ["-h"], ["help"], ["check", "--help"]]) {
        const { code, out } = await run(argv);
        assert.equal(code, 0);
        assert.match(out, /^Usage: sagemaker-preflight check PATH/);
      }
      const { code, out } = await run(["--version"]);
      assert.equal(code, 0);
      assert.match(out, /^\d+\.\d+\.\d+/);
    });

    it("ends with 2 and one line on stderr when the command line is wrong", async () => {
      const wrong: [string[], RegExp][] = [
        [["check"], /needs a path/],
        [["chek", "a.py"], /Unknown command 'chek'/],
        [["check", "a.py", "--format", "xml"], /Unknown format 'xml'/],
        [["check", "a.py", "--fail-on", "high"], /--fail-on takes error, warning, info, never, not 'high'/],
        [
          ["snapshot", "--output", "a.json", "--fail-on", "info"],
          /--fail-on is of the command check and job/,
        ],
        [["check", "a.py", "--frmat"], /Unknown option '--frmat'/],
        [["check", "a.py", "--region"], /--region/],
        [["--fix"], /No command/],
        [
          ["notebooks/a.ipynb"],
          /Unknown command 'notebooks\/a\.ipynb', is 'check notebooks\/a\.ipynb' meant\?/,
        ],
        [["check", "a.py", "--region", "us east"], /'us east' is no region, use for instance us-east-1/],
      ];
      for (const [argv, message] of wrong) {
        const { code, out, error } = await run(argv);
        assert.equal(code, 2, argv.join(" "));
        assert.equal(out, "");
        assert.match(error, message);
        assert.match(error, /[\w'][.?] Try 'sagemaker-preflight --help'\.\n$/);
        assert.equal(error.trimEnd().split("\n").length, 1);
      }
    });
  });

  describe("files", () => {
    it("searches folders for notebooks and Python files, leaving out what nobody wrote", async () => {
      for (const name of [
        "b/x.ipynb",
        "a.py",
        "b/.ipynb_checkpoints/x.ipynb",
        ".venv/x.py",
        "node_modules/x.py",
      ])
        file(name, name.endsWith(".py") ? "x = 1" : ipynbOf(["x = 1"]));
      file("b/notes.txt", "job()");
      symlinkSync(folder, join(folder, "b/loop"));
      const { code, report } = await runJson(["check", ".", "./a.py"]);
      assert.equal(code, 0);
      assert.deepEqual(
        report.files.map(({ path }) => path),
        ["a.py", "b/x.ipynb"],
      );
    });

    it("says what cannot be read, checks the others and ends with 2", async () => {
      file("broken.ipynb", "{");
      file("latin.py", "");
      writeFileSync(join(folder, "latin.py"), Buffer.from([0x23, 0xe9]));
      file("data.csv", "");
      file("good.py", 'job("subnet-9")');
      const paths = ["broken.ipynb", "latin.py", "data.csv", "missing.py", "good.py"];
      const { code, error, report } = await runJson(
        ["check", ...paths, "--region", "us-east-1"],
        fakeAccount([]),
      );
      assert.equal(code, 2);
      for (const message of [
        /broken\.ipynb: line 1: .*cut off/,
        /latin\.py: not UTF-8/,
        /data\.csv: neither/,
        /missing\.py: there is no such/,
      ])
        assert.match(error, message);
      assert.equal(report.files.filter((one) => one.error !== null).length, 4);
      assert.equal(
        report.files.find(({ path }) => path === "good.py")?.findings[0]?.rule,
        "subnet-not-found",
      );
    });

    it("says so when there is nothing to check", async () => {
      const { code, error } = await run(["check", "."]);
      assert.equal(code, 0);
      assert.match(error, /No notebook \(\.ipynb\), Python file/);
    });
  });

  describe("the account", () => {
    it("is asked once for all files, each question once", async () => {
      for (let i = 0; i < 30; i += 1) file(`${i}.py`, `job("subnet-${i % 10}")\njob("subnet-x")`);
      const { reader, calls } = fakeAccount(["subnet-x"]);
      const { code, report } = await runJson(["check", "."], { reader });
      assert.equal(code, 1);
      assert.equal(calls.length, 1);
      assert.equal(calls[0]?.length, 11);
      assert.equal(report.account?.id, "111122223333");
      assert.equal(report.account.region, "us-east-1");
      assert.ok(report.files.every(({ findings }) => findings.length === 1));
    });

    it("is not even opened offline, without jobs, or when nothing has to be asked", async () => {
      const openAccount = () => assert.fail("the account was opened");
      file("a.py", 'job("subnet-1")');
      assert.match(
        (await run(["check", "a.py", "--offline"], { openAccount })).out,
        /Offline: AWS was not asked/,
      );
      file("b.py", "x = 1");
      assert.equal((await run(["check", "b.py"], { openAccount })).code, 0);
      file("c.py", "job()");
      const { out } = await run(["check", "c.py"], { openAccount, environment: { AWS_REGION: "us-east-1" } });
      assert.match(out, /Nothing had to be asked of AWS/);
    });

    it("is opened with the profile and region asked for", async () => {
      file("a.py", 'job("subnet-1")');
      const { reader } = fakeAccount(["subnet-1"], "eu-west-1");
      const opened: unknown[] = [];
      const openAccount: CommandHost["openAccount"] = (account) => {
        opened.push(account);
        return Promise.resolve(reader);
      };
      const environment = { AWS_REGION: "us-east-1" };
      const { report } = await runJson(["check", "a.py", "--profile", "team"], { openAccount, environment });
      await run(["check", "a.py", "--region", "ap-south-1"], { openAccount });
      assert.deepEqual(opened, [{ profile: "team" }, { region: "ap-south-1" }]);
      assert.equal(report.account?.region, "eu-west-1");
    });

    it("without credentials is one line, and the exit code does not change", async () => {
      file("a.py", 'job("subnet-1")');
      const { reader } = fakeAccount([]);
      const read = { call: "sts:GetCallerIdentity", account: "", region: "", readAt: 0 };
      const identity = {
        state: "unreadable",
        why: "no credentials",
        action: "",
        detail: "Could not load",
        read,
      } as const;
      const none = { ...reader, describe: () => Promise.resolve({ identity }) };
      const { code, out } = await run(["check", "a.py"], { reader: none });
      assert.equal(code, 0);
      assert.match(
        out,
        /^AWS was not asked, there are no credentials: Could not load\. Sign in \(aws sso login\) or name a profile/m,
      );
      const named = { ...reader, describe: () => Promise.resolve({ identity, profile: "team" }) };
      const ofProfile = await run(["check", "a.py"], { reader: named });
      assert.match(
        ofProfile.out,
        /^AWS was not asked, there are no credentials of the profile team: Could not load\. Sign in \(aws sso login --profile team\)/m,
      );
      const failing = await run(["check", "a.py"], {
        openAccount: () => Promise.reject(new Error("no SDK")),
      });
      assert.equal(failing.code, 0);
      assert.match(failing.out, /^AWS was not asked: no SDK/m);
    });
  });

  describe("--format text", () => {
    it("shows place, severity, rule, message, source with underline, why, evidence, help and a summary", async () => {
      file("a.ipynb", ipynbOf(["# title", 'x = 1\ny = 2, job("subnet-9")']));
      const { code, out } = await run(["check", "a.ipynb"], fakeAccount(["subnet-1"]));
      assert.equal(code, 1);
      const lines = out.split("\n");
      assert.deepEqual(lines.slice(0, 5), [
        "a.ipynb:cell 2:2:12 error subnet-not-found subnet-not-found is the matter",
        "   |",
        ' 2 | y = 2, job("subnet-9")',
        `   | ${" ".repeat(11)}${"^".repeat(10)}`,
        "  = why: Why subnet-not-found matters.",
      ]);
      assert.match(
        out,
        /= evidence: no such subnet \(ec2:DescribeSubnets, account 111122223333, us-east-1, \d{4}-/,
      );
      assert.match(out, /= help: Use another subnet \(your choice: --fix leaves it to you\)/);
      assert.match(out, /^Checked 1 file with 1 SageMaker job: 1 error\.$/m);
      assert.match(out, /^Account 111122223333, us-east-1, read \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.$/m);
    });

    it("shows a .py file's own line and column, and a warning does not fail", async () => {
      file("a.py", "x = 1\n  job()\n");
      const { code, out } = await run(["check", "a.py", "--region", "us-east-1"]);
      assert.equal(code, 0);
      assert.match(out, /^a\.py:2:3 warning vpc-config-missing/);
      assert.match(out, /^Fixes with the account's own subnets.*--fix/m);
    });

    it("shows what did not parse, and with --verbose each job and what could not be told", async () => {
      file("a.py", 'broken\njob("subnet-1")');
      const { out } = await run(["check", "a.py", "--offline", "--region", "us-east-1", "--verbose"]);
      assert.match(out, /a\.py:1:1 not read this is not Python/);
      assert.match(
        out,
        /a\.py:2:1 job CreateTrainingJob by job: 1 cannot tell\n {2}cannot tell subnet-not-found: subnet-1/,
      );
    });

    it("colours only for a terminal, and neither with NO_COLOR nor --no-color", async () => {
      file("a.py", "job()");
      const argv = ["check", "a.py", "--offline", "--region", "us-east-1"];
      const isColoured = async (extra: string[], host: RunOptions) =>
        (await run([...argv, ...extra], host)).out.includes("\u001b[");
      assert.equal(await isColoured([], { isTerminal: true }), true);
      assert.equal(await isColoured([], { isTerminal: false }), false);
      assert.equal(await isColoured(["--no-color"], { isTerminal: true }), false);
      assert.equal(await isColoured([], { isTerminal: true, environment: { NO_COLOR: "1" } }), false);
    });

    it("passes no control character of a notebook on, and cuts long lines around the finding", async () => {
      file(
        "a.ipynb",
        ipynbOf(['x = "\u001b[31m\u202e\u0007", job()', `${"a".repeat(5000)}job()${"b".repeat(5000)}`]),
      );
      const { out } = await run(["check", "a.ipynb", "--offline", "--region", "us-east-1"]);
      assert.doesNotMatch(out, /[^\P{C}\n]/u);
      assert.match(out, /\\u\{1b\}\[31m/);
      assert.ok(out.split("\n").every((line) => line.length < 200));
      assert.match(out, /…a+job\(\)b+…/);
      for (const [source, underline] of pairs(out)) assert.equal(source.slice(...extent(underline)), "job()");
    });
  });

  describe("--format json", () => {
    it("is the documented object", async () => {
      file("a.ipynb", ipynbOf(["x = 1", 'y = 2\nz = [job(\n"subnet-9"), job()]']));
      const { report } = await runJson(["check", "a.ipynb"], fakeAccount(["subnet-1"]));
      assert.equal(report.version, 1);
      assert.match(report.account?.readAt ?? "", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
      const [one] = report.files;
      assert.ok(one);
      assert.deepEqual([one.path, one.error], ["a.ipynb", null]);
      const [request, other] = one.requests;
      assert.deepEqual(request, {
        operation: "CreateTrainingJob",
        client: "boto3",
        name: "job",
        cell: 1,
        line: 2,
        endLine: 3,
        region: null,
        localMode: false,
        fields: {
          RoleArn: { state: "unknown", why: "role() runs in the notebook", origin: "argument" },
          KmsKeyId: { state: "conditional", values: ["a"], mayBeAbsent: true, origin: "SDK default" },
          "VpcConfig.Subnets": { state: "known", value: ["subnet-9"], origin: "argument" },
        },
        refused: null,
        verdicts: { "subnet-not-found": "fails" },
      });
      assert.deepEqual(other?.fields["VpcConfig.Subnets"], {
        state: "partial",
        value: ["x"],
        origin: "defaults file config.yaml:3",
      });
      const [finding, warning] = one.findings;
      assert.ok(finding && warning);
      const { cell, line, column, endLine, endColumn } = finding;
      assert.deepEqual(
        { cell, line, column, endLine, endColumn },
        { cell: 1, line: 2, column: 10, endLine: 3, endColumn: 11 },
      );
      assert.equal(finding.severity, "error");
      assert.equal(finding.evidence[0]?.kind, "reading");
      const edits = [{ cell: 1, from: 15, to: 26, text: '"subnet-1"' }];
      assert.deepEqual(finding.fixes, [
        { title: "Use another subnet", safety: "unsafe", changes: [], edits },
      ]);
      assert.equal(warning.fixes[0]?.title, "Use the first subnet", "what only fixes ask is asked for JSON");
    });

    it("has no account offline", async () => {
      file("a.py", 'job("subnet-1")');
      const { report } = await runJson(["check", "a.py", "--offline", "--region", "us-east-1"]);
      assert.equal(report.account, null);
      assert.deepEqual(report.files[0]?.requests[0]?.verdicts, { "subnet-not-found": "cannot tell" });
    });
  });

  describe("--fix", () => {
    it("writes safe fixes, says which, leaves unsafe ones, and finds nothing to do the second time", async () => {
      const before = ipynbOf(["job(), job()", 'job("subnet-9")'], { indent: 2 });
      const path = file("a.ipynb", before);
      chmodSync(path, 0o640);
      const first = await run(["check", "a.ipynb", "--fix"], fakeAccount(["subnet-1"]));
      const after = readFileSync(path, "utf8");
      assert.equal(after, ipynbOf(['job("subnet-1"), job("subnet-1")', 'job("subnet-9")'], { indent: 2 }));
      assert.equal(first.code, 1, "the error that is left counts");
      assert.match(first.out, /^a\.ipynb:cell 1:1:1 fixed vpc-config-missing Use the first subnet$/m);
      assert.match(first.out, /^Made 2 fixes\.$/m);
      assert.match(first.out, /help: Use another subnet \(your choice/);
      assert.equal(statSync(path).mode & 0o777, 0o640);
      assert.deepEqual(readdirSync(folder), ["a.ipynb"]);

      const { mtimeMs } = statSync(path);
      const second = await run(["check", "a.ipynb", "--fix"], fakeAccount(["subnet-1"]));
      assert.match(second.out, /^Nothing to fix safely\.$/m);
      assert.equal(readFileSync(path, "utf8"), after);
      assert.equal(statSync(path).mtimeMs, mtimeMs);
    });

    it("writes through a link, which stays one, and keeps a byte order mark and CR LF", async () => {
      const target = file("real/a.py", "\ufeffx = 1\r\njob()\r\n");
      symlinkSync(target, join(folder, "a.py"));
      await run(["check", "a.py", "--fix"], fakeAccount(["subnet-1"]));
      assert.equal(readFileSync(target, "utf8"), '\ufeffx = 1\r\njob("subnet-1")\r\n');
      assert.ok(lstatSync(join(folder, "a.py")).isSymbolicLink());
    });

    it("writes nothing when the file was changed meanwhile, says so and ends with 2", async () => {
      const path = file("a.py", "job()");
      const { reader } = fakeAccount(["subnet-1"]);
      const slow: AccountReader = {
        ...reader,
        answer: (questions, deadline) => {
          writeFileSync(path, "job()  # edited");
          return reader.answer(questions, deadline);
        },
      };
      const { code, error } = await run(["check", "a.py", "--fix"], { reader: slow });
      assert.equal(code, 2);
      assert.match(error, /a\.py: the file was changed meanwhile; nothing was written/);
      assert.equal(readFileSync(path, "utf8"), "job()  # edited");
      assert.deepEqual(readdirSync(folder), ["a.py"]);
    });

    it("prints what it would write with --diff, and writes nothing", async () => {
      const notebook = ipynbOf(["job(), job()", 'job("subnet-9")'], { indent: 2 });
      const paths = [file("a/x.ipynb", notebook), file("b.py", "x = 1\njob()\n"), file("c.py", "x = 1\n")];
      const before = paths.map((path) => readFileSync(path, "utf8"));
      const { code, out, error } = await run(["check", ".", "--diff"], fakeAccount(["subnet-1"]));
      assert.equal(code, 1, "as the files are now");
      assert.match(out, /^--- a\/a\/x\.ipynb\n\+\+\+ b\/a\/x\.ipynb\n@@ /);
      assert.match(out, /\n-.*job\(\), job\(\).*\n\+.*job\(\\"subnet-1\\"\), job\(\\"subnet-1\\"\)/);
      assert.ok(
        out.endsWith('--- a/b.py\n+++ b/b.py\n@@ -1,2 +1,2 @@\n x = 1\n-job()\n+job("subnet-1")\n'),
        out,
      );
      assert.equal(error, "3 fixes in 2 files; --fix writes them.\n");
      assert.deepEqual(
        paths.map((path) => readFileSync(path, "utf8")),
        before,
      );
      const none = await run(["check", "c.py", "--diff"], fakeAccount(["subnet-1"]));
      assert.deepEqual([none.code, none.out, none.error], [0, "", "Nothing to fix safely.\n"]);
      for (const option of ["--fix", "--format=json"])
        assert.equal((await run(["check", ".", "--diff", option])).code, 2);
    });

    it("does not keep a fix after which a cell does not parse", async () => {
      const path = file("a.py", "job()");
      const { code, error } = await run(["check", "a.py", "--fix"], fakeAccount(["broken"]));
      assert.equal(code, 0);
      assert.match(error, /would have left a cell that does not parse/);
      assert.equal(readFileSync(path, "utf8"), "job()");
    });
  });
});

/** Each source line of the output with the underline below it. */
function pairs(out: string): [string, string][] {
  const lines = out.split("\n");
  return lines.flatMap((line, i) =>
    /^ +\| *\^+$/.test(line) ? [[lines[i - 1] ?? "", line] as [string, string]] : [],
  );
}

function extent(underline: string): [number, number] {
  return [underline.indexOf("^"), underline.lastIndexOf("^") + 1];
}
