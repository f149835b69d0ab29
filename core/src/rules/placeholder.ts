/**
 * Whether the text stands for a subnet or group id that the author still has to fill in. Only what cannot be an id and
 * reads so: what merely looks unusual (`subnet-a`), and all that is well formed, is asked of the account instead.
 */
export function isPlaceholderId(text: string, prefix: "subnet-" | "sg-"): boolean {
  if (!isPossibleId(text)) return true;
  const rest = text.startsWith(prefix) ? text.slice(prefix.length) : text;
  if (/^([0-9a-f]{8}|[0-9a-f]{17})$/.test(rest)) return false;
  return rest === "" || readsLikePlaceholder(rest);
}

/** Whether the text begins as the id of something else does. Ids of other forms are asked of the account. */
export function isIdOfOtherKind(value: string, own: "subnet-" | "sg-"): boolean {
  return /^(?:subnet|sg|vpc)-/.test(value) && !value.startsWith(own);
}

/** The same for a KMS key; of an ARN, its account or its key. People name an alias as they like: few words count there. */
export function isPlaceholderKey(text: string): boolean {
  if (!isPossibleKey(text)) return true;
  const [, account, key = text] = /^arn:[^:]*:kms:[^:]*:([^:]*):(.*)$/.exec(text) ?? [];
  if (account !== undefined && !/^\d{12}$/.test(account)) return true;
  if (key.startsWith("alias/"))
    return /^(x{3,}|your[-_].*|replace[-_]?me|todo)$/i.test(key.slice("alias/".length));
  return readsLikePlaceholder(key.replace(/^key\//, ""));
}

/**
 * Whether SageMaker would take the text as an id of a subnet or a group.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html
 */
export function isPossibleId(text: string): boolean {
  return /^[-0-9a-zA-Z]*$/.test(text);
}

/**
 * Whether SageMaker would take the text as a KMS key.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputDataConfig.html
 */
export function isPossibleKey(text: string): boolean {
  return /^[a-zA-Z0-9:/_-]*$/.test(text);
}

/** Whether a text that is no id reads so: `<your bucket>`, `ENTER_JOB_NAME`, `fs-xxx`, `${var.count}` of a template. */
export function isPlaceholderText(text: string): boolean {
  return (
    /<[^<>]+>|^…$|^\.\.\.$|^\[.*\]$|x{4,}|(^|[-_])x{3}$|^\$\{[^{}]*\}$|^\{\{[^{}]*\}\}$/i.test(text) ||
    /(^|[^a-zA-Z0-9])(your|enter|insert|replace|todo|to[ _-]be)(?=$|[^a-zA-Z0-9])/i.test(text)
  );
}

/** Words by which an author says "put yours here", between the text's ends, hyphens and digits. */
const words =
  /(^|[-_])(x{2,}|your|yours|my|todo|tbd|fixme|here|id|ids|replace|replaceme|changeme|example|placeholder|foo|bar|dummy|fill|insert)(?=$|[-_0-9])/i;
/** Counted out, as documents have it. */
const counted = /^(abc|abcd|abcdef|123|1234|12345|123456|abc123|123abc|abc123def456|abc123def456789)$/i;

function readsLikePlaceholder(text: string): boolean {
  return (
    words.test(text) ||
    counted.test(text) ||
    /^(your|my|replace|insert|todo)[a-z]/i.test(text) ||
    /x{3,}/i.test(text)
  );
}
