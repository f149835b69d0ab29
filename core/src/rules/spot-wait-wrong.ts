import type { Field, FieldPath } from "../requests/request.js";
import { defineRule } from "./define-rule.js";
import type { FixProposal } from "./fix-proposal.js";
import { fieldAt, isMissing, type RuleRequest } from "./rule-request.js";

export const spotWaitWrong = defineRule({
  id: "spot-wait-wrong",
  severity: "error",
  needs: [],
  summary: "A longest wait without spot instances, or one that is shorter than the job may run",
  why: "MaxWaitTimeInSeconds is the time for a spot job and its waiting together: AWS takes it only of spot jobs, and only when it is at least MaxRuntimeInSeconds.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html",

  applies: ({ operation, fields, part = "" }) =>
    operation === "CreateTrainingJob" && fields.has(`${part}${waitPath}`),

  *check(request) {
    const wait = fieldAt(request, waitPath);
    const seconds = numberIn(wait);
    if (wait === undefined || seconds === undefined) {
      yield { cannotTell: wait?.why ?? "the longest wait differs by branch" };
      return;
    }
    const spot = fieldAt(request, "EnableManagedSpotTraining");
    const at = { span: wait.span ?? request.nameSpan };
    if (spot === undefined ? isKnownWhole(request) : spot.state === "known" && spot.value === false) {
      yield {
        ...at,
        message: "MaxWaitTimeInSeconds without spot instances: AWS refuses the request",
        fixes: set("Use spot instances", "EnableManagedSpotTraining", true),
      };
      return;
    }
    const longest = numberIn(fieldAt(request, "StoppingCondition.MaxRuntimeInSeconds"));
    if (longest === undefined || seconds >= longest || spot?.value !== true) return;
    yield {
      ...at,
      message: `The job may run ${longest} s and wait only ${seconds} s, its run included: AWS refuses the request`,
      fixes: set(`Wait ${longest} s`, waitPath, longest),
    };
  },
});

const waitPath = "StoppingCondition.MaxWaitTimeInSeconds";

/** Nothing that is not known may hold the flag. */
function isKnownWhole(request: RuleRequest): boolean {
  const { parameters } = request;
  const isOpen = parameters?.kind === "dict" ? parameters.open : parameters !== undefined;
  return !isOpen && isMissing(request, "EnableManagedSpotTraining") === true;
}

function numberIn(field: Field | undefined): number | undefined {
  return field?.state === "known" && typeof field.value === "number" ? field.value : undefined;
}

function set(title: string, path: FieldPath, value: number | boolean): readonly FixProposal[] {
  return [{ propose: "set", title, safety: "unsafe", changes: [{ path, value }] }];
}
