import type { Severity } from "../report.js";
import { textsIn, type TextInRequest } from "../requests/texts-in.js";
import { defineRule } from "./define-rule.js";

export const resourceInOtherRegion = defineRule({
  id: "resource-in-other-region",
  severity: "warning",
  needs: [],
  summary: "An image or a resource of SageMaker's is in another region than the job",
  why: "SageMaker knows its own resources in one region only, and takes the image of a model from the model's region.",
  remedy: "Use the image or resource of the job's region, or run the job in theirs.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html",

  applies: (request) => textsIn(request).some((text) => placeOf(text) !== undefined),

  *check(request) {
    const { lookUpRegion, nameSpan, step, operation } = request;
    if (lookUpRegion === undefined) {
      yield { cannotTell: "in which region the job runs" };
      return;
    }
    const texts = textsIn(request);
    for (const text of texts) {
      const place = placeOf(text);
      if (place === undefined || place.region === lookUpRegion || isOfTable(text, texts)) continue;
      yield {
        span: text.span ?? nameSpan,
        severity: severityOf(place.what, step?.operation ?? operation),
        message: `The ${place.what} is in ${place.region}, but the job runs in ${lookUpRegion}`,
        onOneBranch: text.onOneBranch,
      };
    }
  },
});

/** One of several that differ by region, as in `images[region]`: the notebook takes the one of its region. */
function isOfTable({ path }: TextInRequest, texts: readonly TextInRequest[]): boolean {
  const regions = texts.filter((text) => text.path === path).map((text) => placeOf(text)?.region);
  return new Set(regions).size > 1;
}

/** Of a model's image the API says that it has to be there; of a training job's it says nothing. */
function severityOf(what: string, operation: string): Severity {
  if (what !== "image") return "warning";
  return operation === "CreateModel" ? "error" : "info";
}

/** Keys and buckets have rules of their own. */
function placeOf({
  value,
  path,
}: TextInRequest): { readonly what: string; readonly region: string } | undefined {
  if (/(?:Image|ImageUri)$/.test(path)) {
    const region = /^\d{12}\.dkr\.ecr(?:-fips)?\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com/.exec(value)?.[1];
    return region === undefined ? undefined : { what: "image", region };
  }
  if (!takesArn.test(path)) return undefined;
  const [, region, type = ""] =
    /^arn:aws[a-z-]*:sagemaker:([a-z]{2}(?:-[a-z]+)+-\d):\d{12}:([a-z-]+)\//.exec(value) ?? [];
  return region === undefined ? undefined : { what: type.replaceAll("-", " "), region };
}

/** Members whose resource the operation itself uses; in an environment or a tag an ARN is but a text. */
const takesArn = /(?:^|\.)(?:AlgorithmName|ModelPackageName|TrainingPlanArn|ModelPackageArn)$/;
