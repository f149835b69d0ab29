import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listProfiles, missingProfile, profileNames } from "../../vscode-ext/src/list-profiles.js";

describe("listProfiles", () => {
  it("reads both files, each name once", async () => {
    const folder = mkdtempSync(join(tmpdir(), "preflight-profiles-"));
    const config = join(folder, "config");
    const credentials = join(folder, "credentials");
    writeFileSync(
      config,
      "[default]\nregion = us-east-1\n[profile team]\n[sso-session corp]\n[services local]\n",
    );
    writeFileSync(credentials, "[default]\naws_access_key_id = x\n[old]\n");
    const environment = { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials };
    assert.deepEqual(await listProfiles(environment), ["default", "old", "team"]);
    rmSync(folder, { recursive: true });
  });

  it("tells which profile is asked with and in no file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "preflight-profiles-"));
    const config = join(folder, "config");
    writeFileSync(config, "[profile team]\n");
    const files = { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: join(folder, "none") };
    assert.equal(await missingProfile("team", files), undefined);
    assert.equal(await missingProfile("", files), undefined);
    assert.equal(
      await missingProfile("nosuch", { ...files, AWS_PROFILE: "team" }),
      "nosuch is not in the AWS configuration of this machine",
    );
    assert.match(
      (await missingProfile("", { ...files, AWS_PROFILE: "gone" })) ?? "",
      /^gone, which AWS_PROFILE/,
    );
    rmSync(folder, { recursive: true });
  });

  it("finds none where there are no files", async () => {
    const nowhere = join(tmpdir(), "preflight-no-such-folder", "x");
    const environment = { AWS_CONFIG_FILE: nowhere, AWS_SHARED_CREDENTIALS_FILE: nowhere };
    assert.deepEqual(await listProfiles(environment), []);
  });

  it("takes quoted names and odd spacing", () => {
    assert.deepEqual(profileNames('  [profile   "a b"]\n# [no]\nx = [no]\n[ c ]'), ["a b", "c"]);
  });
});
