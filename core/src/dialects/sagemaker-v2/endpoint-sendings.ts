import type { Json } from "../../requests/request.js";
import { launch, type Sending, type Source } from "./family.js";

/*
 * What `deploy` sends besides the model. Each row was seen with the real SDK (test/sdk).
 */

const whyMade = "the SDK makes a name";

/**
 * The VPC is the model's, but where the endpoint has its model later, as an inference component; the key is that of the
 * volumes of the endpoint's instances.
 */
export const endpointConfig: Sending = {
  operation: "CreateEndpointConfig",
  methods: new Set(["deploy"]),
  shownAt: "launch",
  unlaunched: false,
  halfVpc: "botocore refuses",
  fields: [
    { path: "KmsKeyId", from: [launch("kms_key")] },
    {
      path: "AsyncInferenceConfig.OutputConfig.KmsKeyId",
      from: [launch("async_inference_config.kms_key_id")],
    },
    { path: "DataCaptureConfig.KmsKeyId", from: [launch("data_capture_config.kms_key_id")] },
    ...["VpcConfig.Subnets", "VpcConfig.SecurityGroupIds", "EnableNetworkIsolation", "ExecutionRoleArn"].map(
      (path) => ({
        path,
        from: [],
        onlyWith: [launch("endpoint_type")],
        unknown: "an endpoint of inference components takes the model's",
      }),
    ),
  ],
  filling: {
    method: "sagemaker.session.Session.endpoint_from_production_variants",
    except: ["AsyncInferenceConfig.OutputConfig.KmsKeyId", "DataCaptureConfig.KmsKeyId"],
  },
};

/**
 * Of a method that makes an endpoint.
 *
 * @param name The argument that names it.
 * @param config The argument that names its configuration, which else has the same name.
 * @param incomplete Names that the SDK completes when it runs; an empty one is none.
 */
export function endpoint(method: string, name: string, config = name, incomplete = ""): Sending {
  const convert = (value: Json) => (value === "" || value === incomplete ? undefined : value);
  return {
    operation: "CreateEndpoint",
    methods: new Set([method]),
    shownAt: "launch",
    unlaunched: false,
    halfVpc: "botocore refuses",
    fields: [
      { path: "EndpointName", from: [launch(name)], unknown: whyMade, convert },
      { path: "EndpointConfigName", from: [launch(config)], unknown: whyMade, convert },
    ],
  };
}

/** Of a method that gives an endpoint which is there another configuration, as a rule one that is made for it. */
export function endpointUpdate(
  method: string,
  name: readonly Source[],
  config: readonly Source[] = [],
): Sending {
  return {
    ...endpoint(method, ""),
    operation: "UpdateEndpoint",
    fields: [
      { path: "EndpointName", from: name, unknown: "it is the name of the endpoint that is there" },
      { path: "EndpointConfigName", from: config, unknown: whyMade },
    ],
  };
}

const updates = launch("update_endpoint");

/**
 * What `deploy` sends besides model and configuration: a new endpoint, or an update of the one that is there.
 *
 * @param incomplete A name that the SDK completes.
 */
export function endpointOrUpdate(incomplete?: string): readonly Sending[] {
  const name = "endpoint_name";
  return [
    { ...endpoint("deploy", name, name, incomplete), onlyWhere: { source: updates, is: false } },
    { ...endpointUpdate("deploy", [launch(name)]), onlyWhere: { source: updates, is: true } },
  ];
}

/** All that `deploy` sends of an endpoint. */
export const endpointSendings: readonly Sending[] = [endpointConfig, ...endpointOrUpdate()];
