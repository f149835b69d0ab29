import type { Key, KeyAlias } from "../account/resources.js";
import type { FieldPath } from "../requests/request.js";

/** A key that a job can be encrypted with. */
export interface KeyChoice {
  readonly key: Key;
  /** Its alias, the one that says most; else its id. */
  readonly name: string;
}

/**
 * The customer managed keys that can encrypt, best first: one that the caller's policies name, an alias that names the use (`volume`, `output`), one that
 * names SageMaker or training, one that names machine learning, any alias, none; then by name.
 */
export function rankKeys(
  keys: readonly Key[],
  aliases: readonly KeyAlias[],
  paths: readonly FieldPath[],
  allowed: ReadonlyMap<string, string> = new Map(),
): readonly KeyChoice[] {
  const isForVolume = paths.some((path) => path.includes("Volume"));
  const isForOutput = paths.some((path) => !path.includes("Volume"));
  const rank = (name: string): number => {
    if (!name.startsWith("alias/")) return 4;
    const namesVolume = /volume|(^|[^a-z])ebs([^a-z]|$)/i.test(name);
    const namesOutput = /output|artifact|(^|[^a-z])s3([^a-z]|$)/i.test(name);
    if ((isForVolume && namesVolume) || (isForOutput && namesOutput)) return 0;
    // A name that says "training" is meant for this job; "ml" may be anybody's
    if (/sagemaker|train/i.test(name)) return namesVolume || namesOutput ? 2 : 1;
    return /(^|[^a-z])ml([^a-z]|$)/i.test(name) ? 3 : 3.5;
  };
  const isAllowed = ({ key }: KeyChoice) => Number(allowed.has(key.arn));
  return keys
    .filter(isUsable)
    .map((key) => {
      const names = aliases
        .filter(({ targetKeyId }) => targetKeyId === key.keyId)
        .map(({ aliasName }) => aliasName);
      const [name = key.keyId] = names.sort((one, other) => rank(one) - rank(other) || compare(one, other));
      return { key, name };
    })
    .sort(
      (one, other) =>
        isAllowed(other) - isAllowed(one) ||
        rank(one.name) - rank(other.name) ||
        compare(one.name, other.name),
    );
}

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/services-ebs.html */
export function isUsable({ keyManager, keyState, keySpec, keyUsage }: Key): boolean {
  return (
    keyManager === "CUSTOMER" &&
    keyState === "Enabled" &&
    keySpec === "SYMMETRIC_DEFAULT" &&
    keyUsage === "ENCRYPT_DECRYPT"
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
