import { textsIn } from "../requests/texts-in.js";
import { defineRule } from "./define-rule.js";
import { flagOf } from "./flag-of.js";
import { fieldAt } from "./rule-request.js";

export const networkIsolationUnsupported = defineRule({
  id: "network-isolation-unsupported",
  severity: "warning",
  needs: [],
  summary: "Network isolation, for a container that needs the network",
  why: "With network isolation a container makes no network call, not even to S3, and has no AWS credentials; SageMaker's own containers for Clarify, Chainer and reinforcement learning call AWS themselves.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html",

  applies: (request) =>
    request.settings.networkIsolation !== undefined && imageInNeedOfNetwork(request) !== undefined,

  *check(request) {
    const path = request.settings.networkIsolation ?? "";
    const isOn = flagOf(request, path, { isPredicted: true });
    const image = imageInNeedOfNetwork(request);
    if (isOn === false || image === undefined) return;
    if (isOn === "cannot tell") {
      yield { cannotTell: fieldAt(request, path)?.why ?? `${path} is known only when the notebook runs` };
      return;
    }
    yield {
      span: fieldAt(request, path)?.span ?? request.nameSpan,
      message: `SageMaker's ${image} container does not work with network isolation`,
      onOneBranch: isOn === "differs",
      fixes: [
        {
          propose: "set",
          title: "Turn network isolation off",
          safety: "unsafe",
          changes: [{ path, value: false }],
        },
      ],
    };
  },
});

/** SageMaker's own images that call AWS, by their repositories. */
const images: readonly (readonly [RegExp, string])[] = [
  [/\/sagemaker-clarify-processing(?::|$)/, "Clarify"],
  [/\/sagemaker-chainer(?::|$)/, "Chainer"],
  [/\/sagemaker-rl-[a-z-]+(?::|$)/, "reinforcement learning"],
];

/** Which of SageMaker's own images the request has that does not work isolated: "Clarify". */
export function imageInNeedOfNetwork(request: Parameters<typeof textsIn>[0]): string | undefined {
  for (const { path, value } of textsIn(request)) {
    const registry = value.indexOf(".dkr.ecr.");
    if (registry < 0 || !/(?:TrainingImage|ImageUri)$/.test(path)) continue;
    const [, name] = images.find(([pattern]) => pattern.test(value.slice(registry))) ?? [];
    if (name !== undefined) return name;
  }
  return undefined;
}
