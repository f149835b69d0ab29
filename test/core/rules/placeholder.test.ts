import assert from "node:assert/strict";
import { isPlaceholderId, isPlaceholderKey } from "../../../core/src/rules/placeholder.js";

const placeholders = [
  "<your_subnets>",
  "subnet-...",
  "subnet-",
  "subnet-xxxxxxxx",
  "subnet-0xxxxxxxxxxxxxxxx",
  "subnet-your-id",
  "subnet-id",
  "subnet-1-id",
  "subnet-abc123",
  "subnet-123abc",
  "your-subnet-id",
  "subnet-TODO",
  "subnet-example",
  "mySubnet",
];
const ids = [
  "subnet-a",
  "subnet-b2",
  "subnet-0a1",
  "subnet-private-a",
  "subnet-12345678",
  "subnet-0abc1230abc123abc",
  "subnet-aaaaaaaa",
  "vpc-0a1",
];
const placeholderKeys = [
  "<kms-key-id>",
  "your-key",
  "YOUR_KMS_KEY_ID",
  "my-kms-key",
  "arn:aws:kms:us-east-1:<account>:key/1",
  "arn:aws:kms:us-east-1:XXXXXXXXXXXX:key/1",
  "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
  "arn:aws:kms:us-east-1:111122223333:key/your-key-id",
  "alias/your-key",
];
const realKeys = [
  "alias/my-key",
  "alias/example",
  "alias/ml-volume",
  "1234abcd-12ab-34cd-56ef-1234567890ab",
  "mrk-1234abcd12ab34cd56ef1234567890ab",
  "arn:aws-cn:kms:cn-north-1:111122223333:alias/my-key",
  "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
];

describe("rules/placeholder", () => {
  for (const text of placeholders)
    it(`${text} is one`, () => {
      assert.equal(isPlaceholderId(text, "subnet-"), true);
    });
  for (const text of ids)
    it(`${text} is asked of the account`, () => {
      assert.equal(isPlaceholderId(text, "subnet-"), false);
    });
  for (const text of placeholderKeys)
    it(`key ${text} is one`, () => {
      assert.equal(isPlaceholderKey(text), true);
    });
  for (const text of realKeys)
    it(`key ${text} is asked of the account`, () => {
      assert.equal(isPlaceholderKey(text), false);
    });
});
