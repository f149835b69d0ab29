/** A KMS key as a request names it. */
export interface KeyReference {
  readonly form: "key id" | "alias name" | "key ARN" | "alias ARN" | "other";
  /** Of an ARN only. */
  readonly region?: string;
  readonly account?: string;
}

/**
 * Which of KMS's four forms the text has. Key ids are UUIDs or `mrk-` and 32 hex digits; partitions may be `aws-cn`
 * and others.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
 */
export function readKeyReference(text: string): KeyReference {
  const arn = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):(\d{12}):(key|alias)\/(.+)$/.exec(text);
  if (arn) {
    const [, region, account, type] = arn;
    return {
      form: type === "key" ? "key ARN" : "alias ARN",
      ...(region === undefined ? {} : { region }),
      ...(account === undefined ? {} : { account }),
    };
  }
  if (text.startsWith("alias/")) return { form: "alias name" };
  if (/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/i.test(text)) return { form: "key id" };
  return { form: "other" };
}

/**
 * The ARN that a multi-Region key has in another region: the same key id. `undefined`: the text is no ARN of such a key.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
 */
export function replicaIn(region: string, text: string): string | undefined {
  const { form } = readKeyReference(text);
  if (form !== "key ARN" || !/:key\/mrk-[0-9a-f]{32}$/i.test(text)) return undefined;
  return text.replace(/:kms:[^:]*:/, `:kms:${region}:`);
}

/**
 * `alias/aws/…` names a key that AWS manages. It is never looked up: DescribeKey on one that does not exist yet would
 * create it, and a check must not change the account.
 *
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
 */
export function isAwsManagedAlias(text: string): boolean {
  return /(^|:)alias\/aws\//.test(text);
}
