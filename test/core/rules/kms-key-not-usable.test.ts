import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { kmsKeyNotUsable } from "../../../core/src/rules/kms-key-not-usable.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const multiRegion = "mrk-6e50c1a7bf824d348a76a12c3d4e5f60";
const replica = { KeyId: multiRegion, MultiRegion: true };
const lonely = "mrk-00000000000000000000000000000001";
const lonelyArn = `arn:aws:kms:us-east-1:111122223333:key/${lonely}`;

testRule(kmsKeyNotUsable, {
  environment: environmentOf(
    accountFacts({ ...twoVpcs, Keys: [...(twoVpcs.Keys ?? []), replica] }, [lonelyArn]),
  ),
  prelude: estimatorPrelude,
  valid: {
    "an enabled key": `est = Estimator(**job, **network, **keys)`,
  },
  invalid: {
    "a key pending deletion": {
      code: `\
est = Estimator(**job, **network, volume_kms_key="11111111-aaaa-4bbb-8ccc-000000000002")
#                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The KMS key 11111111-aaaa-4bbb-8ccc-000000000002 is pending deletion, on 2026-12-01`,
      output: `est = Estimator(**job, **network, volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001")`,
    },
    "a multi-Region key of another region with a replica": {
      code: `\
est = Estimator(**job, **network, output_kms_key="arn:aws:kms:eu-west-1:111122223333:key/${multiRegion}")
#                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The KMS key is in eu-west-1, but the job runs in us-east-1, where it has a replica`,
      output: `est = Estimator(**job, **network, output_kms_key="arn:aws:kms:us-east-1:111122223333:key/${multiRegion}")`,
    },
    "a multi-Region key of another region without one": {
      code: `\
est = Estimator(**job, **network, output_kms_key="arn:aws:kms:eu-west-1:111122223333:key/${lonely}")
#                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The KMS key is in eu-west-1, but the job runs in us-east-1`,
    },
    "a key of another region": {
      code: `\
est = Estimator(**job, **network, output_kms_key="arn:aws:kms:eu-west-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001")
#                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The KMS key is in eu-west-1, but the job runs in us-east-1`,
      output: `est = Estimator(**job, **network, output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001")`,
    },
  },
});

describe("rules/kms-key-not-usable, by what KMS says of the key", () => {
  const rows: readonly (readonly [object, string | undefined])[] = [
    [{ KeyState: "Enabled" }, undefined],
    [{ KeyState: "Disabled" }, "error: is disabled"],
    [{ KeyState: "PendingReplicaDeletion" }, "error: is pending deletion, once its replicas are deleted"],
    [{ KeyState: "PendingImport" }, "error: has no key material imported yet (PendingImport)"],
    [{ KeyState: "Unavailable" }, "error: is unavailable: its key store is disconnected"],
    [{ KeyState: "Creating" }, "warning: is not ready yet (Creating)"],
    [{ KeyState: "Updating" }, "warning: is not ready yet (Updating)"],
    [{ KeyState: "Resting" }, "warning: is in the state Resting"],
    [{ KeySpec: "RSA_2048" }, "error: is asymmetric (RSA_2048); only a symmetric key works here"],
    [
      { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" },
      "error: is not for encryption (RSA_2048, SIGN_VERIFY)",
    ],
    [
      { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" },
      "error: is an HMAC key (HMAC_256, GENERATE_VERIFY_MAC)",
    ],
  ];
  for (const [key, expected] of rows) {
    it(`${JSON.stringify(key)}: ${expected ?? "nothing"}`, () => {
      const KeyId = "22222222-aaaa-4bbb-8ccc-000000000001";
      const cells = [estimatorPrelude, `Estimator(**job, **network, volume_kms_key="${KeyId}").fit()`];
      const { findings } = check(
        { uri: "t.ipynb", cells: cells.map((text) => ({ kind: "code" as const, language: "python", text })) },
        environmentOf(accountFacts({ ...twoVpcs, Keys: [{ KeyId, ...key }] })),
      );
      const [found] = findings.filter(({ rule }) => rule === kmsKeyNotUsable.id);
      const said = found && `${found.severity}: ${found.message.replace(`The KMS key ${KeyId} `, "")}`;
      assert.equal(said, expected);
    });
  }
});
