import type { Context } from "../../python/context.js";
import { elements } from "../../python/expression.js";
import { none, unknown, type BoundArguments, type MachineValue } from "../../python/machine.js";
import { loadDefaults } from "./load-defaults.js";
import { isNone } from "./resolve-defaults.js";

const loaders: ReadonlySet<string> = new Set([
  "sagemaker.config.load_sagemaker_config",
  "sagemaker.config.config.load_sagemaker_config",
  "sagemaker.core.config.load_sagemaker_config",
  "sagemaker.core.config.config.load_sagemaker_config",
]);

/** What `load_sagemaker_config(additional_config_paths=[…])` gives; undefined: another function. */
export function loadedDefaults(
  path: string,
  { positional, keywords, openKeywords, openPositional }: BoundArguments,
  context: Context,
): MachineValue | undefined {
  if (!loaders.has(path)) return undefined;
  const further = positional[0] ?? keywords.get("additional_config_paths") ?? none;
  const { items, open } = isNone(further) ? { items: [], open: false } : elements(further, context);
  if (open || openKeywords || openPositional)
    return unknown("which defaults files are loaded is known only when the notebook runs");
  const loaded = loadDefaults(context, items);
  return isNone(loaded) ? unknown("what is in the SDK's defaults files is not known") : loaded;
}
