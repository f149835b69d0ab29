import { lastName } from "../../dotted-path.js";
import { refusalOf } from "../../requests/botocore-checks.js";
import type { Refusal } from "../../requests/request.js";
import { refusedDeleted } from "../deleted-attribute.js";
import { defaultAt } from "../sdk-defaults/apply-defaults.js";
import type { Raising, Sending } from "./family.js";
import type { HalfVpcJudgement } from "./half-vpc.js";
import { logsWithoutWait } from "./logs-without-wait.js";
import { isBroken, refusedCall, refusedSets } from "./refusals.js";
import type { Sent } from "./sent.js";
import type { Sources } from "./sources.js";
import { isGiven } from "./values.js";

/**
 * What the SDK or botocore raises on the way from the method's call to the request.
 *
 * @param raising `isLocal`: perhaps it runs on this machine, and botocore is not asked.
 */
export function refusedSending(
  sent: Sent,
  source: Sources,
  half: HalfVpcJudgement,
  inPipeline: boolean,
  raising: Omit<Raising, "method"> & { readonly isLocal: boolean },
): Refusal | undefined {
  const { sending, subject, launch } = sent;
  const { fields, isLocal } = raising;
  // botocore sees the request last, what methods are given stands before it
  const ofBotocore = half.refused?.error === "ParamValidationError" ? half.refused : undefined;
  return (
    (launch && refusedDeleted(subject.now, (name) => asksFor(name, sending))) ??
    (ofBotocore ? undefined : half.refused) ??
    source.refused(sending) ??
    refusedLaunch(sending, sent, inPipeline, raising) ??
    source.shadowed?.refused ??
    (isLocal ? undefined : ofBotocore) ??
    refusedSets(sending.fields.map(({ from }) => source.value(from))) ??
    (isLocal ? undefined : refusalOf(sending.operation, fields, { whole: false }))
  );
}

/** Whether the attribute of the object decides about a field. */
function asksFor(name: string, { fields }: Sending): boolean {
  return fields.some(({ from }) => from.some(({ of, steps }) => of === "object" && steps[0] === name));
}

/** What the method raises once it is called; under a PipelineSession it neither waits nor sends. */
function refusedLaunch(
  { waitsForLogs, raisesFor = [], deployRaises, raises, raisesInPipelines }: Sending,
  { launch }: Sent,
  inPipeline: boolean,
  raising: Omit<Raising, "method">,
): Refusal | undefined {
  if (!launch || (launch.bound && isBroken(launch.bound))) return undefined;
  const method = lastName(launch.call.callee);
  if (inPipeline) return raisesInPipelines?.({ ...raising, method });
  const { defaults } = raising;
  const ofKey = defaults && raisesFor.find(({ key }) => isGiven(defaultAt(key, defaults)) === true);
  if (ofKey) return ofKey.refusal;
  const ofGiven =
    refusedCall(launch) ??
    (method === "deploy" ? deployRaises?.(raising.look) : undefined) ??
    raises?.({ ...raising, method });
  if (ofGiven) return ofGiven;
  return waitsForLogs === true ? logsWithoutWait(launch.signature, launch.given) : undefined;
}
