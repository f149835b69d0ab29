import type { FoundObject, FoundSite } from "./check-file.js";
import type { LabelledLaunch, LabelledSite } from "./labels.js";

export interface MatchedSites {
  /** `found` is absent of an object that is listed without a request of its own: an estimator that a tuner was given. */
  readonly matched: readonly { readonly labelled: LabelledSite; readonly found?: FoundSite }[];
  readonly missed: readonly LabelledSite[];
  /** Neither at a labelled site nor at a call that the label lists as a launch. */
  readonly extra: readonly FoundSite[];
}

/** Pairs calls of the same cell and name whose lines overlap, the nearest first; each is paired once. */
export function matchSites(
  labelled: readonly LabelledSite[],
  launches: readonly LabelledLaunch[],
  found: readonly FoundSite[],
  objects: readonly FoundObject[],
): MatchedSites {
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
  const listed = labelled.filter(
    (label) => !taken.has(label) && objects.some((object) => isSame(label, object)),
  );
  const isLabelled = (site: FoundSite) =>
    labelled.some((label) => isSame(label, site)) || launches.some((launch) => isLaunch(launch, site));
  return {
    matched: [...matched, ...listed.map((label) => ({ labelled: label }))],
    missed: labelled.filter((site) => !taken.has(site) && !listed.includes(site)),
    extra: found.filter((site) => !taken.has(site) && !isLabelled(site)),
  };
}

function isSame(label: LabelledSite, found: FoundSite | FoundObject): boolean {
  const { name: foundName, span } = "request" in found ? found.request : found.object;
  if (label.cell !== span.cell || label.end_line < found.line || label.line > found.endLine) return false;
  const names = namesOf(label.name);
  return namesOf(foundName).some((name) => names.includes(name));
}

/** A model that deploy() makes, an endpoint configuration that it makes as well: several requests of one launch. */
function isLaunch({ cell, line }: LabelledLaunch, { request, line: from, endLine }: FoundSite): boolean {
  return cell === request.span.cell && from <= line && line <= endLine;
}

/** `ModelTrainer.from_recipe` may be called by either half, `step()` and `@remote` by the bare word. */
function namesOf(name: string): readonly string[] {
  const bare = name.replace(/[@()]/g, "");
  return [bare, ...bare.split(".").filter((part) => part !== "create")];
}

function distance({ labelled, found }: { labelled: LabelledSite; found: FoundSite }): number {
  return Math.abs(labelled.line - found.line) + Math.abs(labelled.end_line - found.endLine);
}
