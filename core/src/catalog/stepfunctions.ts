import { readSdkCatalog, type SdkCatalog } from "./sdk-catalog.js";
import data from "./stepfunctions.json";

/** The AWS Step Functions Data Science SDK; core/scripts/catalog/stepfunctions_sdk.py writes the data. */
export const stepFunctionsSdk: SdkCatalog = readSdkCatalog(data);
