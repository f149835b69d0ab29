import { defineRule } from "./define-rule.js";

export const sdkDefaultsNotSent = defineRule({
  id: "sdk-defaults-not-sent",
  severity: "warning",
  needs: [],
  summary: "The defaults file sets what this class of the SDK does not send",
  why: "Some classes read other keys than their name suggests, or look a default up and then lose it, even where their log says that it was applied. The job runs without it.",
  remedy: "Give the settings in the call, as arguments, until the SDK sends them.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-remote-decorator-config.html",

  applies: ({ unsentDefaults }) => unsentDefaults !== undefined && unsentDefaults.length > 0,

  *check({ unsentDefaults = [], name, nameSpan }) {
    const [first] = unsentDefaults;
    if (first === undefined) return;
    const keys = unsentDefaults.map(({ key }) => key.replace("SageMaker.", ""));
    yield {
      span: nameSpan,
      message: `${name} does not send what the SDK's defaults set in ${first.file}:${first.line}: ${keys.join(", ")}`,
    };
  },
});
