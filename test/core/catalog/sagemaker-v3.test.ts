import assert from "node:assert/strict";
import { sagemakerV3 } from "../../../core/src/catalog/sagemaker-v3.js";

describe("the catalog of the SageMaker SDK v3", () => {
  it("says which SDK it was made from", () => {
    assert.match(sagemakerV3.versions.get("sagemaker") ?? "", /^3\.\d+/);
  });

  it("knows classes by the names that a package makes only when asked", () => {
    assert.equal(
      sagemakerV3.canonicalPath("sagemaker.train.ModelTrainer"),
      "sagemaker.train.model_trainer.ModelTrainer",
    );
    assert.equal(
      sagemakerV3.canonicalPath("sagemaker.train.configs.Networking"),
      "sagemaker.core.training.configs.Networking",
    );
  });

  it("has the fields of models as parameters, by keyword only", () => {
    const networking = sagemakerV3.classOf("sagemaker.train.configs.Networking")?.parameters ?? [];
    assert.deepEqual(
      networking.map(({ name, keywordOnly }) => [name, keywordOnly]),
      [
        ["security_group_ids", true],
        ["subnets", true],
        ["enable_network_isolation", true],
        ["enable_inter_container_traffic_encryption", true],
      ],
    );
  });

  it("knows the method that submits", () => {
    const train = sagemakerV3.methodOf("sagemaker.train.ModelTrainer", "train");
    assert.equal(train?.parameters[0]?.name, "input_data_config");
  });
});
