import type { Evidence, Finding } from "./report.js";

/** What a finding rests on, without what only says its reason again and leads to its own source. */
export function evidenceBesidesReason({
  evidence,
  why,
  source,
}: Pick<Finding, "evidence" | "why" | "source">): readonly Evidence[] {
  return evidence.filter((proof) => proof.kind !== "document" || proof.says !== why || proof.url !== source);
}
