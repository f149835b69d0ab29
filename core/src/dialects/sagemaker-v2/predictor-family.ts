import { endpointUpdate } from "./endpoint-sendings.js";
import { launch, object, type Family, type Mapped, type Sending } from "./family.js";

const present = "it is that of the endpoint's present configuration";

const captured = "DataCaptureConfig.EnableCapture";
const captureKey: Mapped = {
  path: "DataCaptureConfig.KmsKeyId",
  from: [launch("data_capture_config.kms_key_id")],
  unknown: "the SDK's defaults may say it",
};

function configuration(method: string, fields: readonly Mapped[]): Sending {
  return {
    operation: "CreateEndpointConfig",
    methods: new Set([method]),
    shownAt: "launch",
    unlaunched: false,
    halfVpc: "botocore refuses",
    fields,
  };
}

/** A predictor gives its endpoint a new configuration, made of the present one. */
export const predictors: Family = {
  base: "sagemaker.base_predictor.Predictor",
  isService: true,
  attributes: new Map(),
  objects: new Map(),
  sends: [
    configuration("update_endpoint", [
      { path: "KmsKeyId", from: [launch("kms_key")], unknown: present },
      { path: captured, from: [launch("data_capture_config_dict.EnableCapture")], unknown: present },
    ]),
    configuration("update_data_capture_config", [
      { path: "KmsKeyId", from: [], unknown: present },
      captureKey,
      { path: captured, from: [launch("data_capture_config.enable_capture")], unknown: present },
    ]),
    ...[true, false].map((isCaptured) =>
      configuration(isCaptured ? "enable_data_capture" : "disable_data_capture", [
        { path: "KmsKeyId", from: [], unknown: present },
        captureKey,
        { path: captured, from: [], default: isCaptured },
      ]),
    ),
    ...["update_endpoint", "update_data_capture_config", "enable_data_capture", "disable_data_capture"].map(
      (method) => endpointUpdate(method, [object("endpoint_name")]),
    ),
  ],
};
