import type { S3Location } from "../requests/s3-locations.js";
import type { RuleRequest } from "./rule-request.js";

/** The places below which the job expects its data, where they are known whole. */
export function inputPrefixesOf({ operation, step, s3Locations }: RuleRequest): readonly S3Location[] {
  // What a step reads an earlier one may write
  if (step !== undefined || !reading.has(operation)) return [];
  return s3Locations.filter(
    ({ path, use, key, isKeyOpen, isDefaultBucket }) =>
      use === "read" && key !== "" && !isKeyOpen && !isDefaultBucket && isInput.test(path),
  );
}

const isInput = /(?:^|\.)S3DataSource\.S3Uri$/;

/** The operations that AWS is known to refuse, with the words "No S3 objects found under S3 URL". */
const reading: ReadonlySet<string> = new Set(["CreateTrainingJob", "CreateHyperParameterTuningJob"]);
