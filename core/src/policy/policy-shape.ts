import { settingsByOperation } from "../requests/settings.js";
import type { DemandPath } from "./team-policy.js";

/** What a place in a policy file may hold. One description for the reader and for the JSON Schema that editors use. */
export type PolicyShape =
  | {
      readonly kind: "section";
      readonly about: string;
      readonly members: Readonly<Record<string, PolicyShape>>;
      /** Without these, or with a member that means nothing, the section means nothing. */
      readonly needs?: readonly string[];
    }
  /** One word; what else may be said is nothing. */
  | { readonly kind: "word"; readonly about: string; readonly words: readonly string[] }
  | { readonly kind: "text"; readonly about: string }
  | { readonly kind: "texts"; readonly about: string }
  /** Some of these words, at least one. */
  | {
      readonly kind: "words";
      readonly about: string;
      readonly noun: string;
      readonly words: readonly string[];
    }
  /** By the id of a rule. */
  | { readonly kind: "rules"; readonly about: string };

const required = (about: string): PolicyShape => ({ kind: "word", about, words: ["required"] });
const forbidden = (about: string): PolicyShape => ({ kind: "word", about, words: ["forbidden"] });
const texts = (about: string): PolicyShape => ({ kind: "texts", about });
const section = (about: string, members: Readonly<Record<string, PolicyShape>>): PolicyShape => ({
  kind: "section",
  about,
  members,
});

/** The file's form of `TeamPolicy`. */
export const policyShape: PolicyShape = section(
  "What a team asks of its SageMaker jobs. Nothing is asked that is not set.",
  {
    network: section("Where jobs run.", {
      vpc: required("Jobs run in a VPC of yours."),
      isolation: required("The containers of jobs make no network calls."),
      trafficEncryption: required("What the instances of a job send each other is encrypted."),
      flowLogs: required("The VPC of a job, or each of its subnets, has flow logs."),
    }),
    enforcers: section("What stops jobs in your account once they are there.", {
      outsideVpc: {
        kind: "section",
        about: "Stops jobs that are not in a VPC.",
        needs: ["name"],
        members: {
          name: { kind: "text", about: "As your people know it: the name of a Lambda function." },
          operations: {
            kind: "words",
            about: "The operations whose jobs it looks at: CreateTrainingJob, when it does not say.",
            noun: "operation that makes jobs",
            words: [...settingsByOperation.keys()].filter((name) => name.startsWith("Create")),
          },
        },
      },
    }),
    encryption: section("Where jobs need a KMS key of your own.", {
      volumeKey: required("For volumes, where the instances take a key."),
      outputKey: required("For what jobs write to S3."),
    }),
    notebookInstances: section("What notebook instances may have.", {
      directInternetAccess: forbidden("An interface of SageMaker's that passes by your VPC."),
      rootAccess: forbidden("Root rights for who uses the instance."),
    }),
    studio: section("What domains of Studio may have.", {
      directInternetAccess: forbidden("A way to the internet for its apps that passes by your VPC."),
    }),
    instances: section("Which instances jobs may use.", {
      types: texts("The approved types; * stands for any text: ml.m5.*"),
    }),
    data: section("Where data may go.", {
      outputBuckets: texts("The buckets that jobs may write to; * stands for any text."),
    }),
    traceability: section("How one finds later what made a model.", {
      experiment: required("Jobs belong to an experiment, with a trial or a run."),
      tags: texts("Keys of tags that each job carries."),
    }),
    endpoints: section("What endpoints have.", {
      dataCapture: required("What an endpoint is asked and answers is kept."),
    }),
    ignoreComments: {
      kind: "word",
      about:
        "Comments in the code that keep findings quiet. forbidden: they have no effect. allowed, in the machine's policy: they have one also on what it asks for.",
      words: ["forbidden", "allowed"],
    },
    rules: { kind: "rules", about: "How grave the findings of a rule are to you; off: it is not asked." },
  },
);

/** What a file says to ask for it: `network.vpc: required`; of lists and names only where. */
export function settingText(path: DemandPath): string {
  let shape: PolicyShape | undefined = policyShape;
  for (const name of path.split(".")) shape = shape?.kind === "section" ? shape.members[name] : undefined;
  return shape?.kind === "word" ? `${path}: ${shape.words.join(" or ")}` : path;
}

export const ruleLevels = ["error", "warning", "info", "off"] as const;

/** JSON Schema of the file, for editors. @see https://json-schema.org/draft-07 */
export function policySchema(ruleIds: readonly string[]): unknown {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "SageMaker Preflight policy",
    ...schemaOf(policyShape, ruleIds),
  };
}

function schemaOf(shape: PolicyShape, ruleIds: readonly string[]): object {
  const { about: description } = shape;
  switch (shape.kind) {
    case "section": {
      const { members, needs } = shape;
      const properties = Object.entries(members).map(([name, one]) => [name, schemaOf(one, ruleIds)]);
      const schema = object(description, Object.fromEntries(properties) as object);
      return needs === undefined ? schema : { ...schema, required: needs };
    }
    case "word":
      return { description, enum: shape.words };
    case "text":
      return { description, type: "string", minLength: 1 };
    case "texts":
      return { description, type: orEmpty("array"), items: { type: "string", minLength: 1 } };
    case "words":
      return { description, type: orEmpty("array"), items: { enum: shape.words }, minItems: 1 };
    case "rules":
      return object(description, Object.fromEntries(ruleIds.map((id) => [id, { enum: ruleLevels }])));
  }
}

function object(description: string, properties: object): object {
  return { description, type: orEmpty("object"), additionalProperties: false, properties };
}

/** What is written and left empty asks nothing, and is not wrong. */
function orEmpty(type: "array" | "object"): readonly string[] {
  return [type, "null"];
}
