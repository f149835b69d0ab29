import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { noEnvironment } from "../../../core/src/environment.js";
import { s3PlacesIn } from "../../../core/src/requests/s3-locations.js";
import { textsIn } from "../../../core/src/requests/texts-in.js";
import { fileSystemPrelude } from "../../support/file-system-prelude.js";

const requestOf = (code: string) => {
  const text = `${fileSystemPrelude}\n${code}`;
  const { requests } = check(
    { uri: "test.py", cells: [{ kind: "code", language: "python", text }] },
    noEnvironment,
  );
  return requests[0] ?? assert.fail("there is no request");
};

describe("The texts in a request", () => {
  it("are told with where they are, however deep, and by branch", () => {
    const request = requestOf(
      `sm.create_training_job(**job, InputDataConfig=[channel("EFS" if fast() else "FSxLustre", "fs-1")])`,
    );
    const told = textsIn(request).flatMap(({ path, value, onOneBranch }) =>
      path.includes("FileSystem") ? [`${path.replace(/.*\./, "")} ${value} ${String(onOneBranch)}`] : [],
    );
    assert.deepEqual(told.sort(), [
      "DirectoryPath /data false",
      "FileSystemAccessMode ro false",
      "FileSystemId fs-1 false",
      "FileSystemType EFS true",
      "FileSystemType FSxLustre true",
    ]);
  });

  it("name buckets by what the job does with them, and say which are not known", () => {
    const s3 = (uri: string) =>
      `{"ChannelName": "c", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": ${uri}}}}`;
    const uris = [
      `"s3://ml-data/train"`,
      `"s3://ml--x-s3/a"`,
      `"s3://arn:aws:s3:::ap"`,
      `"/tmp/a"`,
      "somewhere()",
    ];
    const request = requestOf(
      `sm.create_training_job(**job, InputDataConfig=[${uris.map(s3).join(", ")}], Environment={"OUT": "s3://ml-else/x"})`,
    );
    assert.deepEqual(
      s3PlacesIn(request).s3Locations.map(({ bucket, key, use }) => `${use} ${bucket} ${key}`),
      ["write ml-data out", "read ml-data train"],
    );
    assert.match(
      s3PlacesIn(request).unknownS3.join(),
      /^InputDataConfig\[4\]\.DataSource\.S3DataSource\.S3Uri: .+/,
    );
  });
});
