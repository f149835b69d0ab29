import assert from "node:assert/strict";
import type { Key } from "../../../core/src/account/resources.js";
import { rankKeys } from "../../../core/src/fixes/rank-keys.js";

const volume = "ResourceConfig.VolumeKmsKeyId";
const output = "OutputDataConfig.KmsKeyId";

const keys = ["k1", "k2", "k3", "k4"].map((keyId) => keyOf(keyId));
const aliases = [
  ["alias/ml-output", "k1"],
  ["alias/ml-volume", "k2"],
  ["alias/other", "k3"],
].map(([aliasName = "", targetKeyId = ""]) => ({ aliasName, aliasArn: `arn:${aliasName}`, targetKeyId }));

describe("fixes/rank-keys", () => {
  for (const [path, names] of [
    [volume, ["alias/ml-volume", "alias/ml-output", "alias/other", "k4"]],
    [output, ["alias/ml-output", "alias/ml-volume", "alias/other", "k4"]],
  ] as const) {
    it(`prefers the alias that names the use: ${path}`, () => {
      assert.deepEqual(
        rankKeys(keys, aliases, [path]).map(({ name }) => name),
        names,
      );
    });
  }

  it("leaves out what cannot encrypt, and what AWS manages", () => {
    const unusable: readonly Partial<Key>[] = [
      { keyState: "Disabled" },
      { keyState: "PendingDeletion" },
      { keySpec: "RSA_2048" },
      { keyUsage: "GENERATE_VERIFY_MAC" },
      { keyManager: "AWS" },
    ];
    assert.deepEqual(
      rankKeys(
        unusable.map((more) => keyOf("k", more)),
        [],
        [volume],
      ),
      [],
    );
  });
});

function keyOf(keyId: string, more: Partial<Key> = {}): Key {
  return {
    keyId,
    arn: `arn:aws:kms:us-east-1:111122223333:key/${keyId}`,
    accountId: "111122223333",
    enabled: true,
    keyState: "Enabled",
    keySpec: "SYMMETRIC_DEFAULT",
    keyUsage: "ENCRYPT_DECRYPT",
    keyManager: "CUSTOMER",
    multiRegion: false,
    regions: [],
    ...more,
  };
}
