import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import type { Context } from "../python/context.js";
import type { MachineValue } from "../python/machine.js";
import { networkFilledBy } from "./sdk-defaults/resolve-defaults.js";

const methods: ReadonlySet<string> = new Set(["suggest_baseline", "run_baseline"]);

const processors = [
  ["sagemaker.model_monitor.model_monitoring.ModelMonitor", "sagemaker.processing.Processor"],
  ["sagemaker.core.model_monitor.model_monitoring.ModelMonitor", "sagemaker.core.processing.Processor"],
] as const;

/**
 * A monitor's baseline job is a processor's, whose constructor fills the NetworkConfig that the monitor was given from
 * defaults which are not the monitor's. Who has the same NetworkConfig has it filled too.
 */
export function fillNetwork(
  self: MachineValue,
  type: string,
  method: string,
  catalog: SdkCatalog,
  context: Context,
): void {
  if (!methods.has(method)) return;
  const processor = processors.find(([monitor]) => catalog.isA(type, monitor))?.[1];
  if (processor) networkFilledBy(processor, self, context);
}
