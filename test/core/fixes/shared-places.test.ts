import assert from "node:assert/strict";
import { SharedPlaces } from "../../../core/src/fixes/shared-places.js";
import { check } from "../../../core/src/check.js";
import { noEnvironment } from "../../../core/src/environment.js";

describe("the places that several jobs share", () => {
  it("are looked for at the jobs of the cell only", () => {
    const cells = 200;
    const code = `from sagemaker.estimator import Estimator\nEstimator(image_uri="a", role="b").fit()`;
    const { requests } = check(
      {
        uri: "a.ipynb",
        cells: Array.from({ length: cells }, () => ({ kind: "code", language: "python", text: code })),
      },
      noEnvironment,
    );
    assert.equal(requests.length, cells);
    let looks = 0;
    const counted = requests.map(
      (request) =>
        new Proxy(request, {
          get: (target, name) => {
            if (name === "fields" || name === "places") looks++;
            return Reflect.get(target, name) as unknown;
          },
        }),
    );
    const shared = new SharedPlaces(counted);
    for (const request of counted) {
      const change = { path: "VpcConfig.Subnets", value: ["subnet-1"] };
      assert.equal(shared.isOthers(request.nameSpan, request, [change]), false);
    }
    assert.ok(looks < 10 * cells, `${looks} looks at ${cells} jobs`);
  });
});
