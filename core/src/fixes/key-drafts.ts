import type { Key, KeyAlias } from "../account/resources.js";
import type { FieldPath } from "../requests/request.js";
import type { AccountLists } from "./account-lists.js";
import type { Draft } from "./draft.js";
import { rankKeys } from "./rank-keys.js";

/** The keys of the account that a field can be encrypted with. */
export function keyDrafts(path: FieldPath, lists: AccountLists): readonly Draft[] {
  const { keys, aliases } = lists.keys();
  return rankKeys(keys, aliases, [path]).map(({ key, name }): Draft => {
    const names = namesOf(key, aliases);
    return {
      about: { kind: "key", id: key.arn, name: names.includes(name) ? name : "" },
      alternatives: [[{ path, value: key.arn }]],
      alsoNamed: [key.keyId, ...names],
      reasons: [names.length === 0 ? "enabled, without an alias" : `enabled, ${name}`],
    };
  });
}

function namesOf({ keyId }: Key, aliases: readonly KeyAlias[]): readonly string[] {
  return aliases
    .filter(({ targetKeyId }) => targetKeyId === keyId)
    .flatMap(({ aliasName, aliasArn }) => [aliasName, aliasArn]);
}
