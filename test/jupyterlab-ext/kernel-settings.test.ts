import assert from "node:assert/strict";
import { kernelEnvironment } from "../../jupyterlab-ext/src/kernel-settings.js";

describe("What a kernel is started with", () => {
  const cases: readonly (readonly [what: string, env: Record<string, unknown> | undefined, is: object])[] = [
    ["nothing", undefined, {}],
    ["what is not about AWS", { CUDA_VISIBLE_DEVICES: "0" }, {}],
    ["a profile", { AWS_PROFILE: "prod" }, { kernel: { profile: "prod" } }],
    [
      "two names of a profile: the older one counts",
      { AWS_PROFILE: "prod", AWS_DEFAULT_PROFILE: "dev" },
      { kernel: { profile: "dev" } },
    ],
    [
      "a profile that Jupyter fills in",
      { AWS_PROFILE: "${TEAM}" },
      { kernel: { credentials: "AWS_PROFILE" } },
    ],
    ["keys", { AWS_ACCESS_KEY_ID: "AKIA" }, { kernel: { credentials: "AWS_ACCESS_KEY_ID" } }],
    ["a region", { AWS_DEFAULT_REGION: "eu-west-1" }, { region: "eu-west-1" }],
    ["empty texts", { AWS_PROFILE: "", AWS_DEFAULT_REGION: "" }, {}],
  ];
  for (const [what, env, is] of cases)
    it(what, () => {
      assert.deepEqual(kernelEnvironment(env), is);
    });
});
