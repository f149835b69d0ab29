import { settingsOfRequest, type Field, type JobRequest } from "../../core/src/index.js";
import type { LabelledSite, LabelledValue } from "./labels.js";

/** A state in the labels' words, from a label and from the product; `agree` where they say the same or the product says less. */
export interface ComparedState {
  readonly labelled: string;
  readonly found: string;
  readonly agree: boolean;
}

/** `undefined`: the label says that the call takes no VPC. */
export function compareVpc(label: LabelledSite, request: JobRequest): ComparedState | undefined {
  const { vpc } = label;
  if (vpc.state === "n/a") return undefined;
  const found = vpcState(request);
  // What `**` expands is known to neither; the label then says that nothing is there
  const isDynamic = [vpc.subnets, vpc.sgs].some((half) => half?.status === "dynamic") || isOpen(label);
  return {
    labelled: vpc.state,
    found,
    agree:
      found === vpc.state ||
      (found === "unknown" && isDynamic) ||
      // A model that is only registered takes a network, and sends none
      (found === "no place" && vpc.state === "absent"),
  };
}

/** Of a step whose job another call has the settings of, the labels tell nothing. */
export function compareKeys(site: LabelledSite, request: JobRequest): readonly ComparedState[] {
  if (request.judgedAt) return [];
  const settings = settingsOfRequest(request);
  const labels = Object.entries(site.kms);
  return [
    { path: settings?.volumeKmsKeyId, label: labels.find(([name]) => /volume|^KmsKeyId$/i.test(name)) },
    { path: settings?.outputKmsKeyId, label: labels.find(([name]) => /output/i.test(name)) },
  ].flatMap(({ path, label }) => {
    if (path === undefined && label === undefined) return [];
    const labelled = label === undefined ? "absent" : labelledKey(label[1]);
    const field = path === undefined ? undefined : request.fields.get(path);
    const found = path === undefined ? "no place" : keyState(field);
    // Unknown on some branch, and known to be absent on another
    const saysMore = labelled === "unknown" && field?.state === "conditional" && field.why !== undefined;
    const saysLess = found === "unknown" && isOpen(site);
    return [{ labelled, found, agree: labelled === found || saysMore || saysLess }];
  });
}

export function compareLocalMode({ local_mode }: LabelledSite, request: JobRequest): ComparedState {
  const labelled = String(local_mode ?? false);
  const found = String(request.localMode);
  return { labelled, found, agree: labelled === found };
}

function isOpen({ dstar }: LabelledSite): boolean {
  return dstar?.some(({ resolved }) => !resolved) ?? false;
}

function vpcState(request: JobRequest): string {
  const { subnets, securityGroupIds } = settingsOfRequest(request) ?? {};
  if (subnets === undefined || securityGroupIds === undefined) return "no place";
  const halves = [subnets, securityGroupIds].map((path) => listState(request.fields.get(path)));
  if (halves.includes("conditional")) return "conditional";
  if (halves.includes("unknown")) return "unknown";
  if (request.halfVpc !== undefined) return "partial";
  const [one, other] = halves;
  if (one === other) return one === "given" ? "both" : (one ?? "absent");
  return halves.includes("given") ? "partial" : "none";
}

function listState(field: Field | undefined): "given" | "none" | "absent" | "conditional" | "unknown" {
  switch (field?.state) {
    case undefined:
      return "absent";
    case "known":
      return isNothing(field.value) ? "none" : "given";
    case "partial":
      return "given";
    case "conditional":
      return field.values?.some(isNothing) === true ? "conditional" : "given";
    case "unknown":
      return "unknown";
  }
}

function keyState(field: Field | undefined): string {
  if (field === undefined) return "absent";
  if (field.state !== "known") return field.state;
  return isNothing(field.value) ? "empty" : "known";
}

function labelledKey({ status, value }: LabelledValue): string {
  if (status === "dynamic") return "unknown";
  if (status === "branch-const") return "conditional";
  if (status === "none") return "absent";
  return isNothing(value) ? "empty" : "known";
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
  );
}
