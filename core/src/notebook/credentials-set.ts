/** What the notebook sets of how AWS is asked from then on, wherever its calls name no session. */
export interface CredentialsSet {
  /** Names of profiles. */
  readonly profiles: readonly string[];
  /** What else gives it credentials, or names a profile by more than a text: `AWS_ACCESS_KEY_ID`. */
  readonly others: readonly string[];
  readonly regions: readonly RegionSet[];
}

export interface RegionSet {
  /** Absent: more than a text. */
  readonly region?: string;
  readonly cell: number;
  /** False: perhaps only, on a branch or where nothing is set yet. */
  readonly isSure: boolean;
}

/**
 * What a cell sets counts for the whole notebook, since a session keeps the credentials that it once had.
 *
 * @param found By cell.
 */
export function credentialsSet(found: readonly (readonly CredentialSetting[])[]): CredentialsSet {
  if (found.every((settings) => settings.length === 0)) return noCredentials;
  const all = found.flatMap((settings, cell) => settings.map((setting) => ({ ...setting, cell })));
  const named = all.flatMap((one) => (profileVariables.has(one.name) ? [one] : []));
  return {
    profiles: unique(named.flatMap(({ value }) => value ?? [])),
    others: unique([
      ...named.flatMap(({ name, value }) => (value === undefined ? [name] : [])),
      ...all.flatMap(({ name }) => (otherVariables.has(name) ? [name] : [])),
    ]),
    regions: all.flatMap(({ name, value, cell, isSure }) =>
      name === "AWS_DEFAULT_REGION"
        ? [{ cell, isSure, ...(value === undefined ? {} : { region: value }) }]
        : [],
    ),
  };
}

export const noCredentials: CredentialsSet = { profiles: [], others: [], regions: [] };

/** @source botocore 1.44.5, botocore/configprovider.py: BOTOCORE_DEFAUT_SESSION_VARIABLES */
const profileVariables: ReadonlySet<string> = new Set(["AWS_DEFAULT_PROFILE", "AWS_PROFILE"]);
const otherVariables: ReadonlySet<string> = new Set([
  "AWS_ACCESS_KEY_ID",
  "AWS_SESSION_TOKEN",
  "AWS_ROLE_ARN",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONFIG_FILE",
  "AWS_SHARED_CREDENTIALS_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
]);

/** One variable that a cell sets. */
export interface CredentialSetting {
  readonly name: string;
  readonly value?: string;
  readonly isSure: boolean;
}

const nothing: readonly CredentialSetting[] = [];

/** Looks for them by text: a cell that sets a variable and nothing else is one that no job seems to depend on. */
export function credentialSettings(text: string): readonly CredentialSetting[] {
  if (!/AWS_|setup_default_session/.test(text)) return nothing;
  return [...variablesIn(text), ...sessionsIn(text)];
}

const variable = String.raw`(AWS_[A-Z_]{1,60})`;
/** A text whole, or nothing. What a line has at most is bounded: a cell may be one line of megabytes. */
const literal = String.raw`[ \t]*(?:[rbu]?(?:"([^"\\\n]{0,200})"|'([^'\\\n]{0,200})')[ \t]*(?=$|[#;,)}]))?`;
/** IPython fills in what has `$` or braces. */
const magic = new RegExp(
  String.raw`^([ \t]*)%(?:set_)?env[ \t]+${variable}[ \t]*[ =][ \t]*(?:([^\n$\x7b\x7d]{0,200})$)?`,
  "gm",
);
const forms: readonly RegExp[] = [
  new RegExp(String.raw`\benviron[ \t]*\[[ \t]*["']${variable}["'][ \t]*\][ \t]*=(?!=)${literal}`, "gm"),
  new RegExp(String.raw`\bputenv[ \t]*\([ \t]*["']${variable}["'][ \t]*,${literal}`, "gm"),
];
/** Only where it is not set yet. */
const byDefault = new RegExp(
  String.raw`\benviron[ \t]*\.[ \t]*setdefault[ \t]*\([ \t]*["']${variable}["'][ \t]*,${literal}`,
  "gm",
);
const several = /\benviron[ \t]*(?:\.[ \t]*update[ \t]*\(|\|=)([^)}]{0,3000})[)}]/gm;
const member = new RegExp(String.raw`["']?\b${variable}["']?[ \t]*[:=]${literal}`, "gm");

function* variablesIn(text: string): Generator<CredentialSetting> {
  for (const [, indent = "", name = "", value] of text.matchAll(magic))
    yield { name, isSure: indent === "", ...valueOf(value) };
  for (const form of forms)
    for (const { isIndented, match } of inCode(text, form)) {
      const [, name = "", one, other] = match;
      yield { name, isSure: !isIndented, ...valueOf(one ?? other) };
    }
  for (const { match } of inCode(text, byDefault)) {
    const [, name = "", one, other] = match;
    yield { name, isSure: false, ...valueOf(one ?? other) };
  }
  for (const { isIndented, match } of inCode(text, several))
    for (const [, name = "", one, other] of (match[1] ?? "").matchAll(member))
      yield { name, isSure: !isIndented, ...valueOf(one ?? other) };
}

/** What is found behind no `#` and not far behind the start of its line: a line may be megabytes long. */
function* inCode(
  text: string,
  pattern: RegExp,
): Generator<{ readonly isIndented: boolean; readonly match: RegExpExecArray }> {
  for (const match of text.matchAll(pattern)) {
    const near = text.slice(Math.max(0, match.index - mostBefore - 1), match.index);
    const start = near.lastIndexOf("\n") + 1;
    if (start === 0 && match.index > mostBefore) continue;
    const before = near.slice(start);
    if (!before.includes("#")) yield { isIndented: /^[ \t]/.test(before + match[0]), match };
  }
}

const mostBefore = 250;

/** `boto3.setup_default_session(profile_name="ml")`, which the SageMaker SDK takes too. */
const defaultSession = /\bsetup_default_session[ \t]*\(([^)]{0,1000})\)/gm;
const credentialKeyword =
  /\b(?:aws_access_key_id|aws_secret_access_key|aws_session_token|botocore_session)\b/;

function* sessionsIn(text: string): Generator<CredentialSetting> {
  for (const { isIndented, match } of inCode(text, defaultSession)) {
    const [, given = ""] = match;
    const isSure = !isIndented;
    if (credentialKeyword.test(given) || /^\s*[^\s=,]+\s*(?:,|$)|\*\*/.test(given))
      yield { name: "AWS_ACCESS_KEY_ID", isSure };
    for (const [keyword, name] of [
      ["profile_name", "AWS_PROFILE"],
      ["region_name", "AWS_DEFAULT_REGION"],
    ] as const) {
      const found = new RegExp(`\\b${keyword}[ \\t]*=${literal}`, "m").exec(given);
      if (found) yield { name, isSure, ...valueOf(found[1] ?? found[2]) };
    }
  }
}

function valueOf(text: string | undefined): Pick<CredentialSetting, "value"> {
  return text === undefined || text === "" ? {} : { value: text.trim() };
}

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)];
