import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { candidates } from "../../../core/src/fixes/candidates.js";
import { environmentOf, region, type AccountContents } from "../../support/account-facts.js";
import { resourceFacts } from "../../support/resource-facts.js";

/** Twelve VPCs that would do, of which a bucket lets in one: by its endpoint, or by its own id. */
const names = Array.from({ length: 12 }, (_, index) => `v${String(index).padStart(2, "0")}`);
const account: AccountContents = {
  Subnets: names.map((name, index) => ({
    SubnetId: `subnet-${name}`,
    VpcId: `vpc-${name}`,
    AvailableIpAddressCount: 900 - index,
  })),
  SecurityGroups: names.map((name) => ({ GroupId: `sg-${name}`, VpcId: `vpc-${name}` })),
  RouteTables: names.map((name) => ({
    RouteTableId: `rtb-${name}`,
    VpcId: `vpc-${name}`,
    Associations: [{ Main: true }],
    Routes: [{ DestinationPrefixListId: "pl-s3", GatewayId: `vpce-${name}`, State: "active" }],
  })),
  VpcEndpoints: names.map((name) => ({
    VpcEndpointId: `vpce-${name}`,
    VpcId: `vpc-${name}`,
    ServiceName: `com.amazonaws.${region}.s3`,
    RouteTableIds: [`rtb-${name}`],
  })),
};

const onlyFrom = (Condition: object) => ({
  Version: "2012-10-17",
  Statement: {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::ml-data", "arn:aws:s3:::ml-data/*"],
    Condition,
  },
});

const cell = `\
import boto3
boto3.client("sagemaker").create_training_job(
    TrainingJobName="churn",
    AlgorithmSpecification={"TrainingImage": "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1", "TrainingInputMode": "File"},
    RoleArn="arn:aws:iam::111122223333:role/Training",
    OutputDataConfig={"S3OutputPath": "s3://ml-data/out"},
    ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30},
    StoppingCondition={"MaxRuntimeInSeconds": 3600},
)
`;

describe("A bucket that is closed to all but one VPC", () => {
  for (const [by, policy] of Object.entries({
    "its endpoint": onlyFrom({ StringNotEquals: { "aws:sourceVpce": "vpce-v11" } }),
    "its id": onlyFrom({ StringNotEqualsIfExists: { "aws:SourceVpc": ["vpc-v11"] } }),
  })) {
    it(`makes this VPC the first that is offered, of however many: by ${by}`, () => {
      const facts = resourceFacts(account, {
        Buckets: { "ml-data": region },
        BucketPolicies: { "ml-data": policy },
      });
      const environment = environmentOf(facts);
      const notebook = { uri: "a.py", cells: [{ kind: "code" as const, language: "python", text: cell }] };
      const { findings, requests } = check(notebook, environment);
      const titles = findings
        .find(({ rule }) => rule === "vpc-config-missing")
        ?.fixes.map(({ title }) => title);
      assert.equal(
        titles?.[0],
        "Run in vpc-v11: 1 private subnet in us-east-1a, group sg-v11, which bucket ml-data lets in",
      );
      assert.equal(titles.length, 1, "the others are refused by the bucket");
      const [request] = requests;
      assert.ok(request);
      const [best] = candidates("VpcConfig.Subnets", request, environment).candidates;
      assert.equal(best?.id, "subnet-v11");
      assert.ok(best.reasons.includes("in the VPC that bucket ml-data lets in"), best.reasons.join());
    });
  }
});
