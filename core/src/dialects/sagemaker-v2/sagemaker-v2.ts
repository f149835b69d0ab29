import { sagemakerV2 } from "../../catalog/sagemaker-v2.js";
import { freeze } from "../../python/freeze.js";
import type { CallRecord } from "../../python/record.js";
import { presentValue } from "../../python/text-version.js";
import type { Run } from "../../python/run-notebook.js";
import type { Value } from "../../python/value.js";
import type { JobRequest } from "../../requests/request.js";
import { joinRequests } from "../call-of.js";
import type { Dialect } from "../dialect.js";
import { writeCalls, type PlacedValue } from "../write/write-call.js";
import { Constructions, makingCall, type Construction } from "./construction.js";
import { familyOf } from "./family-of.js";
import type { Sending } from "./family.js";
import { launchCall, readRequest, type Invocation, type Subject } from "./read-request.js";

/** The SageMaker Python SDK, version 2: the constructor makes the job, a method sends it as it is then. */
export const sagemakerV2Dialect: Dialect = {
  read(records, run) {
    const reader = new Reader(records, run);
    return joinRequests(records.flatMap((record) => reader.read(record)));
  },

  write(request, changes, notebook) {
    const values: PlacedValue[] = [];
    for (const { path, value } of changes) {
      const place = request.places?.get(path);
      if (!place || request.setLater?.includes(path) === true) return undefined;
      values.push({ ...place, value });
    }
    return writeCalls(values, notebook, (path) => sagemakerV2.canonicalPath(path));
  },
};

class Reader {
  private readonly constructions: Constructions;
  /** Objects by id → the operations that a method sends of them. */
  private readonly launched = new Map<number, Set<string>>();
  /** Objects that others are made of: a tuner's estimators. */
  private readonly parts = new Set<number>();

  constructor(
    records: readonly CallRecord[],
    private readonly run: Run,
  ) {
    this.constructions = new Constructions(records);
    for (const record of records) {
      if (record.kind === "construction") {
        for (const parameter of familyOf(record.type)?.absorbs ?? [])
          for (const part of objectsIn(
            record.self.kind === "object" ? record.self.members.get(parameter) : undefined,
          )) {
            const id = this.constructions.of(part)?.id;
            if (id !== undefined) this.parts.add(id);
          }
      }
      if (record.kind !== "invocation" || record.id === undefined) continue;
      const operations = this.launched.get(record.id) ?? new Set();
      for (const { operation } of sendsOf(record)) operations.add(operation);
      this.launched.set(record.id, operations);
    }
  }

  read(record: CallRecord): readonly JobRequest[] {
    if (record.kind === "construction") return this.readUnlaunched(record);
    const { self } = record;
    if (self?.kind !== "object") return [];
    return sendsOf(record).flatMap((sending) => this.readSending(sending, self, record));
  }

  /** The job as it is after the last cell, when nothing in the notebook launches it. */
  private readUnlaunched(record: Construction): readonly JobRequest[] {
    if (this.parts.has(record.id)) return [];
    const launched = this.launched.get(record.id);
    const sends =
      familyOf(record.type)?.sends.filter(
        ({ unlaunched }) => unlaunched === true || (unlaunched === "alone" && launched === undefined),
      ) ?? [];
    const missing = sends.filter(({ operation }) => launched?.has(operation) !== true);
    if (missing.length === 0) return [];
    const now = presentValue(freeze({ kind: "reference", id: record.id }, this.run.state));
    const self = now.kind === "object" ? now : record.self;
    return missing.flatMap((sending) => this.readSending(sending, self, undefined, record));
  }

  private readSending(
    sending: Sending,
    sender: Value,
    launch: Invocation | undefined,
    made = this.constructions.of(sender),
  ): readonly JobRequest[] {
    const atLaunch = launch && (sending.shownAt === "launch" || !made);
    const shown = atLaunch ? launchCall(launch) : made && makingCall(made);
    if (!shown) return [];
    const name = atLaunch ? launch.method : (made?.type.split(".").at(-1) ?? "");
    return this.subjects(sending, sender, made).map(({ part, ...subject }) =>
      readRequest(
        { sending, subject, shown, name, launch, sender, ...(part === undefined ? {} : { part }) },
        this.constructions,
      ),
    );
  }

  /** The objects that have the settings: the one that sends, or those that it is made of. */
  private subjects(
    { parts }: Sending,
    sender: Value,
    construction: Construction | undefined,
  ): readonly (Subject & { readonly part?: string })[] {
    if (!parts) return [{ now: sender, construction }];
    const members = sender.kind === "object" ? sender.members : new Map<string, Value>();
    const one = members.get(parts.one.member);
    if (one?.kind === "object")
      return [{ now: one, construction: this.constructions.of(one), part: parts.one.prefix }];
    const several = members.get(parts.several.member);
    if (several?.kind !== "dict" || several.open) return [];
    // The SDK sends them by name
    return [...several.entries.keys()].sort().flatMap((key, index) => {
      const now = several.entries.get(key);
      const part = parts.several.prefix.replace("[]", `[${index}]`);
      return now?.kind === "object" ? [{ now, construction: this.constructions.of(now), part }] : [];
    });
  }
}

function sendsOf({ type, method }: Invocation): readonly Sending[] {
  return familyOf(type)?.sends.filter(({ methods }) => methods.has(method)) ?? [];
}

function objectsIn(value: Value | undefined): readonly Value[] {
  switch (value?.kind) {
    case "object":
      return [value];
    case "list":
    case "tuple":
      return value.items.flatMap(objectsIn);
    case "dict":
      return [...value.entries.values()].flatMap(objectsIn);
    case "either":
      return value.values.flatMap(objectsIn);
    default:
      return [];
  }
}
