import type { randomFrom } from "./random.js";

type Random = ReturnType<typeof randomFrom>;

export type ContextValues = Readonly<Record<string, string | readonly string[]>>;

/** What is asked of whom, as both evaluators can be told it. */
export interface RandomAccess {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: ContextValues;
  readonly identity: readonly RandomDocument[];
  readonly boundary?: readonly RandomDocument[];
  readonly levels: readonly (readonly RandomDocument[])[];
  readonly ofResource?: RandomDocument;
}

export interface RandomDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Readonly<Record<string, unknown>>[];
}

const own = "111122223333";
const other = "999988887777";

/** Short lists of values that often meet: a random value would hardly ever equal another. */
const kinds = {
  string: {
    operators: [
      "StringEquals",
      "StringNotEquals",
      "StringEqualsIgnoreCase",
      "StringNotEqualsIgnoreCase",
      "StringLike",
      "StringNotLike",
    ],
    given: ["red", "Red", "blue", "red-team", "a*b", "r?d", "aXb", "a(b"],
    wanted: [
      "red",
      "RED",
      "blue",
      "r*",
      "?ed",
      "*-team",
      "*",
      "a*b",
      "a(*",
      "${aws:username}",
      "${aws:PrincipalTag/team}",
      "${aws:PrincipalTag/team, 'blue'}",
      "${aws:principaltag/TEAM}-team",
      "a${*}b",
      "r${?}d",
      "${$}red",
    ],
  },
  ids: {
    operators: ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase"],
    given: ["subnet-0a1", "subnet-0a2", "subnet-0b1", "SUBNET-0a1"],
    wanted: ["subnet-0a1", "subnet-0a2", "subnet-0a*", "subnet-0b?", "subnet-*", "subnet-0c1"],
  },
  number: {
    operators: [
      "NumericEquals",
      "NumericNotEquals",
      "NumericLessThan",
      "NumericLessThanEquals",
      "NumericGreaterThan",
      "NumericGreaterThanEquals",
    ],
    given: ["0", "1", "3600", "86400", "3600.5"],
    wanted: ["0", "1", "3600", "3600.0", "86400", "-1"],
  },
  date: {
    operators: [
      "DateEquals",
      "DateNotEquals",
      "DateLessThan",
      "DateLessThanEquals",
      "DateGreaterThan",
      "DateGreaterThanEquals",
    ],
    given: ["2026-11-21T10:00:00Z", "2026-11-22T00:00:00Z"],
    wanted: ["2026-11-21T10:00:00Z", "2026-11-22T00:00:00Z", "2026-11-21T11:30:00Z"],
  },
  bool: { operators: ["Bool"], given: ["true", "false"], wanted: ["true", "false"] },
  binary: { operators: ["BinaryEquals"], given: ["cmVk", "Ymx1ZQ=="], wanted: ["cmVk", "Ymx1ZQ=="] },
  address: {
    operators: ["IpAddress", "NotIpAddress"],
    given: ["203.0.113.9", "10.0.1.7"],
    wanted: ["203.0.113.0/24", "10.0.0.0/8", "10.0.1.7", "128.0.0.0/1", "10.0.1.128/25"],
  },
  longAddress: {
    operators: ["IpAddress", "NotIpAddress"],
    given: ["2001:db8::9", "2001:db8:0:1::7"],
    wanted: ["2001:db8::/32", "2001:db8:0:1::/64", "2001:db8::9/128"],
  },
  arn: {
    operators: ["ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"],
    given: [`arn:aws:kms:us-east-1:${own}:key/one`, `arn:aws:kms:eu-west-1:${own}:key/two`],
    wanted: [
      `arn:aws:kms:us-east-1:${own}:key/one`,
      `arn:aws:kms:*:${own}:key/*`,
      `arn:aws:kms:us-*:${own}:key/t?o`,
      "arn:aws:kms:*:*:key/one",
      `arn:aws:kms:us-east-1:${other}:*`,
    ],
  },
} as const;

interface Key {
  readonly name: string;
  readonly kind: keyof typeof kinds;
  readonly many?: true;
  /** Only `sagemaker:CreateTrainingJob` has it. */
  readonly ofJob?: true;
}

const keys: readonly Key[] = [
  { name: "sagemaker:VpcSubnets", kind: "ids", many: true, ofJob: true },
  { name: "sagemaker:VpcSecurityGroupIds", kind: "ids", many: true, ofJob: true },
  { name: "sagemaker:MaxRuntimeInSeconds", kind: "number", ofJob: true },
  { name: "sagemaker:NetworkIsolation", kind: "bool", ofJob: true },
  { name: "sagemaker:VolumeKmsKeyArn", kind: "arn", ofJob: true },
  { name: "aws:RequestTag/project", kind: "string", ofJob: true },
  { name: "aws:TagKeys", kind: "string", many: true, ofJob: true },
  { name: "aws:PrincipalTag/team", kind: "string" },
  { name: "aws:username", kind: "string" },
  { name: "aws:SourceIp", kind: "address" },
  { name: "aws:VpcSourceIp", kind: "longAddress" },
  { name: "aws:CurrentTime", kind: "date" },
  { name: "aws:SecureTransport", kind: "bool" },
  { name: "aws:userid", kind: "binary" },
];

const requests = [
  {
    action: "sagemaker:CreateTrainingJob",
    resources: [`arn:aws:sagemaker:us-east-1:${own}:training-job/red-1`],
    policies: false,
  },
  {
    action: "s3:GetObject",
    resources: ["arn:aws:s3:::data/red/a.csv", "arn:aws:s3:::data/Team/b.csv"],
    policies: true,
  },
  {
    action: "kms:CreateGrant",
    resources: [`arn:aws:kms:us-east-1:${own}:key/one`, `arn:aws:kms:us-east-1:${other}:key/two`],
    policies: true,
  },
  { action: "sqs:SendMessage", resources: [`arn:aws:sqs:us-east-1:${own}:red`], policies: true },
] as const;

const principals = [
  `arn:aws:iam::${own}:user/red`,
  `arn:aws:iam::${own}:role/data/scientist`,
  `arn:aws:sts::${own}:assumed-role/scientist/red`,
] as const;

export function randomAccess(random: Random): RandomAccess {
  const request = random.pick(requests);
  const principal = random.pick(principals);
  const resource = random.pick(request.resources);
  const isJob = request.action === "sagemaker:CreateTrainingJob";
  const usable = keys.filter(({ ofJob }) => isJob || ofJob !== true);
  const ofArn = resource.split(":")[4] ?? "";
  const context: Record<string, string | readonly string[]> = {};
  for (const { name, kind, many } of usable) {
    if (random.chance(0.35)) continue;
    const { given } = kinds[kind];
    context[random.chance(0.2) ? name.toUpperCase().replace("AWS:", "aws:") : name] =
      many === true
        ? [...new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(given)))]
        : random.pick(given);
  }
  const present = new Set(Object.keys(context).map((name) => name.toLowerCase()));
  const document = (how: Partial<StatementForm> = {}) =>
    randomDocument(random, { present, usable, action: request.action, resource, ...how });
  const list = <T>(most: number, make: () => T) => Array.from({ length: 1 + random.below(most) }, make);
  return {
    principal,
    action: request.action,
    resource,
    resourceAccount: ofArn === "" ? random.pick([own, own, other]) : ofArn,
    context,
    identity: list(2, () => document()),
    ...(random.chance(0.25) ? { boundary: [document({ generous: true })] } : {}),
    levels: random.chance(0.25) ? list(2, () => [document({ generous: true, isControl: true })]) : [],
    ...(request.policies && random.chance(0.6) ? { ofResource: document({ ofPrincipals: true }) } : {}),
  };
}

interface StatementForm {
  /** The names of the context's keys, in lower case. */
  readonly present: ReadonlySet<string>;
  readonly usable: readonly Key[];
  readonly action: string;
  readonly resource: string;
  readonly generous?: boolean;
  readonly isControl?: boolean;
  readonly ofPrincipals?: boolean;
}

function randomDocument(random: Random, form: StatementForm): RandomDocument {
  const statements: Readonly<Record<string, unknown>>[] = Array.from(
    { length: 1 + random.below(3) },
    (_, index) => randomStatement(random, form, index),
  );
  if (form.generous === true) {
    statements.push({ Sid: "Others", Effect: "Allow", Action: "*", Resource: "*" });
  }
  return { Version: "2012-10-17", Statement: statements };
}

function randomStatement(random: Random, form: StatementForm, index: number) {
  const { action, resource, isControl = false, ofPrincipals = false } = form;
  const [service = "", name = ""] = action.split(":");
  const actions = [action, action.toUpperCase().replace(service.toUpperCase(), service), `${service}:*`, "*"];
  const others = [
    `${service}:${name.slice(0, 3)}?*`,
    `${service}:*${name.slice(-3)}`,
    "iam:*",
    `${service}:Nope*`,
  ];
  const Effect = isControl || random.chance(0.5) ? "Deny" : "Allow";
  const prefix = resource.slice(0, -2);
  const resources = [
    "*",
    resource,
    `${prefix}*`,
    `${prefix}??`,
    `${resource.split("/")[0] ?? ""}/*`,
    resource.replace(/us-east-1/, "*"),
    // Without a slash before it, the simulator takes the variable's own colon for the ARN's
    resource.includes("/") ? resource.replace(/red/, "${aws:username}") : resource,
    resource.replace(/Team/, "team"),
    `${resource.split(":").slice(0, 5).join(":")}:other/*`,
  ];
  const list = (of: readonly string[]) =>
    random.chance(0.4) ? [random.pick(of), random.pick(of)] : random.pick(of);
  const isNotAction = random.chance(0.12);
  const isNotResource = random.chance(0.12);
  const Condition = randomConditions(random, form);
  return {
    Sid: `S${index}`,
    Effect,
    [isNotAction ? "NotAction" : "Action"]: list(
      isNotAction || random.chance(0.3) ? others : random.chance(0.2) ? [...actions, ...others] : actions,
    ),
    [isNotResource ? "NotResource" : "Resource"]: list(resources),
    ...(ofPrincipals ? { Principal: randomPrincipal(random) } : {}),
    ...(Object.keys(Condition).length === 0 ? {} : { Condition }),
  };
}

function randomPrincipal(random: Random): unknown {
  return random.pick<unknown>([
    "*",
    { AWS: own },
    { AWS: `arn:aws:iam::${own}:root` },
    { AWS: principals[0] },
    { AWS: [principals[1], principals[0]] },
    { AWS: principals[2] },
    { AWS: other },
    { Service: "sagemaker.amazonaws.com" },
  ]);
}

function randomConditions(random: Random, { usable, present }: StatementForm) {
  const conditions: Record<string, Record<string, unknown>> = {};
  const count = random.pick([0, 0, 1, 1, 1, 2, 3]);
  for (let made = 0; made < count; made += 1) {
    const { name, kind, many } = random.pick(usable);
    const { operators, wanted } = kinds[kind];
    const key = random.chance(0.2) ? name.toLowerCase() : name;
    const isNull = random.chance(0.2);
    const set = many === true || random.chance(0.05) ? random.pick(["ForAllValues:", "ForAnyValue:"]) : "";
    const suffix = set !== "ForAnyValue:" && random.chance(0.2) ? "IfExists" : "";
    const base = random.pick<string>(operators);
    const operator = isNull ? "Null" : `${set}${base}${suffix}`;
    const values = isNull ? ["true", "false"] : wanted.filter((one) => isComparedAlike(base, one, present));
    const value =
      !isNull && random.chance(0.4) ? [random.pick(values), random.pick(values)] : random.pick(values);
    (conditions[operator] ??= {})[key] = value;
  }
  return conditions;
}

/**
 * Where the simulator does not do what AWS's documents say, which `documented.test.ts` holds us to: the escapes `${*}`
 * where there are no wildcards, and a negated operator against a variable without a value.
 */
function isComparedAlike(operator: string, wanted: string, present: ReadonlySet<string>): boolean {
  if (/\$\{[*?$]\}/.test(wanted)) return operator.endsWith("Like");
  const [, variable] = /\$\{([^,}]+)\}/.exec(wanted) ?? [];
  return variable === undefined || !operator.includes("Not") || present.has(variable.toLowerCase());
}
