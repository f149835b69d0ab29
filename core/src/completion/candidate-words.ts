import type { Candidate } from "../fixes/candidates.js";

/** How a candidate is shown in a list. */
export interface CandidateWords {
  /** An id, a key's alias, a role's name. */
  readonly label: string;
  /** What is to be known of it at a glance. */
  readonly detail: string;
  /** Why it is where it is, and what could not be told of it; a line each. */
  readonly documentation: string;
}

/** Shown by its name where people know it by that. */
export function wordsFor(candidate: Candidate): CandidateWords {
  const { kind, id, name, vpcId = "", zone = "", freeAddresses, wayToS3, reasons, open } = candidate;
  const isNamed = (kind === "key" || kind === "role") && name !== "";
  const details = [
    isNamed ? id : name,
    zone,
    vpcId,
    freeAddresses === undefined ? "" : `${freeAddresses} free addresses`,
    wayToS3 === undefined ? "" : `reaches S3 ${wayToS3}`,
  ];
  return {
    label: isNamed ? name : id,
    detail: details.filter((one) => one !== "").join(" · "),
    documentation: [...reasons, ...open.map((one) => `Not known: ${one}`)].join("\n"),
  };
}
