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
    cache = new DiskCache(directory, () => 1000);
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

  it("keeps networks and keys, and nothing of the caller or of policies, for a week", async () => {
    const said = (kind: Snapshot[number][0]["kind"], call: string): Snapshot[number] => [
      { kind, id: "a", region: key.region },
      { state: "absent", read: { call, ...key, readAt: 1 } },
    ];
    const network = [said("subnet", "ec2:DescribeSubnets"), said("key", "kms:DescribeKey")];
    const others = [
      said("identity", "sts:GetCallerIdentity"),
      said("role", "iam:GetRole"),
      said("keyPolicy", "kms:GetKeyPolicy"),
      said("bucketPolicy", "s3:GetBucketPolicy"),
    ];
    await cache.write(key, [...network, ...others]);
    assert.deepEqual(await cache.read(key), network);
    assert.doesNotMatch(await readFile(await file(), "utf8"), /iam:|sts:|Policy/);
    const week = 7 * 24 * 3600 * 1000;
    assert.deepEqual(await new DiskCache(directory, () => week).read(key), network);
    assert.deepEqual(await new DiskCache(directory, () => week + 2).read(key), []);
  });

  it("removes its own files on request, and no others", async () => {
    await cache.write(key, [entry("a")]);
    await cache.write({ ...key, region: "eu-west-1" }, []);
    await writeFile(join(directory, "other.json"), "");
    assert.equal(await cache.clear(), 2);
    assert.deepEqual(await readdir(directory), ["other.json"]);
    assert.equal(await new DiskCache(join(directory, "none")).clear(), 0);
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
