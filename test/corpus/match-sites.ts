import type { FoundSite } from "./check-file.js";
import type { LabelledSite } from "./labels.js";

export interface MatchedSites {
  readonly matched: readonly { readonly labelled: LabelledSite; readonly found: FoundSite }[];
  readonly missed: readonly LabelledSite[];
  readonly extra: readonly FoundSite[];
}

/** Pairs calls of the same cell and name whose lines overlap, the nearest first; each is paired once. */
export function matchSites(labelled: readonly LabelledSite[], found: readonly FoundSite[]): MatchedSites {
  const pairs = labelled
    .flatMap((label) =>
      found.filter((site) => isSame(label, site)).map((site) => ({ labelled: label, found: site })),
    )
    .sort((a, b) => distance(a) - distance(b));
  const taken = new Set<LabelledSite | FoundSite>();
  const matched = pairs.filter((pair) => {
    if (taken.has(pair.labelled) || taken.has(pair.found)) return false;
    taken.add(pair.labelled).add(pair.found);
    return true;
  });
  return {
    matched,
    missed: labelled.filter((site) => !taken.has(site)),
    extra: found.filter((site) => !taken.has(site)),
  };
}

function isSame(label: LabelledSite, { request, line, endLine }: FoundSite): boolean {
  if (label.cell !== request.span.cell || label.end_line < line || label.line > endLine) return false;
  const names = namesOf(label.name);
  return namesOf(request.name).some((name) => names.includes(name));
}

/** `ModelTrainer.from_recipe` may be called by either half, `step()` and `@remote` by the bare word. */
function namesOf(name: string): readonly string[] {
  const bare = name.replace(/[@()]/g, "");
  return [bare, ...bare.split(".").filter((part) => part !== "create")];
}

function distance({ labelled, found }: { labelled: LabelledSite; found: FoundSite }): number {
  return Math.abs(labelled.line - found.line) + Math.abs(labelled.end_line - found.endLine);
}
