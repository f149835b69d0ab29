import { defineRule } from "./define-rule.js";
import { flagOf } from "./flag-of.js";
import { jobWords } from "./job-words.js";
import { fieldAt } from "./rule-request.js";

export const networkIsolationOff = defineRule({
  id: "network-isolation-off",
  severity: "warning",
  needs: [],
  summary: "The containers may make network calls, and the team wants them isolated",
  why: "With network isolation the containers make no network calls and get no AWS credentials; SageMaker itself still moves the job's data. The team's policy asks for it.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html",

  applies: ({ settings }, { network }) =>
    network?.isolation === "required" && settings.networkIsolation !== undefined,

  *check(request) {
    const path = request.settings.networkIsolation ?? "";
    const isOn = flagOf(request, path, { isPredicted: true });
    if (isOn === true) return;
    if (isOn === "cannot tell") {
      yield { cannotTell: fieldAt(request, path)?.why ?? `${path} is known only when the notebook runs` };
      return;
    }
    yield {
      span: fieldAt(request, path)?.span ?? request.nameSpan,
      message: `${jobWords(request)} is not isolated from the network, which the team's policy asks for`,
      onOneBranch: isOn === "differs",
      fixes: [
        {
          propose: "set",
          title: "Isolate the containers from the network",
          safety: "unsafe", // what they download stops working
          changes: [{ path, value: true }],
        },
      ],
    };
  },
});
