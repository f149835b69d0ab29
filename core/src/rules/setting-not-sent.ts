import { sagemakerV2 } from "../catalog/sagemaker-v2.js";
import { sagemakerV3 } from "../catalog/sagemaker-v3.js";
import type { UnsentSetting } from "../requests/request.js";
import { defineRule } from "./define-rule.js";
import type { RuleRequest } from "./rule-request.js";
import { effectsOfUnsent } from "./unsent-effects.js";

export const settingNotSent = defineRule({
  id: "setting-not-sent",
  severity: "warning",
  needs: [],
  summary: "The SDK leaves out a setting that the notebook gives",
  why: "The call reads as if the job had the setting, and the SDK says nothing: only the request shows that it is not in it.",
  source: "https://github.com/aws/sagemaker-python-sdk/",

  // The steps of state machines have a rule of their own: another SDK, another version
  applies: (request) =>
    request.unsent !== undefined && request.client !== "stepfunctions" && runsSeenVersion(request),

  *check(request) {
    const bySetting = new Map<UnsentSetting["setting"], UnsentSetting[]>();
    for (const one of request.unsent ?? [])
      bySetting.set(one.setting, [...(bySetting.get(one.setting) ?? []), one]);
    const changes = (request.unsent ?? []).flatMap(({ instead }) => instead ?? []);
    for (const [setting, parts] of bySetting) {
      const [first] = parts;
      const names = parts.map(({ name }) => name).join(" and ");
      const of = first?.of === undefined ? "" : ` of its ${first.of}`;
      yield {
        span: request.nameSpan,
        message: `${request.name} does not send ${names}${of}: ${effectsOfUnsent[setting]} (seen with sagemaker ${seenVersion(request)})`,
        related: parts.flatMap(({ span, name }) =>
          span ? [{ span, message: `${name} is given here` }] : [],
        ),
        fixes:
          changes.length === 0
            ? []
            : [
                {
                  propose: "set",
                  title: `Give ${request.name} the network of its ${first?.of ?? "trainer"}`,
                  safety: "safe",
                  changes,
                },
              ],
      };
    }
  },
});

function seenVersion({ client }: RuleRequest): string {
  return (client === "sagemaker-v2" ? sagemakerV2 : sagemakerV3).versions.get("sagemaker") ?? "";
}

/** What was seen of one major version says nothing of the other. */
function runsSeenVersion(request: RuleRequest): boolean {
  const { sdkVersion } = request;
  return sdkVersion === undefined || sdkVersion.split(".")[0] === seenVersion(request).split(".")[0];
}
