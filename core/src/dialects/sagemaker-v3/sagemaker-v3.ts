import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { freeze } from "../../python/freeze.js";
import type { CallRecord } from "../../python/record.js";
import type { Run } from "../../python/run-notebook.js";
import type { Value } from "../../python/value.js";
import { refusalOf } from "../../requests/botocore-checks.js";
import type { Field, FieldPath, JobRequest } from "../../requests/request.js";
import { callSite, joinRequests, regionIn } from "../call-of.js";
import type { Dialect } from "../dialect.js";
import { jobClasses, type JobClass } from "./job-classes.js";
import { attributeAt, readField } from "./read-attributes.js";
import { networkEnding, refusedArguments, refusedModels } from "./refusals.js";

type Construction = Extract<CallRecord, { kind: "construction" }>;
type Invocation = Extract<CallRecord, { kind: "invocation" }>;

/** The SageMaker Python SDK, version 3: a job is an object that holds others, sent as all of them are at its launch. */
export const sagemakerV3Dialect: Dialect = {
  read(records, run) {
    const launches = new Map<number, Invocation[]>();
    for (const record of records) {
      if (record.kind !== "invocation" || record.id === undefined || isDryRun(record)) continue;
      launches.set(record.id, [...(launches.get(record.id) ?? []), record]);
    }
    const requests = records.flatMap((record) => {
      const job = record.kind === "construction" ? jobClassOf(record.type) : undefined;
      if (record.kind !== "construction" || !job) return [];
      const own = (launches.get(record.id) ?? []).filter(({ method }) => job.launches.has(method));
      const last = () => freeze({ kind: "reference", id: record.id }, run.state);
      return own.length === 0
        ? [request(record, job, last(), [], run)]
        : own.map((launch) => request(record, job, launch.self, [launch], run));
    });
    return joinRequests(requests);
  },

  write() {
    return undefined;
  },
};

function jobClassOf(type: string): JobClass | undefined {
  return jobClasses.find(({ path }) => sagemakerSdk.isA(type, path));
}

function isDryRun({ arguments: { keywords } }: Invocation): boolean {
  const dry = keywords.get("dry_run");
  return dry?.kind === "constant" && dry.data === true;
}

function request(
  record: Construction,
  job: JobClass,
  root: Value | undefined,
  launches: readonly Invocation[],
  run: Run,
): JobRequest {
  const { site, arguments: given } = record;
  const fields = new Map<FieldPath, Field>();
  for (const mapped of job.mapped) {
    const field = readField(root, mapped);
    if (field) fields.set(`${job.prefix}${mapped.path}`, field);
  }
  const { halfVpc, refused: ofNetwork, sendsNone } = networkEnding(root, job);
  if (sendsNone === true)
    for (const name of ["Subnets", "SecurityGroupIds"]) fields.delete(`${job.prefix}VpcConfig.${name}`);
  const refused =
    refusedArguments(record.type, given, sagemakerSdk) ??
    refusedModels(root, sagemakerSdk) ??
    ofNetwork ??
    refusalOf(job.operation, fields, { whole: false });
  return {
    operation: job.operation,
    client: "sagemaker-v3",
    name: record.type.slice(record.type.lastIndexOf(".") + 1),
    span: site.span,
    nameSpan: site.nameSpan,
    launches: launches.map((launch) => launch.site.span),
    ...regionIn(attributeAt(root, ["sagemaker_session"])),
    localMode: localMode(attributeAt(root, ["training_mode"])),
    fields,
    ...(refused ? { refused } : {}),
    ...(halfVpc ? { halfVpc } : {}),
    call: callSite(site, record.type, given, run),
  };
}

function localMode(mode: Value | undefined): boolean | "maybe" {
  if (mode === undefined) return false;
  return mode.kind === "constant" ? mode.data === "LOCAL_CONTAINER" : "maybe";
}
