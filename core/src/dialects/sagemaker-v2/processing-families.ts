import { isAbsent } from "../../requests/field-of.js";
import { pythonTypeName } from "../../requests/python-text.js";
import type { Refusal } from "../../requests/request.js";
import { processingInputs, processingOutputs } from "../structures/processing-data.js";
import {
  launch,
  object,
  type Family,
  type Mapped,
  type Raising,
  type Sending,
  type Source,
} from "./family.js";
import { processorImage, refusedImage, refusedRequestPart } from "./refusals.js";
import { roleArn } from "./role-arn.js";

/*
 * What processors of SDK 2.257.7 send. Each row was seen with the real SDK (test/sdk).
 */

/** What `run` is given. */
const given: readonly Mapped[] = [
  { path: "ProcessingInputs", from: [launch("inputs")], shape: processingInputs },
  { path: "ProcessingOutputConfig.Outputs", from: [launch("outputs")], shape: processingOutputs },
];

/** A processing job; its output key goes with the outputs, so where there are none it is not sent. */
export function processing(methods: readonly string[], outputs?: readonly Source[]): Sending {
  return { ...script(methods, outputs), waitsForLogs: true };
}

/** The `run` of scripts does not look at its logs before it sends. */
function script(methods: readonly string[], outputs?: readonly Source[]): Sending {
  return { ...unfilled(methods, outputs), filling: { method: "sagemaker.session.Session.process" } };
}

/** As the object has it, without what a session puts on the way. */
export function unfilled(methods: readonly string[], outputs?: readonly Source[]): Sending {
  return {
    operation: "CreateProcessingJob",
    methods: new Set(methods),
    shownAt: "construction",
    unlaunched: true,
    halfVpc: "botocore refuses",
    raises: refusedShapes,
    fields: [
      { path: "NetworkConfig.VpcConfig.Subnets", from: [object("network_config.subnets")] },
      {
        path: "NetworkConfig.VpcConfig.SecurityGroupIds",
        from: [object("network_config.security_group_ids")],
      },
      {
        path: "NetworkConfig.EnableNetworkIsolation",
        from: [object("network_config.enable_network_isolation")],
        forNone: false,
      },
      {
        path: "NetworkConfig.EnableInterContainerTrafficEncryption",
        from: [object("network_config.encrypt_inter_container_traffic")],
      },
      { path: "ProcessingResources.ClusterConfig.VolumeKmsKeyId", from: [object("volume_kms_key")] },
      {
        path: "ProcessingOutputConfig.KmsKeyId",
        from: [object("output_kms_key")],
        ...(outputs ? { onlyWith: outputs } : {}),
      },
      {
        path: "ProcessingResources.ClusterConfig.InstanceType",
        from: [object("instance_type")],
        sendsNone: true,
      },
      {
        path: "ProcessingResources.ClusterConfig.InstanceCount",
        from: [object("instance_count")],
        sendsNone: true,
      },
      {
        path: "ProcessingResources.ClusterConfig.VolumeSizeInGB",
        from: [object("volume_size_in_gb")],
        default: 30,
        sendsNone: true,
      },
      { path: "StoppingCondition.MaxRuntimeInSeconds", from: [object("max_runtime_in_seconds")] },
      {
        path: "AppSpecification.ImageUri",
        from: [object("image_uri")],
        leftOut: "",
        leftOutBy: ["sagemaker.spark.processing._SparkProcessorBase"],
      },
      { path: "RoleArn", from: [object("role")], convert: roleArn },
      ...(outputs ? given : []),
    ],
  };
}

/** What the constructor raises without one. */
const withoutRole = "An AWS IAM role is required to create a Processing job.";

export const networkConfigs = new Map([["network_config", "sagemaker.network.NetworkConfig"]]);

/**
 * What is given in the API's shape, and not as objects of the SDK.
 *
 * @source sagemaker 2.257.7, processing.py, _normalize_inputs and _normalize_outputs
 */
export function refusedShapes({ look }: Pick<Raising, "look">): Refusal | undefined {
  for (const [name, type] of [
    ["inputs", "ProcessingInput"],
    ["outputs", "ProcessingOutput"],
  ] as const) {
    const given = look(launch(name));
    const isPlain = given?.kind === "list" && given.items.some((one) => pythonTypeName(one) !== undefined);
    if (isPlain) return { error: "TypeError", message: `Your ${name} must be provided as ${type} objects.` };
  }
  return refusedRequestPart(look(object("network_config")));
}

/** The constructor asks its session for the region of the image. */
function refusedClarify({ look }: Raising): Refusal | undefined {
  return isAbsent(look(object("sagemaker_session")))
    ? { error: "AttributeError", message: "'NoneType' object has no attribute 'boto_region_name'" }
    : refusedShapes({ look });
}

const clarify: Family = {
  base: "sagemaker.clarify.SageMakerClarifyProcessor",
  attributes: new Map(),
  withoutRole,
  objects: networkConfigs,
  sends: [
    {
      ...processing([
        "run_pre_training_bias",
        "run_post_training_bias",
        "run_bias",
        "run_explainability",
        "run_bias_and_explainability",
      ]),
      raises: refusedClarify,
    },
  ],
};

const spark: Family = {
  base: "sagemaker.spark.processing._SparkProcessorBase",
  attributes: new Map(),
  withoutRole,
  objects: networkConfigs,
  sends: [script(["run"], [launch("outputs"), launch("spark_event_logs_s3_uri")])],
};

const processors: Family = {
  base: "sagemaker.processing.Processor",
  attributes: new Map(),
  withoutRole,
  objects: networkConfigs,
  sends: [{ ...processing(["run"], [launch("outputs")]), raises: refusedWithoutImage }],
};

const scripts: Family = {
  ...processors,
  base: "sagemaker.processing.ScriptProcessor",
  sends: [{ ...script(["run"], [launch("outputs")]), raises: refusedWithoutImage }],
};

/** Other classes choose an image of their own. */
function refusedWithoutImage(raising: Raising): Refusal | undefined {
  return ["sagemaker.processing.Processor", "sagemaker.processing.ScriptProcessor"].includes(raising.type)
    ? (refusedImage(raising, processorImage) ?? refusedShapes(raising))
    : refusedShapes(raising);
}

/** The first whose `base` a class descends from applies. */
export const processingFamilies: readonly Family[] = [clarify, spark, scripts, processors];
