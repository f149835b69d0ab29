import assert from "node:assert/strict";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CommandHost } from "../../../core/cli/main.js";
import { policyOfFiles } from "../../../core/src/team-policy.js";
import { ipynbOf } from "../../support/notebooks.js";
import { fakeAccount, fakeCheck } from "./fake-check.js";
import { Project } from "./kept-project.js";

const job = `\
from sagemaker.estimator import Estimator
Estimator("image", role, 1, "ml.m5.large", subnets=["subnet-0a1b2c3d4e5f60718"])
`;
const settings = `\
from sagemaker.estimator import Estimator
from settings import subnets
Estimator("image", role, 1, "ml.m5.large", subnets=subnets)
`;

describe("The command line keeps what it found", () => {
  let project: Project;
  let folder: string;
  beforeEach(() => {
    project = new Project();
    folder = project.folder;
  });
  afterEach(() => {
    project.remove();
  });

  const file = (name: string, text: string) => project.write(name, text);
  const run = (argv: readonly string[], host?: Partial<CommandHost>) => project.run(argv, host);
  const check = (...more: readonly string[]) => project.check(...more);
  const cache = () => project.cache;

  it("and prints the same bytes without checking again, in each format", async () => {
    file("a.py", job);
    file("b/x.ipynb", ipynbOf(["broken (", job, "# preflight: ignore[vpc-config-incomplete] why\n" + job]));
    file("b/quiet.py", "x = 1\n");
    for (const more of [[], ["--verbose"], ["--format", "json"], ["--region", "us-east-1"]]) {
      const without = await check("--no-cache", ...more);
      const first = await check(...more);
      const second = await check(...more);
      assert.deepEqual(first.checked, ["a.py", "b/quiet.py", "b/x.ipynb"], more.join(" "));
      assert.deepEqual(second.checked, []);
      for (const { code, out, error } of [first, second])
        assert.deepEqual({ code, out, error }, { code: 1, out: without.out, error: without.error });
    }
    const terminal = { isTerminal: true };
    const coloured = await run(["check", ".", "--offline"], terminal);
    assert.equal(coloured.checked.length, 3);
    assert.ok(coloured.out.includes("\u001b["));
    assert.equal((await run(["check", ".", "--offline"], terminal)).out, coloured.out);
  });

  it("by the content of a file, not by its time", async () => {
    const path = file("a.py", job);
    file("b.py", "x = 1\n");
    const before = await check();
    const { mtime, atime } = statSync(path);
    writeFileSync(path, job.replace("subnets=", "subnet5="));
    utimesSync(path, atime, mtime);
    const edited = await check();
    assert.deepEqual(edited.checked, ["a.py"]);
    assert.notEqual(edited.out, before.out);
    writeFileSync(path, job);
    utimesSync(path, 1, 1);
    await check();
    utimesSync(path, 2, 2);
    const again = await check();
    assert.deepEqual(again, { ...before, checked: [] });
  });

  it("until the policy of its folder changes, appears or goes", async () => {
    file("a.py", job);
    file("team/b.py", job);
    await check();
    const policy = file("team/sagemaker-preflight.yaml", "rules:\n  vpc-config-incomplete: info\n");
    const asked = await check();
    assert.deepEqual(asked.checked, ["team/b.py"]);
    assert.equal(asked.out, (await check("--no-cache")).out);
    assert.deepEqual((await check()).checked, []);
    writeFileSync(policy, "rules:\n  vpc-config-incomplete: info\n# as usual\n");
    assert.deepEqual((await check()).checked, [], "it asks the same, on the same lines");
    writeFileSync(policy, "# as usual\nrules:\n  vpc-config-incomplete: info\n");
    assert.deepEqual((await check()).checked, ["team/b.py"], "findings name the line");
    writeFileSync(policy, "rules:\n  vpc-config-incomplete: high\n");
    const wrong = await check();
    assert.deepEqual([wrong.checked, wrong.code], [["team/b.py"], 2]);
    const again = await check();
    assert.deepEqual(again, { ...wrong, checked: [] });
    rmSync(policy);
    assert.equal((await check()).out, (await check("--no-cache")).out);
  });

  it("until a module beside it changes, appears or goes", async () => {
    file("a.py", settings);
    const unknown = await check("--verbose");
    assert.deepEqual((await check("--verbose")).checked, []);
    const expectAll = async (what: string) => {
      const cached = await check("--verbose");
      assert.ok(cached.checked.includes("a.py"), what);
      assert.equal(cached.out, (await check("--verbose", "--no-cache")).out, what);
      assert.ok(!(await check("--verbose")).checked.includes("a.py"), what);
      return cached;
    };
    file("settings.py", 'subnets = ["subnet-0a1b2c3d4e5f60718"]\n');
    assert.notEqual((await expectAll("appears")).out, unknown.out);
    file("settings.py", "subnets = []\n");
    await expectAll("changes");
    rmSync(join(folder, "settings.py"));
    file("settings/__init__.py", "subnets = None\n");
    await expectAll("is a package now");
    rmSync(join(folder, "settings"), { recursive: true });
    await expectAll("goes");
    const elsewhere = mkdtempSync(join(tmpdir(), "preflight-"));
    try {
      writeFileSync(join(elsewhere, "settings.py"), "subnets = []\n");
      symlinkSync(join(elsewhere, "settings.py"), join(folder, "settings.py"));
      await expectAll("leads elsewhere");
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  it("until the SDK's defaults change, or are elsewhere", async () => {
    file("a.py", job);
    const other = file("other/config.yaml", "x: 1\n");
    await check();
    const defaults = file(".config/sagemaker/config.yaml", "SchemaVersion: '1.0'\n");
    assert.deepEqual((await check()).checked, ["a.py"], "a file appears");
    assert.deepEqual((await check()).checked, []);
    writeFileSync(defaults, "SchemaVersion: '1.0'\n\n");
    assert.deepEqual((await check()).checked, ["a.py"], "a file changes");
    const environment = { SAGEMAKER_USER_CONFIG_OVERRIDE: other };
    const elsewhere = () => run(["check", ".", "--offline"], { environment });
    assert.deepEqual((await elsewhere()).checked, ["a.py"], "another place");
    assert.deepEqual((await elsewhere()).checked, []);
    writeFileSync(other, "y: 1\n");
    assert.deepEqual((await elsewhere()).checked, ["a.py"], "the other place changes");
  });

  it("for the same options, variables and program only", async () => {
    file("a.py", job);
    const argv = ["check", "a.py", "--offline"];
    const ways: [string, readonly string[], Partial<CommandHost>][] = [
      ["plain", argv, {}],
      ["format", [...argv, "--format", "json"], {}],
      ["verbose", [...argv, "--verbose"], {}],
      ["colours", argv, { isTerminal: true }],
      ["region", [...argv, "--region", "eu-west-1"], {}],
      ["another region", [...argv, "--region", "eu-west-2"], {}],
      ["AWS_REGION", argv, { environment: { AWS_REGION: "us-west-1" } }],
      ["AWS_DEFAULT_REGION", argv, { environment: { AWS_DEFAULT_REGION: "us-west-2" } }],
      ["SDK version", [...argv, "--sdk-version", "2"], {}],
      ["role", [...argv, "--execution-role", "arn:aws:iam::111122223333:role/x"], {}],
      ["administrator's defaults", argv, { environment: { SAGEMAKER_ADMIN_CONFIG_OVERRIDE: "/nowhere" } }],
      ["user's defaults", argv, { environment: { SAGEMAKER_USER_CONFIG_OVERRIDE: "/nowhere" } }],
      ["platform of the SDK's defaults", argv, { environment: { XDG_CONFIG_HOME: "/nowhere" } }],
      ["build", argv, { build: "another" }],
      ["name as it is printed", ["check", "./a.py", "--offline"], {}],
      ["folder", ["check", "../a.py", "--offline"], { cwd: join(folder, "sub") }],
      ["online", ["check", "a.py"], { environment: { AWS_REGION: "us-east-1" } }],
    ];
    mkdirSync(join(folder, "sub"));
    const where = { SAGEMAKER_PREFLIGHT_CACHE_DIR: join(folder, "kept") };
    const host = (more: Partial<CommandHost>) => ({
      ...more,
      environment: { ...more.environment, ...where },
    });
    for (const [what, args, more] of ways)
      assert.equal((await run(args, host(more))).checked.length, 1, `${what}: not of another`);
    for (const [what, args, more] of ways.slice(0, -1))
      assert.equal((await run(args, host(more))).checked.length, 0, `${what}: of the same`);
  });

  it("of files that ask nothing of AWS, and no other, when there is an account", async () => {
    file("asks.py", 'job("subnet-9")');
    file("offers.py", "job()");
    file("plain.py", "x = 1\n");
    const { reader, calls } = fakeAccount([]);
    let checked: string[] = [];
    const host: Partial<CommandHost> = {
      environment: { AWS_REGION: "us-east-1" },
      openAccount: () => Promise.resolve(reader),
      loadPolicyReader: () => Promise.resolve(policyOfFiles),
      loadChecker: () =>
        Promise.resolve(() => (notebook, environment) => {
          checked.push(notebook.uri);
          return fakeCheck(notebook, environment);
        }),
    };
    const online = async (...more: string[]) => {
      checked = [];
      const { code, out } = await run(["check", ".", ...more], host);
      return {
        code,
        out: out.replaceAll(/\d{4}-\d\d-\d\dT?[\d:. ]+(?:Z|UTC)/g, "TIME"),
        files: new Set(checked),
      };
    };
    const first = await online();
    assert.deepEqual([...first.files].sort(), ["asks.py", "offers.py", "plain.py"]);
    const second = await online();
    assert.deepEqual([...second.files], ["asks.py"], "the other two asked nothing");
    assert.deepEqual([second.code, second.out], [first.code, first.out]);
    assert.equal(calls.length, 2, "AWS is asked each time");
    const json = await online("--format", "json");
    const again = await online("--format", "json");
    assert.deepEqual([...again.files].sort(), ["asks.py", "offers.py"], "JSON has what could be offered");
    assert.deepEqual([again.code, again.out], [json.code, json.out]);
    const kept = readdirSync(cache()).map((name) => readFileSync(join(cache(), name), "utf8"));
    assert.ok(
      kept.every((text) => !/111122223333|subnet-not-found/.test(text)),
      "nothing of the account",
    );
  });

  it("unless the account tells a role that holds for every notebook", async () => {
    file("asks.py", 'job("subnet-9")');
    file("plain.py", "x = 1\n");
    const { reader } = fakeAccount([]);
    const describe = async () => ({
      ...(await reader.describe()),
      executionRole: { arn: "arn:aws:iam::111122223333:role/x" },
    });
    const roles: [string, unknown][] = [];
    const host: Partial<CommandHost> = {
      environment: { AWS_REGION: "us-east-1" },
      openAccount: () => Promise.resolve({ ...reader, describe }),
      loadPolicyReader: () => Promise.resolve(policyOfFiles),
      loadChecker: () =>
        Promise.resolve(() => (notebook, environment) => {
          roles.push([notebook.uri, environment.executionRole]);
          return fakeCheck(notebook, environment);
        }),
    };
    file("later.py", "x = 1\n");
    await run(["check", "plain.py", "later.py"], host);
    roles.length = 0;
    const { out } = await run(["check", "."], host);
    assert.match(out, /Checked 3 files/);
    const withRole = roles.filter(([, role]) => role !== undefined).map(([uri]) => uri);
    assert.deepEqual([...new Set(withRole)].sort(), ["asks.py", "later.py", "plain.py"]);
  });

  it("of no file that cannot be read", async () => {
    file("a.ipynb", "{");
    file("b.py", "x = 1\n");
    const first = await check();
    const second = await check();
    assert.equal(first.code, 2);
    assert.deepEqual(second, { ...first, checked: [] });
    file("a.ipynb", ipynbOf(["x = 1"]));
    const whole = await check();
    assert.deepEqual([whole.code, whole.error], [0, ""]);
    file("a.ipynb", "{");
    assert.deepEqual({ ...(await check()), checked: [] }, second);
    const json = await check("--format", "json");
    assert.deepEqual(await check("--format", "json"), { ...json, checked: [] });
  });
});
