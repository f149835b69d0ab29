import { roleLacksEcrAccess } from "../../../core/src/rules/role-lacks-ecr-access.js";
import { environmentOf } from "../../support/account-facts.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { allow, policyOf, roleArn, roleFacts } from "../../support/role-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const pulling = ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"];
const token = { Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" };
const repository = (name: string) => `arn:aws:ecr:us-east-1:111122223333:repository/${name}`;
const roles = roleFacts(twoVpcs, {
  Roles: {
    Puller: { inline: { pull: allow(["ecr:GetAuthorizationToken", ...pulling]) } },
    OfTrain: {
      inline: { pull: policyOf(token, { Effect: "Allow", Action: pulling, Resource: repository("train") }) },
    },
    Token: { inline: { pull: policyOf(token) } },
    Nothing: {},
    Denied: {
      inline: {
        pull: allow("ecr:*"),
        guard: policyOf({
          Sid: "NoTrain",
          Effect: "Deny",
          Action: "ecr:BatchGetImage",
          Resource: repository("train"),
        }),
      },
    },
    Conditional: {
      inline: {
        pull: allow(["ecr:*"], "*", { Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } }),
      },
    },
  },
});
const open = { Effect: "Allow", Principal: { AWS: roleArn("Token") }, Action: pulling };
const service = { Effect: "Allow", Principal: { Service: "sagemaker.amazonaws.com" }, Action: pulling };
const images = resourceFacts(twoVpcs, {
  ImageRepositories: {
    train: {},
    shared: { policy: policyOf(open) },
    "to-service": { policy: policyOf(service) },
  },
});
const job = (role: string, repository = "train", registry = "111122223333.dkr.ecr.us-east-1.amazonaws.com") =>
  `Estimator("${registry}/${repository}:1", "${roleArn(role)}", 1, "ml.m5.large").fit()`;
const marked = (role: string, message: string) => `\
${job(role)}
#         ${"^".repeat('"111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"'.length)} ${message}`;

testRule(roleLacksEcrAccess, {
  environment: environmentOf(new Map([...roles, ...images])),
  prelude: "from sagemaker.estimator import Estimator",
  valid: {
    "a role that may pull everything": job("Puller"),
    "a role that may pull this": job("OfTrain"),
    "a role that the repository lets in": job("Token", "shared"),
    "a repository that lets SageMaker in": job("Token", "to-service"),
    "an image of AWS's": job("Nothing", "pytorch", "763104351884.dkr.ecr.us-east-1.amazonaws.com"),
    "one of another region": job("Nothing", "train", "111122223333.dkr.ecr.eu-west-1.amazonaws.com"),
    "conditions that only the running job knows": job("Conditional"),
    "a repository whose policy nobody could read": job("Token", "hidden"),
    "a role known only at run time": `Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role(), 1, "ml.m5.large").fit()`,
  },
  invalid: {
    "a role that may pull nothing": {
      code: marked(
        "Nothing",
        "Role Nothing may not ecr:GetAuthorizationToken: no policy of role Nothing allows it",
      ),
      output: null,
    },
    "a role that lacks the repository": {
      code: marked(
        "Token",
        "Role Token may not ecr:BatchCheckLayerAvailability on train: no policy of role Token allows it",
      ),
    },
    "a role that may pull another": {
      code: job("OfTrain", "shared").replace(
        /$/,
        `\n#         ${"^".repeat('"111122223333.dkr.ecr.us-east-1.amazonaws.com/shared:1"'.length)} Role OfTrain may not ecr:BatchCheckLayerAvailability on shared: no policy of role OfTrain allows it`,
      ),
    },
    "a statement that denies it": {
      code: marked(
        "Denied",
        "Role Denied may not ecr:BatchGetImage on train: statement NoTrain of policy guard denies it",
      ),
    },
  },
});
