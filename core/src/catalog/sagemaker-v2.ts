import data from "./sagemaker-v2.json";
import { readSdkCatalog, type SdkCatalog } from "./sdk-catalog.js";

/** The SageMaker Python SDK v2; core/scripts/catalog/sagemaker_v2.py writes the data. */
export const sagemakerV2: SdkCatalog = readSdkCatalog(data);
