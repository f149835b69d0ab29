import { operationOf, type ApiOperation, type ApiShape, type ApiType } from "../../catalog/sagemaker-api.js";
import type { Value } from "../../python/value.js";
import { structureOf } from "../json-structure.js";
import { queuedType } from "../queued-training.js";
import type { ReadFile } from "./argument-value.js";
import { inputOf } from "./input-option.js";
import { commandPayload } from "./options.js";
import type { ReadCommand } from "./read-command.js";

/*
 * `aws batch submit-service-job --service-request-payload '{…}'`: a training job that is given to a queue of AWS Batch.
 *
 * @source botocore 1.43.62, data/batch/2016-08-10/service-2.json
 */

const types: Readonly<Record<string, ApiType>> = {
  jobName: "string",
  jobQueue: "string",
  retryStrategy: "structure",
  schedulingPriority: "integer",
  serviceRequestPayload: "string",
  serviceJobType: "string",
  shareIdentifier: "string",
  quotaShareName: "string",
  preemptionConfiguration: "structure",
  timeoutConfig: "structure",
  tags: "map",
  clientToken: "string",
};
const required = ["jobName", "jobQueue", "serviceRequestPayload", "serviceJobType"];
const input: ApiShape = {
  type: "structure",
  members: new Map(Object.entries(types).map(([name, type]) => [name, () => ({ type })])),
  required,
};

/** What the AWS CLI takes for it. */
export const submitServiceJob: ApiOperation = {
  name: "SubmitServiceJob",
  method: "submit_service_job",
  members: Object.keys(types),
  required,
  input,
  settings: new Map(),
  others: [],
};

/** The training job in such a command, as the command that would ask for it; undefined: another service's. */
export function trainingOf(command: ReadCommand, read: ReadFile): ReadCommand | undefined {
  const operation = operationOf("CreateTrainingJob");
  const type = command.keywords.get("serviceJobType");
  if (!operation || (type?.kind === "constant" && type.data !== queuedType)) return undefined;
  const option = command.options.find(({ name }) => name === commandPayload);
  const written = option && inputOf(option, read);
  const payload: Value | undefined = option
    ? written
    : structureOf(command.keywords.get("serviceRequestPayload"));
  const isKnown = payload?.kind === "dict";
  return {
    ...command,
    operation,
    keywords: isKnown ? payload.entries : new Map<string, Value>(),
    keys: (isKnown ? payload.keys : undefined) ?? new Map(),
    open: command.open || !isKnown || payload.open,
    contents: new Map(written ? [["cli-input", written]] : []),
    isQueued: true,
  };
}
