import { defineRule } from "./define-rule.js";
import { flagOf } from "./flag-of.js";

export const dataCaptureMissing = defineRule({
  id: "data-capture-missing",
  severity: "warning",
  needs: [],
  summary: "An endpoint does not capture its requests and answers",
  why: "Model Monitor sees drift only in what data capture has kept. The team's policy asks for it on endpoints.",
  remedy: "Give the endpoint a DataCaptureConfig with EnableCapture.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture.html",
  demand: { by: ["endpoints.dataCapture"], otherwiseSilent: true },
  references: {
    prowler: ["sagemaker_models_monitor_enabled"],
  },

  applies: ({ operation }, { endpoints }) =>
    endpoints?.dataCapture === "required" && operation === "CreateEndpointConfig",

  *check(request) {
    const isOn = flagOf(request, "DataCaptureConfig.EnableCapture", { isPredicted: false });
    if (isOn === true) return;
    if (isOn === "cannot tell") {
      yield { cannotTell: "whether the endpoint captures data" };
      return;
    }
    yield {
      span: request.nameSpan,
      message: "The endpoint captures no data, which the team's policy asks for",
      onOneBranch: isOn === "differs",
    };
  },
});
