import type { FieldPath, Json } from "../requests/request.js";
import type { CannotTell } from "./define-rule.js";
import { isSent } from "./flag-of.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

/** A member by which a request says whether all traffic goes by its VPC, or what leaves the VPC by SageMaker's network. */
interface Way {
  readonly path: FieldPath;
  readonly byVpc: Json;
  /** What holds when it is left out; absent: what was set before. */
  readonly otherwise?: Json;
}

/**
 * By the operation; all others go by the VPC that they name.
 *
 * @source botocore 1.44.5, CreateDomain: "PublicInternetOnly - Non-EFS traffic is through a VPC managed by Amazon
 * SageMaker AI, which allows direct internet access"; CreateNotebookInstance: "Sets whether SageMaker AI provides
 * internet access to the notebook instance"
 */
const ways: Readonly<Record<string, Way>> = {
  CreateDomain: { path: "AppNetworkAccessType", byVpc: "VpcOnly", otherwise: "PublicInternetOnly" },
  UpdateDomain: { path: "AppNetworkAccessType", byVpc: "VpcOnly" },
  CreateNotebookInstance: { path: "DirectInternetAccess", byVpc: "Disabled", otherwise: "Enabled" },
};

/** Whether the request names subnets by which its data may have to go: what a rule on their ways to S3 applies to. */
export function mayGoByVpc(request: RuleRequest): boolean {
  return fieldAt(request, request.settings.subnets) !== undefined && goesByVpc(request) !== false;
}

/** Whether the VPC's ways out do not matter to the request; also where that is not known, which is told. */
export function* passesByVpc(request: RuleRequest): Generator<CannotTell, boolean> {
  const byVpc = goesByVpc(request);
  if (typeof byVpc === "object") yield byVpc;
  return byVpc !== true;
}

/** Whether what leaves the VPC goes by the VPC's own ways out. */
export function goesByVpc(request: RuleRequest): boolean | CannotTell {
  const way = ways[request.operation];
  if (way === undefined) return true;
  const { path, byVpc, otherwise } = way;
  const field = fieldAt(request, path);
  if (field?.state === "known") return field.value === byVpc;
  if (field === undefined && otherwise !== undefined && isSent(request, path, false) === false)
    return otherwise === byVpc;
  return { cannotTell: `${path}: ${field?.why ?? "what it is set to"}` };
}
