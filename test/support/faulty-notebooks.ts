import assert from "node:assert/strict";
import type { Notebook } from "../../core/src/notebook/notebook.js";

/** Jobs on the sample account with many things wrong, so that each rule that asks it has something to say or to miss. */
export function faultyNotebooks(ids: Readonly<Record<string, string>>): readonly Notebook[] {
  const id = (name: string): string => ids[name] ?? assert.fail(name);
  const subnet = (name: string) => id(`subnet.${name}`);
  const group = (name: string) => id(`securityGroup.${name}`);
  const key = (name: string) => id(`key.${name}`);
  const jobs: readonly (readonly [subnets: readonly string[], groups: readonly string[], rest: string])[] = [
    [
      [subnet("ml-prod-private-a"), subnet("ml-prod-private-b")],
      [group("sagemaker-training")],
      ', output_path="s3://ml-prod-flow-logs-111122223333/out"',
    ],
    [
      [subnet("ml-prod-private-a"), subnet("ml-prod-public-a")],
      [group("sagemaker-training")],
      keys(key("training"), key("output")),
    ],
    [
      ["subnet-00000000000000001", subnet("ml-prod-private-a")],
      ["sg-00000000000000001"],
      ', output_path="s3://a-bucket-that-is-not-there/out"',
    ],
    [
      [subnet("analytics-private-a")],
      [group("analytics"), group("analytics-only")],
      keys(key("disabled"), key("deleted")),
    ],
    [[subnet("ml-prod-private-a")], [group("analytics"), group("analytics-only")], keys(key("signing"))],
    [
      [subnet("ml-prod-private-a"), subnet("analytics-private-b")],
      [group("notebooks")],
      keys("alias/nothing"),
    ],
    [
      [subnet("ml-prod-private-b")],
      [group("notebooks")],
      `${keys("alias/sagemaker-training", "alias/aws/s3")}, encrypt_inter_container_traffic=True`,
    ],
  ];
  return jobs.map(([subnets, groups, rest], index) => ({
    uri: `job-${index}.py`,
    cells: [
      {
        kind: "code",
        language: "python",
        text: `from sagemaker.estimator import Estimator
Estimator(
    image_uri="image", role="arn:aws:iam::111122223333:role/training",
    instance_count=${index === 3 ? 4000 : 2}, instance_type="${index === 1 ? "ml.p4d.24xlarge" : "ml.m5.xlarge"}",
    subnets=${JSON.stringify(subnets)}, security_group_ids=${JSON.stringify(groups)}${rest},
).fit()
`,
      },
    ],
  }));
}

function keys(volume: string, output = ""): string {
  return `, volume_kms_key="${volume}"${output === "" ? "" : `, output_kms_key="${output}"`}`;
}
