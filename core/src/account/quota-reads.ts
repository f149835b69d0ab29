import { lives, type Read } from "./read.js";

/** SageMaker has thousands of quotas, whose codes say nothing: they are found by their names, in pages of 100. */
const byName = {
  service: "service-quotas",
  ask: { by: "search", members: ["QuotaName"] },
  input: { ServiceCode: "sagemaker" },
  items: "Quotas",
  pick: ["QuotaName", "QuotaCode", "Value"],
  absent: [],
  pages: { size: 100, sizeParameter: "MaxResults", from: "NextToken", to: "NextToken" },
  life: lives.day,
  pace: "slow",
} as const;

/** What is asked of Service Quotas. The id is a quota's name: `ml.p3.2xlarge for training job usage`. */
export const quotaReads: readonly Read[] = [
  {
    // Of quotas that were never changed AWS may give the default only
    kind: "quota",
    ...byName,
    operation: "ListServiceQuotas",
    action: "servicequotas:ListServiceQuotas",
  },
  {
    kind: "defaultQuota",
    ...byName,
    operation: "ListAWSDefaultServiceQuotas",
    action: "servicequotas:ListAWSDefaultServiceQuotas",
  },
];
