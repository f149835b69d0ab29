import { storageOf } from "../catalog/instance-storage.js";
import { defineRule } from "./define-rule.js";
import { fieldAt } from "./rule-request.js";

export const volumeKeyOnLocalStorage = defineRule({
  id: "volume-key-on-local-storage",
  severity: "error",
  needs: [],
  summary: "A volume key for instances that keep their data on the host",
  why: "An instance type with local storage has no volume that the key could encrypt, and AWS takes no volume key for it.",
  remedy: "Leave the volume key out, or choose an instance type without local storage.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html",
  references: {
    conditionKeys: ["sagemaker:VolumeKmsKeyArn", "sagemaker:InstanceTypes"],
  },

  applies: ({ operation, settings }) =>
    refusing.has(operation) && settings.volumeKmsKeyId !== undefined && settings.instanceType !== undefined,

  *check(request) {
    const key = fieldAt(request, request.settings.volumeKmsKeyId);
    const type = fieldAt(request, request.settings.instanceType);
    if (key === undefined) return;
    if (key.state !== "known" || type?.state !== "known") {
      yield { cannotTell: key.why ?? type?.why ?? "the instance type or the key differs by branch" };
      return;
    }
    if (typeof key.value !== "string" || key.value === "" || typeof type.value !== "string") return;
    if (storageOf(type.value) !== "local") return;
    yield {
      span: key.span ?? request.nameSpan,
      message: `${type.value} has local storage, and AWS takes no volume key for it: the request is refused`,
      ...(type.span ? { related: [{ span: type.span, message: "The instance type is given here" }] } : {}),
    };
  },
});

/** Where the API says: "You can't request a VolumeKmsKeyId when using an instance type with local storage." */
const refusing: ReadonlySet<string> = new Set([
  "CreateTrainingJob",
  "CreateHyperParameterTuningJob",
  "CreateProcessingJob",
  "CreateTransformJob",
]);
