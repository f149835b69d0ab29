import { inputOf } from "../src/account/id-parts.js";
import type { Read } from "../src/account/read.js";
import type { Input, Output } from "./clients.js";

/** What became of one id; the reader adds who said so and when. */
export type Outcome =
  | { readonly state: "present"; readonly value: unknown }
  | { readonly state: "absent" }
  | { readonly state: "unreadable"; readonly error: unknown };

export type Call = (operation: string, input: Input) => Promise<Output>;

/**
 * Executes one row of the reads table for ids of one region.
 * @returns One outcome for each id, in the same order. A call that fails spoils only the ids that it asked for.
 */
export async function executeRead(
  read: Read,
  ids: readonly string[],
  call: Call,
): Promise<readonly Outcome[]> {
  const { ask } = read;
  switch (ask.by) {
    case "list": {
      const outcome = await attempt(async () => present(await listOrResponse(read, call)));
      return ids.map(() => outcome);
    }
    case "search":
      return together(ids, async () => {
        const itemOf = (items: readonly (Item | string)[], id: string) =>
          items.filter(isItem).find((item) => ask.members.some((member) => item[member] === id));
        const items = await pages(read, {}, call, (soFar) => ids.every((id) => itemOf(soFar, id)));
        return ids.map((id) => found(itemOf(items, id)));
      });
    case "parameter":
    case "parameters":
      return Promise.all(
        ids.map((id) =>
          attempt(async () => {
            const input = inputOf(ask, id);
            if (input === undefined) throw new Error("The id has not the parts that the reads table names.");
            if (ask.answer === "every") return present(await pages(read, input, call));
            const response = await proven(read, call(read.operation, { ...read.input, ...input }));
            return present(picked(read, read.items === "" ? response : itemsIn(read, response)) ?? {});
          }, read.absent),
        ),
      );
    case "filter": {
      const batches = Array.from({ length: Math.ceil(ids.length / ask.batch) }, (_, batch) =>
        ids.slice(batch * ask.batch, (batch + 1) * ask.batch),
      );
      const outcomes = batches.map((batch) =>
        together(batch, async () => {
          const input = { [ask.parameter ?? "Filters"]: [{ Name: ask.filter, Values: batch }] };
          const items = (await pages(read, input, call)).filter(isItem);
          if (items.some((item) => typeof item[ask.member] !== "string"))
            throw new UnexpectedAnswerError(read);
          return batch.map((id) => {
            const own = items.filter((item) => item[ask.member] === id);
            return ask.answer === "every" ? present(own) : found(own[0]);
          });
        }),
      );
      return (await Promise.all(outcomes)).flat();
    }
  }
}

async function listOrResponse(read: Read, call: Call): Promise<unknown> {
  return read.items === "" ? picked(read, await call(read.operation, {})) : pages(read, {}, call);
}

/**
 * The items of all pages, cut to the members of the table.
 * @param isEnough Whether further pages can be left out.
 */
async function pages(
  read: Read,
  input: Input,
  call: Call,
  isEnough: (items: readonly (Item | string)[]) => boolean = () => false,
): Promise<readonly (Item | string)[]> {
  const items: (Item | string)[] = [];
  const tokens = new Set<unknown>();
  for (let token: unknown; ;) {
    const response = await call(read.operation, {
      ...read.input,
      ...input,
      ...(read.pages === undefined ? {} : { [read.pages.sizeParameter]: read.pages.size }),
      ...(read.pages === undefined || token === undefined ? {} : { [read.pages.to]: token }),
    });
    const page = itemsIn(read, response);
    if (!Array.isArray(page)) throw new UnexpectedAnswerError(read);
    for (const item of page as readonly unknown[])
      items.push(typeof item === "string" ? item : (picked(read, item) ?? {}));
    if (isEnough(items)) return items;
    token = read.pages && (response[read.pages.from] ?? undefined);
    if (token === undefined || token === "") return items;
    if (tokens.has(token)) throw new Error(`${read.operation} answered the same page token twice.`);
    tokens.add(token);
  }
}

/** What AWS answers with, also where there is nothing; an answer without it is somebody else's, a proxy's perhaps. */
function itemsIn(read: Read, response: Output): unknown {
  const items = response[read.items];
  if (items === undefined || items === null) throw new UnexpectedAnswerError(read);
  return items;
}

/** @throws Where nothing shows that AWS answered. */
async function proven(read: Read, answer: Promise<Output>): Promise<Output> {
  if (read.bodiless !== true) return answer;
  try {
    const response = await answer;
    if (!hasRequestId(response)) throw new UnexpectedAnswerError(read);
    return response;
  } catch (error) {
    throw hasRequestId(error) || !saysAnyAbsent(read.absent, error) ? error : new UnexpectedAnswerError(read);
  }
}

/** As the SDK notes it, of answers and of errors. */
function hasRequestId(of: unknown): boolean {
  const { $metadata } = of as { $metadata?: { requestId?: string } };
  return ($metadata?.requestId ?? "") !== "";
}

class UnexpectedAnswerError extends Error {
  override readonly name = "UnexpectedAnswerError";
  constructor({ operation, items }: Read) {
    super(`${operation} answered without ${items || "what shows that AWS answered"}.`);
  }
}

async function together(
  ids: readonly string[],
  outcomes: () => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> {
  try {
    return await outcomes();
  } catch (error) {
    return ids.map(() => ({ state: "unreadable", error }));
  }
}

async function attempt(outcome: () => Promise<Outcome>, absent: readonly string[] = []): Promise<Outcome> {
  try {
    return await outcome();
  } catch (error) {
    return saysAnyAbsent(absent, error) ? { state: "absent" } : { state: "unreadable", error };
  }
}

function saysAnyAbsent(absent: readonly string[], error: unknown): boolean {
  return error instanceof Error && absent.some((one) => saysAbsent(one, error));
}

/** @param absent `CODE`, or `CODE: PATTERN` of the message. */
function saysAbsent(absent: string, { name, message }: Error): boolean {
  const [code = "", pattern = ""] = absent.split(/: (.*)/s);
  return name === code && new RegExp(pattern).test(message);
}

type Item = Readonly<Record<string, unknown>>;

const isItem = (item: Item | string): item is Item => typeof item !== "string";
const present = (value: unknown): Outcome => ({ state: "present", value });
const found = (value: unknown): Outcome => (value === undefined ? { state: "absent" } : present(value));

function picked({ pick, omit = [] }: Read, item: unknown): Item | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const members = item as Item;
  return plain(Object.fromEntries(pick.map((member) => [member, members[member]])), new Set(omit)) as Item;
}

/** As JSON has it: dates as ISO 8601, to the second; nothing where AWS gave nothing, or an empty list. The Python reader does the same. */
function plain(value: unknown, omit: ReadonlySet<string>): unknown {
  if (value instanceof Date) return value.toISOString().replace(/\.\d+Z$/, "Z");
  if (Array.isArray(value)) return value.map((item) => plain(item, omit));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([name, member]) => !isNothing(member) && !omit.has(name));
  return Object.fromEntries(members.map(([name, member]) => [name, plain(member, omit)]));
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
