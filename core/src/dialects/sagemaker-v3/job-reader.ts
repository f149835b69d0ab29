import { keyOf } from "../../notebook/span.js";
import { freeze } from "../../python/freeze.js";
import type { CallRecord } from "../../python/record.js";
import { presentValue } from "../../python/present.js";
import type { Value } from "../../python/value.js";
import type { JobRequest } from "../../requests/request.js";
import type { Outcome } from "../dialect.js";
import { attributeAt } from "./read-attributes.js";
import { jobClassOf, readJob, type Construction, type Invocation } from "./read-job.js";

/** The jobs of the objects that hold all of a job: SDK v3's trainers, tuners and processors. */
export class JobReader {
  private readonly launches = new Map<number, Invocation[]>();
  /** Objects as their constructors left them, by where they were made. */
  private readonly made: ReadonlyMap<string, Value>;
  /** Where the trainers were made that tuners have. */
  private readonly tuned: ReadonlySet<string>;

  /** @param laterState What an object is when the definition of its pipeline is made, where a method only prepares a step. */
  constructor(
    records: readonly CallRecord[],
    private readonly outcome: Outcome,
    private readonly laterState: (invocation: Invocation) => Value | undefined,
  ) {
    for (const record of records) {
      if (record.kind !== "invocation" || record.id === undefined || isDryRun(record)) continue;
      this.launches.set(record.id, [...(this.launches.get(record.id) ?? []), record]);
    }
    this.made = new Map(
      records.flatMap((record) =>
        record.kind === "construction" ? [[keyOf(record.site.span), record.self]] : [],
      ),
    );
    this.tuned = new Set(records.flatMap(heldTrainer));
  }

  /** @param later The object as it is when it is launched by what no record shows. */
  read(record: Construction, later: Value | undefined): readonly JobRequest[] {
    const job = jobClassOf(record.type);
    if (!job) return [];
    const own = (this.launches.get(record.id) ?? []).filter(({ method }) => job.launches.has(method));
    // Its job is the tuner's
    if (own.length === 0 && this.tuned.has(keyOf(record.site.span))) return [];
    const last = () => presentValue(freeze({ kind: "reference", id: record.id }, this.outcome.state));
    return own.length === 0
      ? this.job(record, later ?? last(), [])
      : own.flatMap((launch) => this.job(record, this.laterState(launch), [launch]));
  }

  /** The job of one object, as it is at one launch. */
  job(record: Construction, root: Value | undefined, launches: readonly Invocation[]): readonly JobRequest[] {
    const job = readJob(record, root, launches, this.made);
    return job ? [job] : [];
  }
}

/** The place of the trainer that a tuner was constructed with. */
function heldTrainer(record: CallRecord): string[] {
  const models = record.kind === "construction" ? (jobClassOf(record.type)?.models ?? []) : [];
  const held = record.self && models.length > 0 ? attributeAt(record.self, models) : undefined;
  return held?.span ? [keyOf(held.span)] : [];
}

function isDryRun({ arguments: { keywords } }: Invocation): boolean {
  const dry = keywords.get("dry_run");
  return dry?.kind === "constant" && dry.data === true;
}
