import type { CheckedFile } from "./check-file.js";
import type { LabelledFile } from "./labels.js";
import { isLabelWrong, isUnlabelled } from "./label-errors.js";
import { matchSites, type MatchedSites } from "./match-sites.js";
import { compareKeys, compareLocalMode, compareVpc, type ComparedState } from "./states.js";

/** A file that was checked, against its label. */
export interface MeasuredFile extends MatchedSites {
  readonly checked: CheckedFile;
  readonly vpc: readonly PlacedState[];
  readonly keys: readonly PlacedState[];
  readonly localMode: readonly PlacedState[];
}

export interface PlacedState extends ComparedState {
  /** File, cell, line and name. */
  readonly place: string;
}

/** Sites in files that the notebook only writes are no calls of the notebook: they are left out. */
export function measureFile(checked: CheckedFile, label: LabelledFile): MeasuredFile {
  const sites = label.sites.filter(({ infile }) => infile === undefined);
  const matches = matchSites(sites, label.launch, checked.sites, checked.objects);
  const placed = matches.matched.flatMap(({ labelled, found }) =>
    found === undefined || isLabelWrong(checked.id, labelled)
      ? []
      : [
          {
            place: `${checked.id} cell ${labelled.cell} line ${labelled.line} ${labelled.surface} ${labelled.name}`,
            vpc: compareVpc(labelled, found.request),
            keys: compareKeys(labelled, found.request),
            localMode: compareLocalMode(labelled, found.request),
          },
        ],
  );
  return {
    checked,
    ...matches,
    extra: matches.extra.filter((site) => !isUnlabelled(checked.id, site)),
    vpc: placed.flatMap(({ place, vpc }) => (vpc ? [{ ...vpc, place }] : [])),
    keys: placed.flatMap(({ place, keys }) => keys.map((key) => ({ ...key, place }))),
    localMode: placed.map(({ place, localMode }) => ({ ...localMode, place })),
  };
}

export interface SurfaceRow {
  readonly surface: string;
  readonly labelled: number;
  readonly matched: number;
  readonly extra: number;
}

/** One row for each surface, most sites first, with the kinds of its sites below it (`sdk2 estimator`). */
export function bySurface(files: readonly MeasuredFile[]): readonly SurfaceRow[] {
  const rows = new Map<string, { labelled: number; matched: number; extra: number }>();
  const row = (surface: string) => {
    let found = rows.get(surface);
    if (found === undefined) rows.set(surface, (found = { labelled: 0, matched: 0, extra: 0 }));
    return found;
  };
  for (const { matched, missed, extra } of files) {
    for (const { surface, kind } of [...matched.map(({ labelled }) => labelled), ...missed]) {
      row(surface).labelled += 1;
      row(`${surface} ${kind}`).labelled += 1;
    }
    for (const { labelled } of matched) {
      row(labelled.surface).matched += 1;
      row(`${labelled.surface} ${labelled.kind}`).matched += 1;
    }
    for (const { request } of extra) row(surfaceOf[request.client]).extra += 1;
  }
  const ofSurface = (name: string) => rows.get(name.split(" ")[0] ?? name)?.labelled ?? 0;
  return [...rows]
    .map(([surface, counts]) => ({ surface, ...counts }))
    .sort((a, b) => ofSurface(b.surface) - ofSurface(a.surface) || b.labelled - a.labelled);
}

/** The labels' word for the client of a site that no label has. */
export const surfaceOf = {
  "sagemaker-v2": "sdk2",
  "sagemaker-v3": "sdk3",
  "sagemaker-core": "sagemaker_core",
  "sagemaker-pyspark": "sagemaker_pyspark",
  boto3: "boto3",
  "aws-cli": "cli",
  stepfunctions: "stepfunctions",
} as const;

export function countBy<Item>(items: readonly Item[], key: (item: Item) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** @param share 0.5 for the median; `sorted` ascending. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
