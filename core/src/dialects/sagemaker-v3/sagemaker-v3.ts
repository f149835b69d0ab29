import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { lastName } from "../../dotted-path.js";
import type { FieldChange, FieldPath } from "../../requests/request.js";
import type { Dialect } from "../dialect.js";
import { readFamilies, writePlaces } from "../sagemaker-v2/sagemaker-v2.js";
import type { PlacedValue } from "../write/placed-value.js";
import { stepsThrough, writeCalls } from "../write/write-call.js";
import { jobClassOf } from "./read-job.js";

/** The SageMaker Python SDK, version 3: a job is an object that holds others, sent as all of them are at its launch. */
export const sagemakerV3Dialect: Dialect = {
  read: (records, outcome) => readFamilies(records, outcome, (client) => client === "sagemaker-v3"),

  objects(records) {
    return records.flatMap((record) =>
      record.kind === "construction" && jobClassOf(record.type)
        ? [
            {
              client: "sagemaker-v3",
              name: lastName(record.type),
              span: record.site.span,
            },
          ]
        : [],
    );
  },

  write(request, changes, notebook, surroundings) {
    if (request.places) return writePlaces(request, changes, notebook, surroundings);
    const job = jobClassOf(request.call.callee);
    const isSetLater = (path: FieldPath) => request.setLater?.includes(path) === true;
    const isNotSent = ({ path }: FieldChange) =>
      isSetLater(path) && [...(job?.onlyWithOutputs ?? []), ...(job?.cannotSet ?? [])].includes(path);
    // `ModelTrainer.model_validate({…})` takes no keywords
    const { cell, from, to } = request.call.nameSpan;
    const isValidated = /(?:model_validate|parse_obj)$/.test(
      notebook.cells[cell]?.text.slice(from, to) ?? "",
    );
    if (isValidated || changes.some(isNotSent)) return undefined;
    const names = new Map(job?.mapped.map(({ from, path }) => [`${job.prefix}${path}`, from]));
    const values: PlacedValue[] = [];
    for (const { path, value, onlyWhereMissing } of changes) {
      const own = names.get(path);
      if (!own) return undefined;
      const steps = stepsThrough(own, (keywords) => job?.classes.get(keywords.join(".")));
      values.push({
        call: request.call,
        steps,
        value,
        isSetLater: isSetLater(path),
        ...(onlyWhereMissing ? { onlyWhereMissing } : {}),
      });
    }
    return writeCalls(values, notebook, {
      canonicalPath: (path) => sagemakerSdk.canonicalPath(path),
      ...(request.objects ? { held: request.objects } : {}),
      ...(surroundings ? { surroundings } : {}),
    });
  },
};
