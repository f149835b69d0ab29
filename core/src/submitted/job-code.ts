import { unreadMembers, type DescribedJob } from "../account/described-jobs.js";
import { operationOf, type ApiShape } from "../catalog/sagemaker-api.js";
import type { Notebook } from "../notebook/notebook.js";

type Members = Readonly<Record<string, unknown>>;

/**
 * A job that SageMaker describes as the call of boto3 that asks for it again, so that it is judged by the same check
 * as code, and each finding has a line to stand on. What is not read of a job (`...`) is unknown.
 *
 * @param description The answer of `Describe…`, in the API's spelling; with `Tags`, where these were read.
 * @param uri Only names it.
 */
export function codeOf(job: DescribedJob, description: Members, region: string, uri: string): Notebook {
  const operation = operationOf(job.create);
  const asked = Object.entries(job.renamed ?? {}).reduce(
    (members, [member, theirs]) => withMember(members, member.split("[]."), theirs),
    description,
  );
  const members = operation === undefined ? [] : literalsOf(asked, operation.input);
  const lines = [
    "import boto3",
    "",
    `sagemaker = boto3.client("sagemaker", region_name=${text(region)})`,
    `sagemaker.${operation?.method ?? job.create}(`,
    ...members.map(([name, value]) => `${indent}${name}=${written(value, 1, name.length + 1)},`),
    ")",
  ];
  return { uri, cells: [{ kind: "code", language: "python", text: `${lines.join("\n")}\n` }] };
}

/** A Python literal before it is laid out: itself, or what is in its brackets. */
type Literal = string | { readonly open: string; readonly items: readonly Item[]; readonly close: string };
interface Item {
  /** `"Subnets": `, or nothing. */
  readonly key: string;
  readonly value: Literal;
}

const indent = "    ";
const widest = 100;
const leftOut = "...";

/** The description with a member of it, or of each structure of a list in it, under the request's name. */
function withMember(of: Members, [member = "", inside]: readonly string[], theirs: string): Members {
  const value = of[member];
  if (inside === undefined) return { ...of, [member]: of[theirs] };
  if (!Array.isArray(value)) return of;
  const items = (value as readonly unknown[]).map((item) =>
    typeof item === "object" && item !== null ? withMember(item as Members, [inside], theirs) : item,
  );
  return { ...of, [member]: items };
}

/** The members that the request takes, in its order. */
function literalsOf(value: Members, shape: ApiShape): readonly (readonly [string, Literal])[] {
  return [...(shape.members ?? [])].flatMap(([name, of]) => {
    if (isUnread(name, value)) return [[name, leftOut] as const];
    const member = value[name] ?? undefined;
    if (member !== undefined) return [[name, literal(member, of())] as const];
    // SageMaker took the request, so that what it needs was there
    return shape.required?.includes(name) ? [[name, leftOut] as const] : [];
  });
}

/** Describe… never tells the tags: they are read with a call of their own, or not at all. */
const isUnread = (member: string, { Tags: tags }: Members): boolean =>
  (member === "Tags" && !Array.isArray(tags)) || (unreadMembers as readonly string[]).includes(member);

/** @param shape `undefined`: it is not in the model; it is written as it is. */
function literal(value: unknown, shape: ApiShape | undefined): Literal {
  if (Array.isArray(value)) {
    const items = value.map((item) => ({ key: "", value: literal(item, shape?.item?.()) }));
    return { open: "[", items, close: "]" };
  }
  if (typeof value === "object" && value !== null) {
    const entries = shape?.members
      ? literalsOf(value as Members, shape)
      : Object.entries(value).map(([name, one]) => [name, literal(one, shape?.value?.())] as const);
    return {
      open: "{",
      items: entries.map(([name, one]) => ({ key: `${text(name)}: `, value: one })),
      close: "}",
    };
  }
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? text(value) : "None";
}

/** On one line where it fits; else each item on its own. */
function written(value: Literal, depth: number, before: number): string {
  if (typeof value === "string") return value;
  const line = onOneLine(value);
  if (depth * indent.length + before + line.length < widest) return line;
  const inner = indent.repeat(depth + 1);
  const items = value.items.map(
    (item) => `${inner}${item.key}${written(item.value, depth + 1, item.key.length)},\n`,
  );
  return `${value.open}\n${items.join("")}${indent.repeat(depth)}${value.close}`;
}

function onOneLine(value: Literal): string {
  if (typeof value === "string") return value;
  const items = value.items.map((item) => `${item.key}${onOneLine(item.value)}`);
  return `${value.open}${items.join(", ")}${value.close}`;
}

/** A string as JSON writes it is one of Python's too. */
const text = (value: string): string => JSON.stringify(value);
