import { defineRule } from "./define-rule.js";

export const callRefused = defineRule({
  id: "call-refused",
  severity: "error",
  needs: [],
  summary: "The client raises an error before anything is sent",
  why: "The call does not fit the client's own rules, so that it ends in an exception and starts nothing.",
  remedy: "Write the call as the message says.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/api-and-sdk-reference.html",

  // What an SDK raises depends on its version and on the defaults that it reads
  applies: ({ client }) => client === "boto3" || client === "aws-cli",

  *check({ refused, halfVpc, problems, name, nameSpan }) {
    // Half a VPC, and what the service model does not allow, are told with the argument that they are about
    if (refused === undefined || halfVpc !== undefined) return;
    if (refused.error === "ParamValidationError") return;
    if (refused.error === "UnknownArgumentError" && problems.some(({ kind }) => kind === "unknown")) return;
    const [said = ""] = refused.message.replace(/^Parameter validation failed:\s*/, "").split("\n");
    yield { span: nameSpan, message: `${name} raises ${refused.error}: ${shortened(said)}` };
  },
});

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 197)}…` : text;
}
