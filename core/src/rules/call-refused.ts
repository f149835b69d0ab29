import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import { sagemakerV2 } from "../catalog/sagemaker-v2.js";
import { sagemakerV3 } from "../catalog/sagemaker-v3.js";
import type { JobRequest } from "../requests/request.js";
import { defineRule } from "./define-rule.js";
import type { RuleRequest } from "./rule-request.js";

export const callRefused = defineRule({
  id: "call-refused",
  severity: "error",
  needs: [],
  summary: "The client raises an error before anything is sent",
  why: "The call does not fit the client's own rules, so that it ends in an exception and starts nothing. What the SageMaker Python SDK raises was seen with the version that is named; nothing is said where another one is installed.",
  remedy: "Write the call as the message says.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/api-and-sdk-reference.html",

  applies: (request) => isClients(request) || seenWith(request) !== undefined,

  *check(request) {
    const {
      sometimesRefused,
      halfVpc,
      refusedDefaults,
      problems,
      remarks = [],
      name,
      nameSpan,
      sdkVersion,
    } = request;
    const refused = request.refused ?? sometimesRefused;
    // Half a VPC, defaults files, and what the service model does not allow, are told with what they are about
    if (
      refused === undefined ||
      refused.ofMaker === true ||
      halfVpc !== undefined ||
      refusedDefaults !== undefined
    )
      return;
    if (refused.error === "ModuleNotFoundError") return;
    const isOfFields = refused.ofEarlierRequest !== true && refused.ofStructure !== true;
    if (refused.error === "ParamValidationError" && isOfFields)
      if (sometimesRefused === undefined || problems.length > 0) return;
    const { raisedBy = name } = refused;
    const [, raising = raisedBy] = /^(\w+)\.__init__\(\)/.exec(refused.message) ?? [];
    if (raising !== name && isToldElsewhere(request, raising, refused.raisedBy)) return;
    if (refused.error === "UnknownArgumentError" && problems.some(({ kind }) => kind === "unknown")) return;
    // Told with the assignment
    if (remarks.some((remark) => remark.kind === "overwritten method" && remark.raises)) return;
    const [line = ""] = refused.message.replace(/^Parameter validation failed:\s*/, "").split("\n");
    const said = shortened(line);
    const version = isClients(request) ? undefined : seenWith(request);
    const isSure = isClients(request) || sdkVersion?.split(".", 2).length === 2;
    yield {
      span: refused.raisedAt ?? nameSpan,
      message: `${raisedBy} raises ${refused.error}${version === undefined ? "" : ` in SDK ${version}`}: ${refused.isCaught ? `${said.replace(/\.$/, "")}, which the notebook catches` : said}`,
      ...(isSure ? {} : { severity: "warning" as const }),
      ...(sometimesRefused ? { onOneBranch: true } : {}),
    };
  },
});

/** What a constructor raises is told at its call, where that is a job of its own: not of what a job is made of, or a method makes. */
function isToldElsewhere(
  { call: { callee }, name, step }: RuleRequest,
  raising: string,
  raisedBy: string | undefined,
): boolean {
  const isMethod = callee.endsWith(`.${name}`) && !/^[A-Z]/.test(name);
  return isMethod ? raisedBy !== undefined || callee.endsWith(`.${raising}.${name}`) : step !== undefined;
}

/** botocore's own rules, which are the same in each version. */
function isClients({ client }: JobRequest): boolean {
  return client === "boto3" || client === "aws-cli";
}

/** The SDK's version that was seen to raise; undefined: another one is installed, or it does not have the class. */
function seenWith({ client, call: { callee }, name, sdkVersion }: RuleRequest): string | undefined {
  // The trainer of late version 2 is read as that of version 3
  const catalog = callee.startsWith("sagemaker.modules.") ? sagemakerV2 : catalogs[client];
  const version = catalog?.versions.get("sagemaker");
  if (catalog === undefined || version === undefined) return undefined;
  const [major, minor] = (sdkVersion ?? "").split(".");
  const [seenMajor, seenMinor] = version.split(".");
  const isOther = (major !== "" && major !== seenMajor) || (minor !== undefined && minor !== seenMinor);
  // What older versions called otherwise, callee has by its name of now
  const isThere = !/^[A-Z]/.test(name) || callee.endsWith(`.${name}`);
  return isOther || !isThere ? undefined : version;
}

const catalogs: Readonly<Partial<Record<JobRequest["client"], SdkCatalog>>> = {
  "sagemaker-v2": sagemakerV2,
  "sagemaker-v3": sagemakerV3,
};

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 197)}…` : text;
}
