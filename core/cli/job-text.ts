import type { Finding } from "../src/report.js";
import { rules } from "../src/rules/index.js";
import type { FoundJob } from "./find-jobs.js";
import { printable, type Palette } from "./terminal-text.js";

/** What a job is and what became of it, in AWS's words; with `verbose` also the call that would ask for it again. */
export function foundJobBlock(
  { job, name, state, notebook, namesakes }: FoundJob,
  verbose: boolean,
  colours: Palette,
): string {
  const { arn, status, secondaryStatus, createdAt, says } = state;
  const became = [
    status,
    secondaryStatus === status ? undefined : secondaryStatus,
    createdAt === undefined ? undefined : `created ${createdAt}`,
  ].filter((one) => one !== undefined);
  const others =
    namesakes.length === 0
      ? []
      : [`There is also a ${namesakes.join(" and a ")} of this name: --kind ${namesakes[0] ?? ""}`];
  const code = verbose ? (notebook.cells[0]?.text.trimEnd().split("\n") ?? []) : [];
  return [
    `${colours.bold(printable(`${job.noun} ${name}`))}${became.length === 0 ? "" : `: ${printable(became.join(", "))}`}`,
    ...(arn === undefined ? [] : [`  ${printable(arn)}`]),
    ...Object.entries(says).map(([member, words]) => `  ${colours.bold(`${member}:`)} ${printable(words)}`),
    ...others.map((other) => `  ${printable(other)}`),
    ...code.map((line) => `  ${colours.dim("|")} ${printable(line)}`),
  ].join("\n");
}

/** What to set in the next job of the kind, and what the rule says that mends it. */
export function remediesOf({ rule, fixes }: Finding): readonly (readonly [string, string])[] {
  const [fix] = fixes.filter(({ changes }) => changes.length > 0);
  const remedy = rules.find(({ id }) => id === rule)?.remedy;
  return [
    ...(remedy === undefined ? [] : [["remedy", remedy] as const]),
    ...(fix === undefined
      ? []
      : [
          [
            "set",
            `${fix.changes.map(({ path, value }) => `${path} = ${JSON.stringify(value)}`).join(", ")} (${fix.title})`,
          ] as const,
        ]),
  ];
}
