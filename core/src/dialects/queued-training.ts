import { operationOf } from "../catalog/sagemaker-api.js";
import type { Value } from "../python/value.js";
import type { JobRequest } from "../requests/request.js";
import { settingsOf } from "../requests/settings.js";
import { readFields } from "./boto3/read-fields.js";
import { halfOf } from "./boto3/structure-fields.js";
import { sentAsText } from "./sent-as-text.js";

/*
 * A training job that the caller gives to a queue of AWS Batch as a text: SubmitServiceJob looks at the text only as
 * far as it is JSON, and AWS Batch asks for the job when its turn comes.
 *
 * @see https://docs.aws.amazon.com/batch/latest/APIReference/API_SubmitServiceJob.html
 */

/** The one type of job that a queue takes. */
export const queuedType = "SAGEMAKER_TRAINING";

/** The request that AWS Batch will make. @param payload What the text says; undefined: not known. */
export function queuedTraining(
  payload: Value | undefined,
  place: Omit<JobRequest, "operation" | "fields">,
): JobRequest | undefined {
  const operation = operationOf("CreateTrainingJob");
  if (operation === undefined) return undefined;
  const isKnown = payload?.kind === "dict";
  const fields = readFields(
    operation,
    {
      positional: [],
      keywords: isKnown ? payload.entries : new Map<string, Value>(),
      openKeywords: !isKnown || payload.open,
      openPositional: false,
    },
    "the payload is known only when the notebook runs",
  );
  const halfVpc = halfOf(settingsOf(operation.name), fields);
  return sentAsText({
    ...place,
    operation: operation.name,
    fields,
    ...(halfVpc ? { halfVpc } : {}),
    through: "AWS Batch",
  });
}
