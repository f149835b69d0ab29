import data from "./sagemaker-v3.json";
import { readSdkCatalog, type SdkCatalog } from "./sdk-catalog.js";

/** The SageMaker Python SDK v3; core/scripts/catalog/sagemaker_v3.py writes the data. */
export const sagemakerV3: SdkCatalog = readSdkCatalog(data);
