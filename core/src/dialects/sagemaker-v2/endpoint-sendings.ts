import type { Json } from "../../requests/request.js";
import { isAbsent } from "../../requests/field-of.js";
import { isGiven } from "./values.js";
import { constant, unknown, type Shape } from "../structures/structure.js";
import { endpointKind, refusedComponent } from "./endpoint-kind.js";
import { launch, object, type Mapped, type Sending, type Source } from "./family.js";
import { refusedRequestPart } from "./refusals.js";

/*
 * What `deploy` sends besides the model. Each row was seen with the real SDK (test/sdk).
 */

/** An endpoint that has its models as components takes the settings of the first; isolation is said even if it is not. */
export function componentSettings(...attributes: readonly string[]): readonly Mapped[] {
  const paths = [
    "VpcConfig.Subnets",
    "VpcConfig.SecurityGroupIds",
    "EnableNetworkIsolation",
    "ExecutionRoleArn",
  ];
  return paths.map((path, index) => ({
    path,
    from: (attributes[index] ?? "").split(" ").map(object),
    shape: (value, { look }) => {
      const kind = endpointKind(look);
      if (kind === "model") return undefined;
      if (kind === "either") return unknown("an endpoint of inference components takes the model's");
      if (value === undefined || isAbsent(value)) {
        // A Networking without it says None
        const isSaid = path === isolation && isGiven(look(object("network"))) === false;
        return isSaid ? constant(false) : undefined;
      }
      const isName =
        path.endsWith("RoleArn") && value.kind === "constant" && !String(value.data).includes("/");
      return isName ? unknown("the SDK completes it when the notebook runs", value.span) : value;
    },
  }));
}

const isolation = "EnableNetworkIsolation";

/** What an endpoint of inference components is not given. */
export const ofModelEndpoint: Shape = (value, { look }) => {
  const kind = endpointKind(look);
  if (kind === "components" || value === undefined || isAbsent(value)) return undefined;
  return kind === "model" ? value : unknown("an endpoint of inference components has none");
};

/** The model as a component of an endpoint; one of version 3 has no name of its own. */
export function component(raises?: Sending["deployRaises"]): Sending {
  return {
    operation: "CreateInferenceComponent",
    methods: new Set(["deploy"]),
    shownAt: "launch",
    unlaunched: false,
    halfVpc: "botocore refuses",
    isSent: (look) => endpointKind(look) === "components",
    ...(raises ? { deployRaises: raises } : {}),
    fields: [
      { path: "EndpointName", from: [launch("endpoint_name")], unknown: whyMade },
      {
        path: "InferenceComponentName",
        from: [launch("inference_component_name"), object("inference_component_name")],
        unknown: whyMade,
      },
    ],
  };
}

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
  raises: ({ look }) => refusedRequestPart(look(launch("data_capture_config"))),
  fields: [
    { path: "KmsKeyId", from: [launch("kms_key")], leftOut: "", leftOutForGood: true },
    {
      path: "AsyncInferenceConfig.OutputConfig.KmsKeyId",
      from: [launch("async_inference_config.kms_key_id")],
      shape: ofModelEndpoint,
    },
    {
      path: "DataCaptureConfig.KmsKeyId",
      from: [launch("data_capture_config.kms_key_id")],
      shape: ofModelEndpoint,
    },
    {
      path: "DataCaptureConfig.EnableCapture",
      from: [launch("data_capture_config.enable_capture")],
      shape: ofModelEndpoint,
    },
    ...componentSettings(
      "vpc_config.Subnets",
      "vpc_config.SecurityGroupIds",
      "enable_network_isolation",
      "role",
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
export const endpointSendings: readonly Sending[] = [
  endpointConfig,
  ...endpointOrUpdate(),
  component(refusedComponent),
];
