import type { Finding, Report } from "../report.js";
import { isOfEach } from "../requests/instance-groups.js";
import type { JobRequest } from "../requests/request.js";
import { settingsOfRequest } from "../requests/settings.js";
import type { ChosenSetting } from "./choices.js";
import type { Position } from "./completion.js";

/** What a picker is for, in words. */
export const settingNames: Readonly<Record<ChosenSetting, string>> = {
  subnets: "Subnet and VPC",
  securityGroupIds: "Security group",
  volumeKmsKeyId: "Key of the storage volume",
  outputKmsKeyId: "Key of the output",
  roleArn: "Execution role",
};

const pickable = Object.keys(settingNames) as readonly ChosenSetting[];

/** What a picker can offer for a job, in the order in which people think of it. */
export function settingsToPick(request: JobRequest): readonly ChosenSetting[] {
  const settings = settingsOfRequest(request);
  if (settings === undefined) return [];
  return pickable.filter((setting) => {
    const path = settings[setting];
    return path !== undefined && !isOfEach(path);
  });
}

/** The job that is meant at a place: the smallest call around it, one of a finding there, the only one of the cell; an index. */
export function requestAt({ requests, findings }: Report, { cell, offset }: Position): number | undefined {
  const isAt = ({ cell: at, from, to }: JobRequest["span"]) => at === cell && from <= offset && offset <= to;
  const around = requests
    .map(({ span, launches }, index) => ({ index, spans: [span, ...launches].filter(isAt) }))
    .flatMap(({ index, spans }) => spans.map((span) => ({ index, length: span.to - span.from })))
    .sort((one, other) => one.length - other.length);
  const inCell = requests.flatMap(({ span }, index) => (span.cell === cell ? [index] : []));
  const only = inCell.length === 1 ? inCell[0] : undefined;
  return around[0]?.index ?? findings.find(({ span }) => isAt(span))?.request ?? only;
}

/** The job whose call has its name at a place. */
export function requestNamedAt({ requests }: Report, { cell, offset }: Position): JobRequest | undefined {
  return requests.find(
    ({ nameSpan }) => nameSpan.cell === cell && nameSpan.from <= offset && offset <= nameSpan.to,
  );
}

/** The settings that would mend a finding, of those that a picker can offer. */
export function settingsToMend({ fixes, request }: Finding, { requests }: Report): readonly ChosenSetting[] {
  const job = requests[request];
  const settings = job && settingsOfRequest(job);
  if (job === undefined || settings === undefined) return [];
  const changed = new Set(fixes.flatMap(({ changes }) => changes.map(({ path }) => path)));
  return settingsToPick(job).filter((setting) => changed.has(settings[setting] ?? ""));
}
