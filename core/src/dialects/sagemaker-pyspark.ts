import type { JobRequest } from "../requests/request.js";
import type { Dialect } from "./dialect.js";
import { readFamilies } from "./sagemaker-v2/sagemaker-v2.js";

/** The SageMaker Spark SDK: no argument gives a job a network or a volume key, and rules say so all the same. */
export const sagemakerPysparkDialect: Dialect = {
  read: (records, run) =>
    readFamilies(records, run, (client) => client === "sagemaker-pyspark").map(withoutPlaces),
  write: () => undefined,
};

/** What has places can be set there and nowhere else, and what cannot be set is not missed. */
function withoutPlaces(request: JobRequest): JobRequest {
  const own = { ...request };
  delete own.places;
  return own;
}
