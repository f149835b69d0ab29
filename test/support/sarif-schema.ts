import { createRequire } from "node:module";
import Ajv from "ajv";

const require = createRequire(import.meta.url);

/**
 * What the JSON Schema of SARIF 2.1.0 says against a log, as OASIS publishes it; the package is there for this file of it.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifProblems(log: unknown): readonly string[] {
  const isValid = validate(log) as boolean;
  return isValid
    ? []
    : (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ""}`);
}

const ajv = new Ajv({ schemaId: "id", meta: false, allErrors: true });
// The schema is of draft 4
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json") as object);
const validate = ajv.compile(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json") as object);
