import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonReport } from "../../../core/cli/json-report.js";
import { ipynbOf } from "../../support/notebooks.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const halfVpc = `\
from sagemaker.estimator import Estimator
Estimator("image", role, 1, "ml.m5.large", subnets=["subnet-0a1b2c3d4e5f60718"])
`;

describe("the bundled command line", function () {
  this.timeout(60_000);
  let folder: string;
  let server: Server;
  const calls: (string | undefined)[] = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "preflight-"));
    const bundled = await node([join(root, "core/scripts/bundle.mjs"), join(folder, "dist")]);
    assert.equal(bundled.code, 0, bundled.error);
    // Every call is denied: what is tested is whether there is one.
    server = createServer((request, response) => {
      calls.push(request.method);
      response.writeHead(403, { "content-type": "text/xml" });
      response.end(
        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>",
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  beforeEach(() => {
    calls.length = 0;
  });
  after(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs Node in the folder, as a user with credentials whose AWS is the server above. */
  function node(argv: readonly string[]) {
    const { port } = ((server as Server | undefined)?.address() as AddressInfo | undefined) ?? { port: 9 };
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_REGION: "us-east-1",
      AWS_EC2_METADATA_DISABLED: "true",
      // The cache on disk is the user's; a test has its own.
      XDG_CACHE_HOME: join(folder, "cache"),
    };
    return new Promise<{ code: number; out: string; error: string }>((resolve) => {
      execFile(process.execPath, argv, { cwd: folder, env }, (failure, out, error) => {
        resolve({
          code: typeof failure?.code === "number" ? failure.code : failure === null ? 0 : -1,
          out,
          error,
        });
      });
    });
  }

  const run = (...argv: readonly string[]) => node([join(folder, "dist/cli.js"), ...argv]);

  function file(name: string, text: string): string {
    writeFileSync(join(folder, name), text);
    return name;
  }

  it("prints the package's version, and help", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "core/package.json"), "utf8")) as {
      version: string;
    };
    assert.deepEqual(await run("--version"), { code: 0, out: `${version}\n`, error: "" });
    assert.match((await run()).out, /^Usage:/);
    assert.equal((await run("check")).code, 2);
  });

  it("ends with 0 without errors, 1 with one, 2 when a file cannot be read", async () => {
    file("plain.py", "x = 1\n");
    file("half.py", halfVpc);
    file("broken.ipynb", "{");
    assert.equal((await run("check", "plain.py", "--offline")).code, 0);
    const half = await run("check", "half.py", "--offline");
    assert.equal(half.code, 1, half.out);
    assert.match(half.out, /^half\.py:2:\d+ error vpc-config-incomplete /m);
    const broken = await run("check", "broken.ipynb", "half.py", "--offline");
    assert.equal(broken.code, 2);
    assert.match(broken.error, /^broken\.ipynb: .*JSON/);
    assert.match(broken.out, /vpc-config-incomplete/);
  });

  it("prints the documented JSON and nothing else", async () => {
    file("half.ipynb", ipynbOf(["x = 1", halfVpc]));
    const { out, error } = await run("check", "half.ipynb", "--format", "json", "--offline");
    assert.equal(error, "");
    const report = JSON.parse(out) as JsonReport;
    assert.deepEqual([report.version, report.account, report.files.length], [1, null, 1]);
    const request = report.files[0]?.requests[0];
    assert.deepEqual(
      [request?.operation, request?.client, request?.name, request?.cell, request?.line, request?.localMode],
      ["CreateTrainingJob", "sagemaker-v2", "Estimator", 1, 2, false],
    );
    assert.equal(request?.verdicts["vpc-config-incomplete"], "fails");
  });

  it("asks AWS only when it may; what is denied is no failure", async () => {
    file("half.py", halfVpc);
    await run("check", "half.py", "--offline");
    assert.deepEqual(calls, []);
    const online = await run("check", "half.py", "--format", "json");
    assert.notEqual(calls.length, 0);
    assert.equal(online.code, 1);
    assert.equal(online.error, "", "no warning of the SDK about Node's version");
  });

  it("--fix leaves a file that it cannot mend as it is, byte for byte", async () => {
    const text = ipynbOf([halfVpc], { indent: 3 }).trimEnd();
    file("fix.ipynb", text);
    const { code, out } = await run("check", "fix.ipynb", "--fix", "--offline");
    assert.equal(code, 1);
    assert.match(out, /Nothing to fix safely/);
    assert.equal(readFileSync(join(folder, "fix.ipynb"), "utf8"), text);
  });

  it("is installed with npm from one file, without a network", () => {
    const npm = [
      "install",
      "--global",
      "--offline",
      "--no-audit",
      "--no-fund",
      "--prefix",
      join(folder, "npm"),
    ];
    const env = { PATH: process.env.PATH, HOME: folder };
    const installed = spawnSync("npm", [...npm, join(folder, "dist/sagemaker-preflight.tgz")], {
      env,
      encoding: "utf8",
    });
    assert.equal(installed.status, 0, installed.stderr);
    file("half.py", halfVpc);
    const command = join(folder, "npm/bin/sagemaker-preflight");
    const checked = spawnSync(command, ["check", "half.py", "--offline"], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    assert.equal(checked.status, 1, checked.stderr);
    assert.match(checked.stdout, /^half\.py:2:\d+ error vpc-config-incomplete /m);
    const asked = spawnSync(command, ["check", "half.py"], {
      cwd: folder,
      env: { ...env, AWS_REGION: "us-east-1", AWS_EC2_METADATA_DISABLED: "true" },
      encoding: "utf8",
    });
    assert.match(asked.stdout + asked.stderr, /no credentials|credentials/i);
  });

  it("has with it the licences of what it has inside", () => {
    const notices = readFileSync(join(folder, "dist/ThirdPartyNotices.txt"), "utf8");
    for (const name of ["@lezer/python", "yaml", "@aws-sdk/client-ec2", "https-proxy-agent"])
      assert.match(notices, new RegExp(`^${name} \\d\\S* \\([\\w.-]+\\)$`, "m"));
    assert.match(notices, /Permission is hereby granted/);
    const ofIndex = JSON.parse(readFileSync(join(folder, "dist/index.packages.json"), "utf8")) as {
      readonly name: string;
      readonly text: string;
    }[];
    assert.deepEqual(
      ofIndex.map(({ name }) => name),
      ["@lezer/common", "@lezer/highlight", "@lezer/lr", "@lezer/python", "yaml"],
    );
    for (const { name, text } of ofIndex) assert.match(text, /Copyright/, name);
  });

  it("reads the example notebook: six jobs", async () => {
    const { out } = await run(
      "check",
      join(root, "examples/secure-training.ipynb"),
      "--format",
      "json",
      "--offline",
    );
    const report = JSON.parse(out) as JsonReport;
    const [example] = report.files;
    assert.ok(example);
    assert.deepEqual(
      example.requests.map(({ name, cell }) => `${cell} ${name}`),
      [
        "3 Estimator",
        "5 TensorFlow",
        "8 Estimator",
        "10 Estimator",
        "13 create_training_job",
        "15 Estimator",
      ],
    );
    assert.deepEqual(example.problems, []);
  });

  it("prints the same from what it kept, and forgets it on request", async () => {
    file("kept.ipynb", ipynbOf([halfVpc]));
    for (const format of ["text", "json"]) {
      const argv = ["check", "kept.ipynb", "half.py", "--offline", "--format", format];
      const without = await run(...argv, "--no-cache");
      assert.equal(without.code, 1);
      assert.deepEqual(await run(...argv), without);
      assert.deepEqual(await run(...argv), without);
    }
    assert.match(
      (await run("clean")).out,
      /^Removed \d+ files? .* from .*cache.sagemaker-preflight.checks\.$/m,
    );
  });

  it("checks with several threads what it checks with one", async () => {
    mkdirSync(join(folder, "many"));
    for (let i = 0; i < 30; i += 1)
      file(
        i % 3 === 0 ? `many/${i}.py` : `many/${i}.ipynb`,
        i % 3 === 0 ? `${"x = 1\n".repeat(i)}${halfVpc}` : i % 7 === 0 ? "{" : ipynbOf([halfVpc, `x = ${i}`]),
      );
    for (const format of ["text", "json"]) {
      const argv = ["check", "many", "--offline", "--format", format];
      const one = await run(...argv, "--no-cache", "--threads", "1");
      assert.deepEqual([one.code, one.error.split("\n").length], [2, 4]);
      assert.deepEqual(await run(...argv, "--no-cache", "--threads", "3"), one);
      assert.deepEqual(await run(...argv, "--threads", "4"), one);
      assert.deepEqual(await run(...argv), one, "kept");
    }
  });

  it("loses no file when a thread fails, and says so", async () => {
    const argv = ["check", "many", "--offline", "--no-cache"];
    const whole = await run(...argv, "--threads", "1");
    cpSync(join(folder, "dist"), join(folder, "broken"), { recursive: true });
    const threads: [string, RegExp][] = [
      ["throw new Error('it is\\nbroken')", /it is\\u\{a\}broken$/],
      [
        "import { workerData } from 'node:worker_threads'; Atomics.add(workerData.next, 0, 5); process.exit(3);",
        /it ended with 3$/,
      ],
      ["import 'nothing-there'", /nothing-there/],
    ];
    for (const [program, message] of threads) {
      file("broken/check-thread.js", program);
      const { code, out, error } = await node([join(folder, "broken/cli.js"), ...argv, "--threads", "3"]);
      assert.deepEqual([code, out], [whole.code, whole.out]);
      const said = error.split("\n").filter((line) => line.startsWith("A thread ended early"));
      assert.equal(said.length, 2);
      for (const line of said) assert.match(line, message);
    }
  });
});
