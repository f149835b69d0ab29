import v2 from "./sdk-defaults-v2.json";
import v3 from "./sdk-defaults-v3.json";

/** What the SDK asks of a defaults file; the part of JSON Schema that it uses. */
export interface DefaultsSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, DefaultsSchema>>;
  readonly patternProperties?: Readonly<Record<string, DefaultsSchema>>;
  readonly additionalProperties?: boolean | DefaultsSchema;
  readonly required?: readonly string[];
  readonly items?: DefaultsSchema;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly definitions?: Readonly<Record<string, DefaultsSchema>>;
}

/** As core/scripts/catalog/sdk_defaults.py writes it, which explains the notation. */
export interface SdkDefaultsData {
  readonly versions: Readonly<Record<string, string>>;
  readonly schema: DefaultsSchema;
  readonly classes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly methods: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** How a method of the SDK takes a key: where nothing is given at all, or member by member. */
export interface TakenKey {
  /** `SageMaker.TrainingJob.VpcConfig` */
  readonly key: string;
  readonly how: "value" | "merge";
}

/** Where a class keeps its settings when it is not the one that callers know. */
const settingsOf: ReadonlyMap<string, string> = new Map([
  ["sagemaker.remote_function.client.remote", "sagemaker.remote_function.job._JobSettings"],
  ["sagemaker.remote_function.client.RemoteExecutor", "sagemaker.remote_function.job._JobSettings"],
  ["sagemaker.core.remote_function.client.remote", "sagemaker.core.remote_function.job._JobSettings"],
  ["sagemaker.core.remote_function.client.RemoteExecutor", "sagemaker.core.remote_function.job._JobSettings"],
  ["sagemaker.workflow.function_step.step", "sagemaker.remote_function.job._JobSettings"],
  ["sagemaker.mlops.workflow.function_step.step", "sagemaker.core.remote_function.job._JobSettings"],
]);

const catalogs: readonly SdkDefaultsData[] = [v2, v3];

/** The keys that a constructor puts where a parameter is None: parameter → key, of the nearest class that takes any. */
export function keysOfClass(paths: readonly string[]): ReadonlyMap<string, string> {
  for (const path of paths) {
    const known = settingsOf.get(path) ?? path;
    for (const { classes } of catalogs) {
      if (Object.hasOwn(classes, known)) return new Map(Object.entries(classes[known] ?? {}));
    }
  }
  return new Map();
}

/** The keys that a method takes on the way to its request: `sagemaker.session.Session.process`. */
export function keysOfMethod(path: string): readonly TakenKey[] {
  for (const { methods } of catalogs) {
    if (Object.hasOwn(methods, path)) {
      return Object.entries(methods[path] ?? {}).map(([key, how]) => ({
        key,
        how: how === "merge" ? "merge" : "value",
      }));
    }
  }
  return [];
}

/** Both major versions hold a file against the same shape, but for what their own classes read. */
export function defaultsSchema(major: "v2" | "v3"): DefaultsSchema {
  return (major === "v2" ? v2 : v3).schema;
}
