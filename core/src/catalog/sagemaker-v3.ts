import data from "./sagemaker-v3.json";
import { readSdkCatalog, type SdkCatalog } from "./sdk-catalog.js";

/** The SageMaker Python SDK v3; core/scripts/catalog/sagemaker_v3.py writes the data. */
export const sagemakerV3: SdkCatalog = readSdkCatalog(data);

/** Members of structures that sagemaker-core sends under a name that the API does not have, by what Python calls them. */
export const misspeltMembers: ReadonlyMap<string, string> = new Map(Object.entries(data.misspelt ?? {}));
