import type { ClientId, JobRequest, MadeObject } from "../requests/request.js";
import type { Span } from "../notebook/span.js";
import type { CallRecord } from "../python/record.js";
import type { Run } from "../python/run-notebook.js";
import { awsCliDialect } from "./aws-cli/aws-cli.js";
import { boto3Dialect } from "./boto3/boto3.js";
import type { Dialect } from "./dialect.js";
import { sagemakerCoreDialect } from "./sagemaker-core/sagemaker-core.js";
import { sagemakerPysparkDialect } from "./sagemaker-pyspark.js";
import { sagemakerV2Dialect } from "./sagemaker-v2/sagemaker-v2.js";
import { sagemakerV3Dialect } from "./sagemaker-v3/sagemaker-v3.js";
import { stepFunctionsDialect } from "./stepfunctions/stepfunctions.js";

const dialects: ReadonlyMap<ClientId, Dialect> = new Map<ClientId, Dialect>([
  ["sagemaker-v2", sagemakerV2Dialect],
  ["sagemaker-v3", sagemakerV3Dialect],
  ["sagemaker-core", sagemakerCoreDialect],
  ["sagemaker-pyspark", sagemakerPysparkDialect],
  ["boto3", boto3Dialect],
  ["stepfunctions", stepFunctionsDialect],
  ["aws-cli", awsCliDialect],
]);

/** The dialect that read a request, and that can write to it. */
export function dialectOf({ client }: JobRequest): Dialect | undefined {
  return dialects.get(client);
}

/** All requests of a notebook, in its order. */
export function readRequests(records: readonly CallRecord[], run: Run): JobRequest[] {
  return [...dialects.values()]
    .flatMap((dialect) => dialect.read(records, run))
    .sort((a, b) => a.span.cell - b.span.cell || a.span.from - b.span.from);
}

/** The objects that can send requests and are shown at none: an estimator that a tuner was given. In the notebook's order. */
export function readOtherObjects(
  records: readonly CallRecord[],
  requests: readonly JobRequest[],
): MadeObject[] {
  const placeOf = ({ cell, from, to }: Span) => `${cell} ${from} ${to}`;
  const shown = new Set(requests.map(({ span }) => placeOf(span)));
  const others = new Map<string, MadeObject>();
  for (const dialect of dialects.values()) {
    for (const made of dialect.objects?.(records) ?? [])
      if (!shown.has(placeOf(made.span))) others.set(placeOf(made.span), made);
  }
  return [...others.values()].sort((a, b) => a.span.cell - b.span.cell || a.span.from - b.span.from);
}
