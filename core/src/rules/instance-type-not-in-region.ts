import { storageOf } from "../catalog/instance-storage.js";
import { defineRule } from "./define-rule.js";
import { instanceTypeOf } from "./instance-count.js";
import { fieldAt } from "./rule-request.js";

export const instanceTypeNotInRegion = defineRule({
  id: "instance-type-not-in-region",
  severity: "warning",
  needs: ["instanceTypeZones"],
  summary: "EC2 does not offer the instance type anywhere in the region",
  why: "Not every region has every instance type, and old types are retired; of one that it does not have SageMaker says that it is not available in this region. SageMaker's own list is not readable; EC2's is taken.",
  remedy: "Choose another type, or run the job in a region that has it.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypeOfferings.html",
  references: {
    conditionKeys: ["sagemaker:InstanceTypes"],
  },

  applies: (request) => fieldAt(request, request.settings.instanceType) !== undefined,

  *check(request, { account }) {
    const field = fieldAt(request, request.settings.instanceType);
    const type = instanceTypeOf(request);
    if (type === undefined) {
      yield { cannotTell: field?.why ?? "which instance type the job has" };
      return;
    }
    // What is no type at all is told by the model of the service
    if (!type.startsWith("ml.") || storageOf(type) === undefined) return;
    const name = type.slice("ml.".length);
    if (account.instanceTypeZones(name).length > 0) return;
    yield {
      span: field?.span ?? request.nameSpan,
      message: `EC2 offers no ${name} in ${request.lookUpRegion ?? "the region"}, so that SageMaker probably has no ${type} there either`,
      facts: [{ kind: "instanceTypeZones", id: name, says: `EC2 offers ${name} in no zone` }],
    };
  },
});
