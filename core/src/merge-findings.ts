import { keyOf } from "./notebook/span.js";
import { gravity, type Finding } from "./report.js";

/**
 * What several jobs take from one place of the notebook is wrong there once: a finding that a rule has for each of them,
 * at the same place and in the same words, is told as one, with every place where it goes.
 *
 * @param ofValues Those that are mended where the value is written, if at all. Of the others each job has its own fix.
 */
export function mergeFindings(
  findings: readonly Finding[],
  ofValues: ReadonlySet<Finding>,
): readonly Finding[] {
  // They come by their places: mostly none has the place of another
  const isAlone = findings.every(
    ({ span }, i) => i === 0 || keyOf(span) !== keyOf(findings[i - 1]?.span ?? span),
  );
  if (isAlone) return findings;
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const key = ofValues.has(finding)
      ? `${keyOf(finding.span)} ${finding.rule} ${finding.message} ${JSON.stringify(finding.fixes.map(editsOf))}`
      : `of job ${byPlace.size}`;
    const other = byPlace.get(key);
    byPlace.set(key, other ? merged(other, finding) : finding);
  }
  return byPlace.size === findings.length ? findings : [...byPlace.values()];
}

function editsOf({ edits, fileEdits }: Finding["fixes"][number]) {
  return [edits, fileEdits];
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
