import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DiskCache } from "../../../core/aws/index.js";
import type { Snapshot } from "../../../core/src/account/fact-store.js";

const key = { account: "111122223333", region: "us-east-1" };
const entry = (id: string, region = key.region, account = key.account): Snapshot[number] => [
  { kind: "subnet", id, region },
  { state: "absent", read: { call: "ec2:DescribeSubnets", account, region, readAt: 1 } },
];

describe("DiskCache", () => {
  let directory: string;
  let cache: DiskCache;
  beforeEach(async () => {
    directory = join(await mkdtemp(join(tmpdir(), "preflight-")), "cache");
    cache = new DiskCache(directory);
  });
  afterEach(() => rm(join(directory, ".."), { recursive: true }));

  const file = async (): Promise<string> => {
    const [name] = await readdir(directory);
    assert.ok(name !== undefined);
    return join(directory, name);
  };

  it("gives back what was written, only of the key's account and region", async () => {
    const written = await cache.write(key, [
      entry("a"),
      entry("b", "eu-west-1"),
      entry("c", key.region, "444455556666"),
    ]);
    assert.equal(written, true);
    assert.deepEqual(await cache.read(key), [entry("a")]);
    assert.deepEqual(await cache.read({ ...key, endpoint: "http://127.0.0.1:5000" }), []);
    assert.deepEqual(await cache.read({ ...key, region: "eu-west-1" }), []);
  });

  it("writes files that only the user can read, whole or not at all", async () => {
    await Promise.all([cache.write(key, [entry("a")]), cache.write(key, [entry("b")])]);
    assert.equal((await readdir(directory)).length, 1);
    if (process.platform !== "win32") assert.equal((await stat(await file())).mode & 0o777, 0o600);
    assert.equal((await cache.read(key)).length, 1);
  });

  it("ignores a file that is torn, of another version, or not ours", async () => {
    await cache.write(key, [entry("a"), entry("b")]);
    const path = await file();
    const text = await readFile(path, "utf8");
    for (const other of [text.slice(0, -9), "", "[]", "null", text.replace('"version":1', '"version":2')]) {
      await writeFile(path, other);
      assert.deepEqual(await cache.read(key), []);
    }
    await writeFile(path, text.replace('"kind":"subnet"', '"kind":"secret"'));
    assert.deepEqual(await cache.read(key), [entry("b")]);
  });

  it("does without a directory that cannot be written", async () => {
    await writeFile(join(directory, "..", "file"), "");
    assert.equal(await new DiskCache(join(directory, "..", "file")).write(key, [entry("a")]), false);
  });
});
