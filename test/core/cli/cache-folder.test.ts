import assert from "node:assert/strict";
import {
  chmodSync,
  chownSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { CommandHost } from "../../../core/cli/main.js";
import { Project } from "./kept-project.js";

const job = `\
from sagemaker.estimator import Estimator
Estimator("image", role, 1, "ml.m5.large", subnets=["subnet-0a1b2c3d4e5f60718"])
`;

describe("The folder where the command line keeps what it found", () => {
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
  const shards = () => project.kept();

  it("is where the user says, and nowhere with --no-cache, and not with --fix or --diff", async () => {
    file("a.py", job);
    for (const more of [["--no-cache"], ["--fix"], ["--diff"]]) await check(...more);
    await run(["check", ".", "--offline"], { environment: { SAGEMAKER_PREFLIGHT_NO_CACHE: "1" } });
    assert.throws(() => readdirSync(cache()), /ENOENT/);
    await check("--cache-dir", "mine");
    assert.equal(readdirSync(join(folder, "mine")).filter((name) => name.endsWith(".checks")).length, 1);
    assert.deepEqual((await check("--cache-dir", join(folder, "mine"))).checked, []);
    await check();
    assert.deepEqual((await check("--no-cache")).checked, ["a.py"]);
    const environment = { XDG_CACHE_HOME: join(folder, "xdg") };
    await run(["check", ".", "--offline"], { environment });
    assert.equal(readdirSync(join(folder, "xdg/sagemaker-preflight/checks")).length, 3);
  });

  it("is only the user's, and goes on request", async () => {
    file("a.py", job);
    await check();
    assert.equal(statSync(cache()).mode & 0o777, 0o700);
    for (const name of readdirSync(cache())) assert.equal(statSync(join(cache(), name)).mode & 0o777, 0o600);
    writeFileSync(join(cache(), "notes.txt"), "mine");
    const { out } = await run(["clean"]);
    assert.match(out, /^Removed 1 file \(0\.0 MB\) from .*checks\.\n$/);
    assert.deepEqual(readdirSync(cache()), ["notes.txt"]);
    assert.match((await run(["clean", "--cache-dir", "nowhere"])).out, /^Nothing to remove/);
    assert.equal((await run(["clean", "a.py"])).code, 2);
    assert.deepEqual((await check()).checked, ["a.py"]);
  });

  it("counts for nothing when it is torn, foreign or writable by others", async () => {
    file("a.py", job);
    const whole = await check();
    const [name = ""] = shards();
    const path = join(cache(), name);
    const bytes = readFileSync(path);
    const at = (fraction: number) => Math.floor(bytes.length * fraction);
    const flipped = (index: number) => {
      const other = Buffer.from(bytes);
      other[index] = (other[index] ?? 0) ^ 1;
      return other;
    };
    const wrong: [string, Buffer][] = [
      ["empty", Buffer.alloc(0)],
      ["other", Buffer.from("{}\n".repeat(1000))],
      ["noise", Buffer.alloc(5000, 0xff)],
      ...[0.1, 0.5, 0.9].map((part): [string, Buffer] => [`cut at ${part}`, bytes.subarray(0, at(part))]),
      ...Array.from({ length: 40 }, (_, i): [string, Buffer] => [`bit at ${i / 40}`, flipped(at(i / 40))]),
      ["last bit", flipped(bytes.length - 1)],
    ];
    for (const [what, content] of wrong) {
      writeFileSync(path, content);
      assert.deepEqual(await check(), whole, what);
      assert.deepEqual((await check()).checked, [], `${what}: mended`);
    }
    chmodSync(path, 0o622);
    assert.deepEqual(await check(), whole, "others may write it");
    assert.deepEqual((await check()).checked, [], "mended");
    if (process.getuid?.() !== 0) return;
    chownSync(path, 12345, 12345);
    assert.deepEqual(await check(), whole, "it is another user's");
  });

  it("need not be writable", async () => {
    file("a.py", job);
    const whole = await check("--no-cache");
    const blocked = file("file", "");
    for (let i = 0; i < 2; i += 1)
      assert.deepEqual(await check("--cache-dir", join(blocked, "below")), whole);
  });

  it("serves many folders, and many runs at a time", async () => {
    for (let i = 0; i < 20; i += 1) file(`${i % 3}/${i}.py`, `x${i} = 1\n${job}`);
    const whole = await check("--no-cache");
    const runs = await Promise.all(Array.from({ length: 8 }, () => check()));
    for (const one of runs) assert.deepEqual({ ...one, checked: whole.checked }, whole);
    assert.deepEqual(await check(), { ...whole, checked: [] });
    assert.deepEqual((await run(["check", "1/1.py", "--offline"])).checked, [], "one of them alone");
    file("1/1.py", "x = 2\n");
    await run(["check", "1/1.py", "--offline"]);
    assert.deepEqual((await check()).checked, [], "the others are still kept");
  });

  it("keeps for a month after the last use, and forgets files that are gone", async () => {
    file("a.py", job);
    file("b/b.py", job);
    file("c/c.py", job);
    await check();
    const old = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);
    for (const name of shards()) utimesSync(join(cache(), name), old(31), old(31));
    assert.deepEqual((await run(["check", "c", "--offline"])).checked, [], "it is used");
    const draft = join(cache(), "x.checks.y.tmp");
    writeFileSync(draft, "");
    utimesSync(draft, old(1), old(1));
    rmSync(join(folder, "a.py"));
    file("d.py", job);
    await run(["check", "d.py", "--offline"]);
    const left = shards().map((name) => readFileSync(join(cache(), name), "utf8"));
    assert.deepEqual(
      left
        .map((text) => ["a.py", "b.py", "c.py", "d.py"].filter((name) => text.includes(`["${name}"`)))
        .sort(),
      [["c.py"], ["d.py"]],
    );
    assert.throws(() => statSync(draft), /ENOENT/);
  });

  it("ends where nothing can be made, though the system says that only something is missing", async function () {
    if (process.platform !== "linux") this.skip();
    file("a.py", "x = 1\n");
    const { code } = await run(["check", "a.py", "--offline", "--cache-dir", "/proc/none/checks"]);
    assert.equal(code, 0);
  });
});
