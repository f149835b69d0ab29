import type { Json } from "../../../core/src/requests/request.js";
import { Dice } from "./dice.js";
import { randomDefaults } from "./random-defaults.js";
import { SnippetWriter } from "./snippet-writer.js";
import { surfacesV2 } from "./surfaces-v2.js";
import { surfacesV3 } from "./surfaces-v3.js";

export interface RandomSnippet {
  readonly text: string;
  /** The SDK's defaults files, by owner. */
  readonly defaults: ReadonlyMap<"user" | "administrator", Json>;
}

/** The same seed gives the same snippet. */
export function randomSnippet(seed: number, sdk: "v2" | "v3", name: string): RandomSnippet {
  const dice = new Dice(seed);
  const writer = new SnippetWriter(dice, sdk);
  const surfaces = sdk === "v2" ? surfacesV2 : surfacesV3;
  const defaults = new Map<"user" | "administrator", Json>();
  for (const owner of ["user", "administrator"] as const) {
    if (dice.percent(18)) defaults.set(owner, randomDefaults(sdk, dice));
  }
  let left = dice.below(surfaces.reduce((sum, [weight]) => sum + weight, 0));
  const [, surface] = surfaces.find(([weight]) => (left -= weight) < 0) ?? surfaces[0] ?? [0, () => undefined];
  surface(writer);
  const headers = [
    ...(sdk === "v3" ? ["# sdk: v3"] : []),
    ...[...defaults.keys()].map((owner) => `# ${owner} defaults: ${name}-${owner}.yaml`),
  ];
  return { text: writer.text(headers), defaults };
}
