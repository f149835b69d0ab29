import { defineRule } from "./define-rule.js";

export const sdkDefaultsRefused = defineRule({
  id: "sdk-defaults-refused",
  severity: "error",
  needs: [],
  summary: "The SageMaker SDK refuses its defaults file",
  why: "The SDK holds config.yaml against a schema when it makes a session. What the schema does not have raises an error, and no call of the SDK gets further.",
  remedy: "Correct or remove the key in the file that the message names.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-remote-decorator-config.html",

  applies: ({ refusedDefaults }) => refusedDefaults !== undefined,

  *check({ refusedDefaults, nameSpan }) {
    if (refusedDefaults === undefined) return;
    const { file, line, problem } = refusedDefaults;
    yield { span: nameSpan, message: `The SDK refuses its defaults file, ${file}:${line}: ${problem}` };
  },
});
