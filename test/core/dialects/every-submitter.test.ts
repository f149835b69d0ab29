import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { operationNames, operationOf } from "../../../core/src/catalog/sagemaker-api.js";
import { sagemakerV2 } from "../../../core/src/catalog/sagemaker-v2.js";
import { sagemakerV3 } from "../../../core/src/catalog/sagemaker-v3.js";
import type { SdkCatalog, SdkCatalogData } from "../../../core/src/catalog/sdk-catalog.js";
import { check } from "../../../core/src/check.js";
import { noEnvironment } from "../../../core/src/environment.js";
import { familyOf } from "../../../core/src/dialects/sagemaker-v2/family-of.js";
import { stepKindOf } from "../../../core/src/dialects/sagemaker-v2/steps.js";
import { jobClassOf } from "../../../core/src/dialects/sagemaker-v3/read-job.js";

describe("what the catalogs know to submit is read", () => {
  for (const [name, catalog] of [
    ["sagemaker-v2", sagemakerV2],
    ["sagemaker-v3", sagemakerV3],
  ] as const) {
    it(`every method of the classes of ${name}`, () => {
      const file = new URL(`../../../core/src/catalog/${name}.json`, import.meta.url);
      const { classes } = JSON.parse(readFileSync(file, "utf8")) as SdkCatalogData;
      const unread = Object.keys(classes).flatMap((path) =>
        methodsOf(path, catalog, classes)
          .filter((method) => !path.endsWith("Mixin") && !isRead(path, method))
          .filter(
            (method) =>
              !sendNothing.some(([type, methods]) => methods.test(method) && catalog.isA(path, type)),
          )
          .map((method) => `${path}.${method}`),
      );
      assert.deepEqual(unread, []);
    });
  }

  it("every operation of boto3's client with such a setting, and is judged by the service model", () => {
    for (const name of operationNames()) {
      const method = operationOf(name)?.method ?? "";
      const text = `import boto3\nboto3.client("sagemaker").${method}(NoSuchMember=1)\n`;
      const { requests, findings } = check(
        { uri: "n.py", cells: [{ kind: "code", language: "python", text }] },
        noEnvironment,
      );
      assert.equal(requests[0]?.operation, name);
      assert.ok(
        findings.some(({ rule }) => rule === "parameter-unknown"),
        `${name} takes any member`,
      );
    }
  });
});

/** Own methods and those of the ancestors. */
function methodsOf(path: string, catalog: SdkCatalog, classes: SdkCatalogData["classes"]): readonly string[] {
  return [
    ...new Set(catalog.ancestors(path).flatMap((one) => Object.keys(classes[one.path]?.methods ?? {}))),
  ];
}

function isRead(path: string, method: string): boolean {
  const core = /^sagemaker\.core\.resources\.(\w+)$/;
  const resources = sagemakerV3.ancestors(path).map((one) => core.exec(one.path)?.[1]);
  if (method === "create" && resources.some((one) => one !== undefined && operationOf(`Create${one}`)))
    return true;
  const family = familyOf(path);
  return (
    family?.sends.some(({ methods }) => methods.has(method)) === true ||
    jobClassOf(path)?.launches.has(method) === true ||
    stepKindOf(path) !== undefined
  );
}

/** Class → methods that it and its descendants have, and that ask AWS for nothing which is judged; why. */
const sendNothing: readonly (readonly [string, RegExp])[] = [
  // They make an object whose own methods send, which is followed
  ["sagemaker.estimator.EstimatorBase", /^create_model$/],
  ["sagemaker.automl.automl.AutoML", /^create_model$/],
  ["sagemaker.automl.automlv2.AutoMLV2", /^create_model$/],
  ["sagemaker.tuner.HyperparameterTuner", /^best_estimator$/],
  ["sagemaker.serve.builder.model_builder.ModelBuilder", /^build$/],
  ["sagemaker.serve.model_builder.ModelBuilder", /^transformer$/],
  // They run in the notebook's own container, or only describe
  ["sagemaker.model.Model", /^tune$/],
  ["sagemaker.clarify.SageMakerClarifyProcessor", /^run$/],
  ["sagemaker.model_monitor.model_monitoring.ModelMonitor", /^run_baseline$/],
  ["sagemaker.core.model_monitor.model_monitoring.ModelMonitor", /^run_baseline$/],
  ["sagemaker.train.model_trainer.ModelTrainer", /^create_input_data_channel$/],
  // Of objects that `get` gives, whose class is not followed
  ["sagemaker.core.resources.Base", /^update$/],
  // Bases of classes that send
  ["sagemaker.train.base_trainer.BaseTrainer", /^train$/],
  // Their requests have none of these settings: which configuration an endpoint uses
  ["sagemaker.session.Session", /^update_endpoint$/],
  ["sagemaker.core.helper.session_helper.Session", /^update_endpoint$/],
  // Read as the pipeline's own request, at its construction
  ["sagemaker.workflow.pipeline.Pipeline", /^(?:create|update|upsert)$/],
  ["sagemaker.mlops.workflow.pipeline.Pipeline", /^(?:create|update|upsert)$/],
  // They read data, and start no job of SageMaker's
  ["sagemaker.mlops.feature_store.dataset_builder.DatasetBuilder", /^create$/],
  // What a monitor's execution is made of, by the SDK itself
  ["sagemaker.core.model_monitor.clarify_model_monitoring.ClarifyMonitoringExecution", /^create$/],
];
