import { answerOf, describedBy } from "../../catalog/sagemaker-answers.js";
import type { Span } from "../../notebook/span.js";
import type { Argument } from "../../python/call-site.js";
import type { ShellRecord } from "../../python/record.js";
import type { Value } from "../../python/value.js";
import { refusalOfParameters } from "../../requests/botocore-checks.js";
import type { JobRequest } from "../../requests/request.js";
import { settingsOf } from "../../requests/settings.js";
import { readFields } from "../boto3/read-fields.js";
import { readInstanceGroups } from "../boto3/instance-groups.js";
import { halfOf } from "../boto3/structure-fields.js";
import { byDefinition } from "../boto3/tuning-definitions.js";
import { queuedTraining } from "../queued-training.js";
import { joinRequests, regionIn, type CallPlace } from "../call-of.js";
import type { Dialect } from "../dialect.js";
import type { CommandWord, ReadCommand } from "./read-command.js";
import { readScript, type FoundCommand } from "./read-script.js";
import { writeCommand } from "./write-command.js";
import { writeMember } from "./write-member.js";
import type { Text, Variables } from "./shell/expand-word.js";
import { unknownText } from "./shell/parse-script.js";

/** `aws sagemaker create-…`: in `!` lines, in `%%bash` cells, in scripts. */
export const awsCliDialect: Dialect = {
  read(_, { commands }) {
    return joinRequests(
      commands.flatMap((record) => readScript(record).flatMap((found) => requestOf(found, record))),
    );
  },

  write: writeCommand,
  writeMember,
};

function requestOf(
  { read, span, variables, isRefused, inText, words }: FoundCommand,
  { interpolated, list }: ShellRecord,
): JobRequest[] {
  const { operation, keywords, open, commandWord } = read;
  if (!operation) return queryOf(read, span);
  if (read.sendsNothing) return [];
  const parameters: Value = { kind: "dict", entries: keywords, keys: read.keys, open };
  const callee = `${interpolated ? "!" : ""}aws ${read.isQueued ? "batch" : "sagemaker"}`;
  const place = {
    client: "aws-cli",
    name: read.command,
    span,
    nameSpan: commandWord.span,
    launches: [],
    ...regionOf(read, variables),
    localMode: localMode(read),
    ...(read.refused ? { refused: read.refused } : {}),
    ...(read.contents ? { objects: read.contents } : {}),
    ...(inText ? { inText } : {}),
    call: {
      callee,
      span,
      nameSpan: commandWord.span,
      parentheses: list ?? span,
      arguments: words?.map(argumentOf) ?? [],
    },
  } as const;
  if (read.isQueued) {
    const queued = queuedTraining(parameters, { ...place, ...(isRefused ? { refused: shellRefusal } : {}) });
    return queued ? [queued] : [];
  }
  // An unknown option stops the command, it is no member; an unknown name in --cli-input-json is one
  const sent = [...keywords].filter(
    ([name]) => read.unknown.length === 0 || operation.members.includes(name),
  );
  const fields = readFields(operation, {
    positional: [],
    keywords: new Map(sent),
    openKeywords: open,
    openPositional: false,
  });
  const refused =
    (isRefused ? shellRefusal : undefined) ?? read.refused ?? refusalOfParameters(operation.name, parameters);
  const halfVpc = halfOf(settingsOf(operation.name), fields);
  const request: JobRequest = {
    ...place,
    operation: operation.name,
    fields,
    parameters,
    ...(refused ? { refused } : {}),
    ...(halfVpc ? { halfVpc } : {}),
  };
  return [...byDefinition(request, keywords), ...readInstanceGroups(request, keywords)];
}

/** A word of Python's. */
function argumentOf({ text, span }: CommandWord): Argument {
  return { span, value: { kind: "constant", data: text }, valueSpan: span };
}

const shellRefusal = {
  error: "syntax error",
  message: "syntax error near unexpected token `(': a parenthesis has to be quoted",
};

/** `describe-… --query` that begins with something that is not in the answer; other queries are of no concern. */
function queryOf(read: ReadCommand, span: Span): JobRequest[] {
  const operation = describedBy(read.command);
  const word = read.options.find(({ name }) => name === "query")?.values[0];
  const [first] = /^[A-Za-z_]\w*(?![\w(])/.exec(word?.text ?? "") ?? [];
  const place = word?.place(0, word.text.length);
  if (!word || !place || first === undefined || word.text.includes(unknownText)) return [];
  if (operation === undefined || answerOf(operation)?.includes(first) !== false) return [];
  const nameSpan = read.commandWord.span;
  return [
    {
      operation,
      client: "aws-cli",
      name: read.command,
      span,
      nameSpan,
      launches: [],
      regionUnknown: false,
      localMode: false,
      fields: new Map(),
      query: { text: word.text, span: place },
      call: { callee: "aws sagemaker", span, nameSpan, parentheses: span, arguments: [] },
    },
  ];
}

/** Version 2 of the AWS CLI reads AWS_REGION first, version 1 only the other one. */
function regionOf(read: ReadCommand, variables: Variables): CallPlace {
  const profile = profileOf(read, variables);
  const place = regionAsked(read, variables);
  if (profile === undefined || (profile.kind === "constant" && profile.data === "")) return place;
  const { region } = place;
  return {
    regionUnknown: true,
    ...(region === undefined || place.regionUnknown ? {} : { region }),
    ...(profile.kind === "constant" ? { profile: String(profile.data) } : {}),
  };
}

function regionAsked(read: ReadCommand, variables: Variables): CallPlace {
  const given = optionText(read, "region");
  if (given !== undefined) return regionIn(given);
  const set = ["AWS_REGION", "AWS_DEFAULT_REGION"].flatMap((name) => {
    const values = variables.get(name);
    return values ? [valueOf(values)] : [];
  });
  const [first, second] = set;
  const region = first && regionIn(first);
  if (region && second && regionIn(second).region !== region.region) return { regionUnknown: true };
  return region ?? { regionUnknown: false };
}

/** Undefined: the environment's. */
function profileOf(read: ReadCommand, variables: Variables): Value | undefined {
  const set = variables.get("AWS_PROFILE");
  const value = optionText(read, "profile") ?? (set && valueOf(set));
  return value?.kind === "absent" ? undefined : value;
}

/** An endpoint on this machine is no account of AWS. */
function localMode(read: ReadCommand): JobRequest["localMode"] {
  const endpoint = optionText(read, "endpoint-url");
  if (endpoint === undefined) return false;
  if (endpoint.kind !== "constant") return "maybe";
  return /^https?:\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1\])/.test(String(endpoint.data));
}

function optionText({ options }: ReadCommand, name: string): Value | undefined {
  const word = options.find((option) => option.name === name)?.values[0];
  return word && valueOf([{ text: word.text, at: [] }]);
}

function valueOf(texts: readonly Text[]): Value {
  const [only, other] = texts;
  if (only === undefined || other !== undefined || only.text.includes(unknownText))
    return { kind: "unknown", why: "the shell fills it in" };
  return only.text === "" ? { kind: "absent" } : { kind: "constant", data: only.text };
}
