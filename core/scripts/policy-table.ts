import { policyShape, settingText, type PolicyShape } from "../src/policy/policy-shape.js";
import type { DemandPath } from "../src/policy/team-policy.js";
import { rules } from "../src/rules/index.js";

const first =
  "| The policy says | What it asks | Where a job is otherwise | Rule |\n| --- | --- | --- | --- |\n";

/** The table of docs/platform-teams.md: what a policy can ask, and how grave it is where a job does otherwise. */
export function policyTable(): string {
  const rows = demandsIn(policyShape).map(({ path, about }) => {
    const by = rules.flatMap(({ id, severity, demand }) =>
      demand?.by.includes(path) === true ? [{ id, severity: demand.severity ?? severity }] : [],
    );
    const severities = new Set(by.map(({ severity }) => severity));
    const grave = [...severities].join(" or ");
    const links = by.map(({ id }) => `[${id}](rules/${id}.md)`).join(", ");
    return `| \`${settingText(path)}\` | ${about} | ${grave} | ${links} |\n`;
  });
  return first + rows.join("");
}

/** The page with the table as it is to be. */
export function withPolicyTable(page: string): string {
  const from = page.indexOf(first);
  const end = page.indexOf("\n\n", from);
  return from < 0 || end < 0 ? page : page.slice(0, from) + policyTable() + page.slice(end + 1);
}

function demandsIn(shape: PolicyShape): readonly { readonly path: DemandPath; readonly about: string }[] {
  const sections = shape.kind === "section" ? Object.entries(shape.members) : [];
  return sections.flatMap(([name, section]) =>
    section.kind === "section"
      ? Object.entries(section.members).map(([key, { about }]) => ({
          path: `${name}.${key}` as DemandPath,
          about,
        }))
      : [],
  );
}
