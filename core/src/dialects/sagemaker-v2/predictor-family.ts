import { launch, type Family } from "./family.js";

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
          unknown: "it is that of the endpoint's present configuration",
        },
      ],
    },
  ],
};
