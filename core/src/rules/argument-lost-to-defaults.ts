import type { Span } from "../notebook/span.js";
import { defineRule } from "./define-rule.js";

export const argumentLostToDefaults = defineRule({
  id: "argument-lost-to-defaults",
  severity: "info",
  needs: [],
  summary: "None or False does not take the SDK's default away",
  why: "The SDK fills what is None from its defaults file, and an encryption flag that is False counts as not given. The call shows one thing, and the request has another.",
  remedy:
    "Change the defaults file, or give the session a configuration of its own: Session(sagemaker_config={…}).",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-remote-decorator-config.html",

  applies: ({ fields }) => [...fields.values()].some(({ origin }) => origin.from === "defaults file"),

  *check({ fields, places, setLater = [], nameSpan }) {
    const told = new Set<string>();
    for (const [path, { origin, state }] of fields) {
      if (origin.from !== "defaults file" || state !== "known") continue;
      const place = places?.get(path);
      const [step] = place?.steps ?? [];
      const keyword = typeof step === "object" ? step.keyword : step;
      const argument = place?.call.arguments.find(
        ({ name, parameter }) => keyword !== undefined && (name ?? parameter) === keyword,
      );
      const given = argument?.value.kind === "constant" ? argument.value.data : undefined;
      const isLost = given === null || given === false;
      if (!isLost && !setLater.includes(path)) continue;
      const what = isLost
        ? `${keyword}=${given === null ? "None" : "False"}`
        : `What is assigned for ${path} later`;
      const span: Span = isLost && argument ? argument.span : nameSpan;
      if (told.has(what)) continue;
      told.add(what);
      yield {
        span,
        message: `${what} has no effect: the SDK's defaults set ${path} in ${origin.file}:${origin.line}`,
      };
    }
  },
});
