import type { Instance } from "../../python/library.js";
import type { BoundArguments, Site } from "../../python/machine.js";

/**
 * A structure of sagemaker-core that the catalog does not list, since none of a job's settings is in it, as in
 * `AlgorithmSpecification(training_image=…)`: it has what it is given, by keyword only. Undefined: it is none, or what it
 * is given is not known.
 */
export function plainShape(path: string, bound: BoundArguments, site: Site): Instance | undefined {
  if (twins.has(path))
    return { kind: "instance", type: path, members: bound.keywords, open: true, site, span: site.span };
  const name = /^sagemaker(?:_core(?:\.main)?|\.core)\.shapes(?:\.shapes)?\.([A-Z]\w*)$/.exec(path)?.[1];
  if (name === undefined || bound.openKeywords || bound.openPositional || bound.positional.length > 0)
    return undefined;
  return {
    kind: "instance",
    type: `sagemaker.core.shapes.shapes.${name}`,
    members: bound.keywords,
    open: false,
    site,
    span: site.span,
  };
}

/**
 * Classes that SDK v3 has twice, alike in name and arguments: `ModelBuilder.deploy` takes the other ones only.
 *
 * @source sagemaker 3.27.0, core/inference_config.py and the modules of these
 */
const twins: ReadonlySet<string> = new Set([
  "sagemaker.core.serverless_inference_config.ServerlessInferenceConfig",
  "sagemaker.core.compute_resource_requirements.ResourceRequirements",
  "sagemaker.core.compute_resource_requirements.resource_requirements.ResourceRequirements",
]);

/** The module of the structures, which a star import of it, and of the resources made of them, binds. */
export function shapesBoundBy(module: string): string | undefined {
  const path = /^(sagemaker(?:_core(?:\.main)?|\.core)\.)(?:shapes(?:\.shapes)?|resources)$/.exec(module);
  return path ? `${path[1] ?? ""}shapes` : undefined;
}

/**
 * Names of classes that are known elsewhere and that a star import of the structures binds to structures.
 *
 * @source sagemaker 3.27.0, core/shapes/shapes.py
 */
export function shapesOfOtherNames(module: string): readonly string[] {
  return isShapes.test(module) ? otherClasses : [];
}

const isShapes = /^sagemaker\.core\.shapes(?:\.shapes)?$/;
const otherClasses = [
  "AsyncInferenceConfig",
  "Endpoint",
  "FeatureGroup",
  "Image",
  "InferenceRecommendationsJob",
  "Job",
  "ModelPackage",
  "MonitoringSchedule",
  "Parameter",
  "Pipeline",
  "TransformJob",
];
