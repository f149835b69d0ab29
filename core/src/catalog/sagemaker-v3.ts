import data from "./sagemaker-v3.json";
import { readSdkCatalog, type ConvertedType, type SdkCatalog } from "./sdk-catalog.js";

/** The SageMaker Python SDK v3; core/scripts/catalog/sagemaker_v3.py writes the data. */
export const sagemakerV3: SdkCatalog = readSdkCatalog(data);

/** Members of structures that sagemaker-core sends under a name that the API does not have, by what Python calls them. */
export const misspeltMembers: ReadonlyMap<string, string> = new Map(Object.entries(data.misspelt ?? {}));

/** The type of a member of sagemaker-core's models by its name; undefined: a text, an object, or it depends on the model. */
export function convertedType(name: string): ConvertedType | undefined {
  types ??= new Map(
    convertedTypes.flatMap((type) => (data.converted?.[type] ?? []).map((one) => [one, type] as const)),
  );
  return types.get(name);
}

const convertedTypes = ["boolean", "integer", "number", "map"] as const;
let types: ReadonlyMap<string, ConvertedType> | undefined;
