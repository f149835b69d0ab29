import { launch, type Family } from "./family.js";

const present = "it is that of the endpoint's present configuration";

/** A predictor gives its endpoint a new configuration, made of the present one. */
export const predictors: Family = {
  base: "sagemaker.base_predictor.Predictor",
  isService: true,
  attributes: new Map(),
  objects: new Map(),
  sends: [
    {
      operation: "CreateEndpointConfig",
      methods: new Set(["update_endpoint"]),
      shownAt: "launch",
      unlaunched: false,
      halfVpc: "botocore refuses",
      fields: [
        {
          path: "KmsKeyId",
          from: [launch("kms_key")],
          unknown: present,
        },
      ],
    },
    {
      operation: "CreateEndpointConfig",
      methods: new Set(["update_data_capture_config", "enable_data_capture", "disable_data_capture"]),
      shownAt: "launch",
      unlaunched: false,
      halfVpc: "botocore refuses",
      fields: [
        { path: "KmsKeyId", from: [], unknown: present },
        {
          path: "DataCaptureConfig.KmsKeyId",
          from: [launch("data_capture_config.kms_key_id")],
          unknown: "the SDK's defaults may say it",
        },
      ],
    },
  ],
};
