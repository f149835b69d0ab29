import type { CallRecord } from "../../python/record.js";
import type { FieldStep, JobRequest } from "../../requests/request.js";
import { stepsOf } from "../../requests/path-steps.js";
import { regionIn } from "../call-of.js";
import { structureOf } from "../json-structure.js";
import { queuedTraining, queuedType } from "../queued-training.js";
import { submitServiceJob } from "./sessions.js";

/** The training job of `batch.submit_service_job(serviceRequestPayload=…)`; undefined: another call. */
export function readServiceJob({ site, self, arguments: given }: Invocation): JobRequest | undefined {
  const type = given.keywords.get("serviceJobType");
  if (type?.kind === "constant" && type.data !== queuedType) return undefined;
  const payload = given.keywords.get(payloadName);
  if (payload === undefined && !given.openKeywords) return undefined;
  const structure = structureOf(payload);
  const argument = site.arguments.find(({ name }) => name === payloadName);
  const { span, nameSpan } = site;
  // A fix goes into what the text is made of
  const own = structure && {
    ...(argument ?? { span, valueSpan: span }),
    name: payloadName,
    value: structure,
  };
  return queuedTraining(structure, {
    client: "boto3",
    name: submitServiceJob,
    span,
    nameSpan,
    launches: [],
    ...regionIn(self),
    localMode: false,
    call: { ...site, arguments: own ? [own] : [], callee: `batch.${submitServiceJob}` },
  });
}

/** Where a field of the training job is in the call. */
export function stepsInPayload(path: string): readonly FieldStep[] {
  return [payloadName, ...stepsOf(path)];
}

type Invocation = Extract<CallRecord, { kind: "invocation" }>;
const payloadName = "serviceRequestPayload";
