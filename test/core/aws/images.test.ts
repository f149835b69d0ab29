import assert from "node:assert/strict";
import {
  CreateRepositoryCommand,
  ECRClient,
  PutImageCommand,
  SetRepositoryPolicyCommand,
} from "@aws-sdk/client-ecr";
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { checkOverTheWire, type ReaderName } from "../../support/check-over-the-wire.js";
import { startSampleAccount, type SampleAccount } from "../../support/sample-account.js";

const readers: readonly ReaderName[] = ["Node", "Python"];
const pulling = ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"];

/** Jobs judged by what ECR says of their images, over the wire. */
describe("Images of the sample account", function () {
  this.timeout(180_000); // Python and moto start slowly on a busy machine
  let sample: SampleAccount;
  let digest: string;

  before(async () => {
    sample = await startSampleAccount();
    const { region, endpoint, account } = sample;
    const client = { region, endpoint, credentials: { accessKeyId: "sample", secretAccessKey: "sample" } };
    const ecr = new ECRClient(client);
    for (const repositoryName of ["team/train", "team/shared"])
      await ecr.send(new CreateRepositoryCommand({ repositoryName }));
    for (const repositoryName of ["team/train", "team/shared"]) {
      const { image } = await ecr.send(
        new PutImageCommand({
          repositoryName,
          imageTag: "1",
          imageManifest: JSON.stringify({
            schemaVersion: 2,
            mediaType: "application/vnd.docker.distribution.manifest.v2+json",
            config: {
              mediaType: "application/vnd.docker.container.image.v1+json",
              size: 1,
              digest: `sha256:${"c".repeat(64)}`,
            },
            layers: [],
          }),
        }),
      );
      digest = image?.imageId?.imageDigest ?? assert.fail();
    }
    const iam = new IAMClient(client);
    const statement = (Action: string | readonly string[], Resource = "*") => ({
      Effect: "Allow",
      Action,
      Resource,
    });
    const role = async (RoleName: string, ...Statement: readonly object[]) => {
      const Service = "sagemaker.amazonaws.com";
      const trust = { Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" };
      const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: trust });
      await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
      const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
      await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "pull", PolicyDocument }));
    };
    await role("Puller", statement("ecr:*"));
    await role("Token", statement("ecr:GetAuthorizationToken"));
    await ecr.send(
      new SetRepositoryPolicyCommand({
        repositoryName: "team/shared",
        policyText: JSON.stringify({
          Version: "2012-10-17",
          Statement: {
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${account}:role/Token` },
            Action: pulling,
          },
        }),
      }),
    );
  });
  after(() => sample.stop());

  const prelude = "from sagemaker.estimator import Estimator";
  const job = (image: string, role = "Puller", account = sample.account) =>
    `Estimator("${account}.dkr.ecr.${sample.region}.amazonaws.com/${image}", "arn:aws:iam::${sample.account}:role/${role}", 1, "ml.m5.large").fit()`;

  for (const reader of readers) {
    it(`tells which image is not there, and who may not pull it (${reader})`, async () => {
      const cells: readonly (readonly [code: string, rules: readonly string[]])[] = [
        [job("team/train:1"), []],
        [job(`team/train@${digest}`), []],
        [job("team/train:2"), ["image-not-found"]],
        [job(`team/train@sha256:${"0".repeat(64)}`), ["image-not-found"]],
        [job("team/gone:1"), ["image-not-found"]],
        [job("team/gone"), ["image-not-found"]],
        [job("team/train:1", "Token"), ["role-lacks-ecr-access"]],
        [job("team/shared:1", "Token"), []],
        [job("pytorch-training:2.0", "Token", "763104351884"), []],
      ];
      const { report, rounds } = await checkOverTheWire(
        [prelude, ...cells.map(([code]) => code)],
        sample,
        reader,
      );
      const told = cells.map(([code], index) => {
        const own = report.findings.filter(({ span }) => span.cell === index + 1);
        return [code, own.map(({ rule }) => rule).filter((rule) => /image|ecr/.test(rule))];
      });
      assert.deepEqual(told, cells);
      assert.deepEqual(
        report.gaps.filter(({ action }) => action.startsWith("ecr:")),
        [],
      );
      const late = rounds.slice(4).flatMap((round) => round.filter(({ kind }) => kind.startsWith("image")));
      assert.deepEqual(late, [], "asked after four rounds");
      const elsewhere = rounds.flat().filter(({ id }) => id.includes("763104351884"));
      assert.deepEqual(elsewhere, [], "asked of another account's registry");
    });

    it(`says what it may not look at (${reader})`, async () => {
      const denied = await startSampleAccount({ deny: ["ecr"] });
      try {
        const { report } = await checkOverTheWire([prelude, job("team/train:2")], denied, reader);
        assert.deepEqual(
          report.gaps.flatMap(({ action, why }) => (action.startsWith("ecr:") ? [`${action} ${why}`] : [])),
          ["ecr:DescribeImages denied"],
        );
        const verdict = report.verdicts[0]?.get("image-not-found");
        assert.equal(verdict?.state, "cannot tell");
      } finally {
        await denied.stop();
      }
    });
  }
});
