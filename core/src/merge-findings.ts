import { keyOf } from "./notebook/span.js";
import { gravity, type Finding } from "./report.js";
import type { JobRequest } from "./requests/request.js";
import type { FixProposal } from "./rules/fix-proposal.js";

/**
 * What several jobs take from one place of the notebook is wrong there once: a finding that a rule has for each of them,
 * at the same place and in the same words, is told as one, with every place where it goes and how many jobs it is of.
 *
 * @param ofValues Those that are mended where the value is written, if at all, and what stays beside it. Of the others
 * each job has its own fix.
 */
export function mergeFindings(
  findings: readonly Finding[],
  ofValues: ReadonlyMap<Finding, string>,
): readonly Finding[] {
  // They come by their places: mostly none has the place of another
  const isAlone = findings.every(
    ({ span }, i) => i === 0 || keyOf(span) !== keyOf(findings[i - 1]?.span ?? span),
  );
  if (isAlone) return findings;
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const beside = ofValues.get(finding);
    const key =
      beside === undefined
        ? `of job ${byPlace.size}`
        : `${keyOf(finding.span)} ${finding.rule} ${finding.message} ${beside} ${JSON.stringify(finding.fixes.map(editsOf))}`;
    const other = byPlace.get(key);
    byPlace.set(key, other ? merged(other, finding) : finding);
  }
  return byPlace.size === findings.length ? findings : [...byPlace.values()].map(withCount);
}

/**
 * What stays beside the value where all of these mend it where it is written; undefined: one enters what the job does
 * not have, which goes into the job's own call.
 */
export function besideValue(proposals: readonly FixProposal[], { fields }: JobRequest): string | undefined {
  const beside: unknown[] = [];
  for (const proposal of proposals) {
    if (proposal.propose === "key" && !proposal.paths.every((path) => fields.has(path))) return undefined;
    if (proposal.propose !== "network") continue;
    const { subnetsPath, securityGroupIdsPath, subnets, securityGroupIds, keyPaths, insteadOf } = proposal;
    const written = [
      ...(subnets ? [] : [subnetsPath]),
      ...(securityGroupIds ? [] : [securityGroupIdsPath]),
      ...keyPaths,
    ];
    if (insteadOf || !written.every((path) => fields.has(path))) return undefined;
    beside.push(subnets, securityGroupIds);
  }
  return JSON.stringify(beside);
}

function editsOf({ edits, fileEdits }: Finding["fixes"][number]) {
  return [edits, fileEdits];
}

function withCount(finding: Finding): Finding {
  const { alsoRequests = [], message } = finding;
  if (alsoRequests.length === 0) return finding;
  return { ...finding, message: `${message} (in ${alsoRequests.length + 1} jobs)` };
}

/** The graver one. */
function merged(one: Finding, other: Finding): Finding {
  const [first, second] = gravity[other.severity] < gravity[one.severity] ? [other, one] : [one, other];
  const requests = new Set([...(one.alsoRequests ?? []), one.request, other.request]);
  requests.delete(first.request);
  const places = new Set(first.related.map(({ span }) => keyOf(span)));
  const more = second.related.filter(({ span }) => !places.has(keyOf(span)));
  return {
    ...first,
    related: [...first.related, ...more],
    ...(requests.size === 0 ? {} : { alsoRequests: [...requests] }),
  };
}
