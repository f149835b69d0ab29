import { readFor, readsTable } from "../src/account/reads.js";
import type { Severity } from "../src/report.js";
import type { Demand, References, Rule } from "../src/rules/define-rule.js";
import { rules } from "../src/rules/index.js";
import { kindsOf } from "../src/rules/needs.js";
import { settingText } from "../src/policy/policy-shape.js";
import { exampleFiles, ruleExamples } from "./rule-examples.js";

/** The pages of `docs/rules`, by file name. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([
    ["README.md", indexPage()],
    ...rules.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const),
  ]);
}

const severities: Readonly<Record<Severity, string>> = {
  error: "AWS or the SDK will refuse, stop or fail this job",
  warning: "it is likely not what you want",
  info: "advice",
};

function indexPage(): string {
  const rows = rules.map(({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${summary} |`);
  return `# Rules

Severity is a meaning: **error**, ${severities.error}; **warning**, ${severities.warning}; **info**, ${severities.info}.
What is not known before the notebook runs, or could not be read from the account, is never reported.

| Rule | Severity | What it reports |
| --- | --- | --- |
${rows.join("\n")}
`;
}

function rulePage(rule: Rule): string {
  const { id, severity, summary, why, source, remedy, demand } = rule;
  return `# ${id}

${summary}. ${why}

Severity: **${severity}** (${severities[severity]}). Source: <${source}>.
${demand === undefined ? "" : `\n${demandText(demand)}\n`}
## Example

\`\`\`python
${ruleExamples[id] ?? ""}\`\`\`
${filesOf(ruleExamples[id] ?? "")}
${remedy === undefined ? "" : `## What to do\n\n${remedy}\n\n`}${references(rule)}## What is read from the account

${reads(rule)}
`;
}

function demandText({ by, severity, otherwiseSilent }: Demand): string {
  const keys = by.map((path) => `\`${settingText(path)}\``).join(" or ");
  return otherwiseSilent === true
    ? `Silent unless the team's policy asks for it: ${keys}.`
    : `Where the team's policy asks for it, by ${keys}, the severity is **${severity ?? "the same"}**.`;
}

function filesOf(example: string): string {
  return Object.entries(exampleFiles)
    .filter(([name]) => example.includes(name))
    .map(([name, text]) => `\n\`${name}\`:\n\n\`\`\`yaml\n${text}\`\`\`\n`)
    .join("");
}

const tools: Readonly<Record<keyof References, string>> = {
  prowler: "Prowler",
  steampipe: "Steampipe (and Powerpipe)",
  config: "AWS Config",
  securityHub: "AWS Security Hub",
  checkov: "Checkov",
  cfnLint: "cfn-lint",
  conditionKeys: "IAM condition keys",
};

/** Most of them look at jobs that run already, or at templates, and ask only whether the setting is there. */
function references({ references: of = {} }: Rule): string {
  const rows = Object.entries(tools).flatMap(([tool, name]) => {
    const ids = of[tool as keyof References] ?? [];
    return ids.length === 0 ? [] : [`- ${name}: ${ids.map((id) => `\`${id}\``).join(", ")}`];
  });
  return rows.length === 0 ? "" : `## What else looks at this\n\n${rows.join("\n")}\n\n`;
}

function reads({ needs }: Rule): string {
  const actions = new Set(
    needs.flatMap(kindsOf).flatMap((kind) => {
      const row = readFor({ kind, id: "" }) ?? readsTable.reads.find((read) => read.kind === kind);
      return row?.action ?? [];
    }),
  );
  if (actions.size === 0) return "Nothing: the call alone tells.";
  const list = [...actions].map((action) => `- \`${action}\``).join("\n");
  return `${list}\n\nWithout these permissions the rule says nothing, and the report names the one to ask for.`;
}
