import { roleLacksVpcActions } from "../../../core/src/rules/role-lacks-vpc-actions.js";
import { environmentOf } from "../../support/account-facts.js";
import { allow, policyOf, roleFacts } from "../../support/role-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const nine = [
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:DeleteNetworkInterface*",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeVpcs",
  "ec2:DescribeDhcpOptions",
  "ec2:DescribeSubnets",
  "ec2:DescribeSecurityGroups",
];
const facts = roleFacts(twoVpcs, {
  Policies: {
    Nine: allow(nine),
    Bound: allow(["s3:*", "sagemaker:*"]),
    Interfaces: allow("ec2:CreateNetworkInterface*", "arn:aws:ec2:us-east-1:111122223333:subnet/*"),
  },
  Roles: {
    All: { inline: { ec2: allow("ec2:*") } },
    Admin: { inline: { admin: allow("*") } },
    Listed: { attached: ["Nine"] },
    Narrow: { attached: ["Interfaces"], inline: { rest: allow("ec2:D*") } },
    Conditional: {
      inline: { ec2: allow("ec2:*", "*", { Condition: { StringEquals: { "ec2:Vpc": "arn:of:a:vpc" } } }) },
    },
    Here: {
      inline: {
        ec2: allow("ec2:*", "*", { Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } } }),
      },
    },
    There: {
      inline: {
        ec2: allow("ec2:*", "*", { Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } }),
      },
    },
    None: { inline: { data: allow("s3:*") } },
    Describes: { inline: { ec2: allow("ec2:Describe*") } },
    Bounded: { attached: ["Nine"], boundary: "Bound" },
    Denied: {
      attached: ["Nine"],
      inline: { guard: policyOf({ Sid: "NoNetwork", Effect: "Deny", Action: "ec2:Create*", Resource: "*" }) },
    },
  },
});
const job = (
  role: string,
  network = `"VpcConfig": {"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}`,
) =>
  `sm.create_model(ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/${role}", **{${network}})`;
const mark = (role: string, message: string) => {
  const arn = `"arn:aws:iam::111122223333:role/${role}"`;
  return `${job(role)}\n# ${" ".repeat(job(role).indexOf(arn) - 2)}${"^".repeat(arn.length)} ${message}`;
};

testRule(roleLacksVpcActions, {
  environment: environmentOf(facts),
  prelude: `import boto3\nsm = boto3.client("sagemaker")\n`,
  valid: {
    "ec2:*": job("All"),
    everything: job("Admin"),
    "the nine": job("Listed"),
    "on the account's subnets": job("Narrow"),
    "on a condition that is not known": job("Conditional"),
    "in this region": job("Here"),
    "no VPC": job("None", ""),
    "subnets known only when the notebook runs": job("None", `"VpcConfig": network()`),
  },
  invalid: {
    "none of them": {
      code: mark(
        "None",
        "The job is in a VPC, but role None may not do any of the nine actions of EC2 that this needs: no policy of role None allows it",
      ),
      output: null,
    },
    "some of them": {
      code: mark(
        "Describes",
        "The job is in a VPC, but role Describes may not ec2:CreateNetworkInterface and 3 more of the nine actions that this needs: no policy of role Describes allows it",
      ),
    },
    "in another region": {
      code: mark(
        "There",
        "The job is in a VPC, but role There may not do any of the nine actions of EC2 that this needs: no policy of role There allows it",
      ),
    },
    "a boundary": {
      code: mark(
        "Bounded",
        "The job is in a VPC, but role Bounded may not do any of the nine actions of EC2 that this needs: the boundary of role Bounded does not allow it",
      ),
    },
    "a statement that denies": {
      code: mark(
        "Denied",
        "The job is in a VPC, but role Denied may not ec2:CreateNetworkInterface and 1 more of the nine actions that this needs: statement NoNetwork of policy guard denies it",
      ),
    },
  },
});
