import data from "./sagemaker-pyspark.json";
import { readSdkCatalog, type SdkCatalog } from "./sdk-catalog.js";

/** The SageMaker Spark SDK for Python; core/scripts/catalog/pyspark_sdk.py writes the data. */
export const pysparkSdk: SdkCatalog = readSdkCatalog(data);
