import { evidenceBesidesReason, severityNames, type Finding } from "@sagemaker-preflight/core";
import { documentLink, element } from "./element.js";

/** Message, reason, proof and source of a finding, for a tooltip or the panel. */
export function findingCard(finding: Finding, ...below: readonly Node[]): HTMLElement {
  const card = element("div", `smp-card smp-${finding.severity}`);
  const heading = element("div", "smp-heading", severityMark(finding));
  heading.append(element("span", "smp-message", finding.message));
  const foot = element("div", "smp-foot", documentLink(finding.rule, finding.source));
  card.append(heading, element("div", "smp-why", finding.why), ...evidenceLines(finding), ...below, foot);
  return card;
}

/** A coloured shape that has a name for those who do not see it. */
export function severityMark({ severity }: Pick<Finding, "severity">): HTMLElement {
  const mark = element("span", `smp-mark smp-mark-${severity}`);
  mark.setAttribute("role", "img");
  mark.setAttribute("aria-label", severityNames[severity]);
  return mark;
}

function evidenceLines(finding: Finding): HTMLElement[] {
  const evidence = evidenceBesidesReason(finding);
  if (evidence.length === 0) return [];
  const list = element("ul", "smp-evidence");
  for (const proof of evidence) {
    const line = element("li", "", `${proof.says} `);
    if (proof.kind === "document") {
      line.append(documentLink("source", proof.url));
    } else if (proof.kind === "policy") {
      line.append(element("span", "smp-reading", `${proof.path}:${proof.line}`));
    } else {
      const { call, account, region, readAt } = proof.read;
      const when = new Date(readAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
      const parts = [call, account, region, `read ${when}`].filter((part) => part !== "");
      line.append(element("span", "smp-reading", parts.join(" · ")));
    }
    list.append(line);
  }
  return [list];
}
