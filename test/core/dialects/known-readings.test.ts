import assert from "node:assert/strict";
import type { Notebook } from "@sagemaker-preflight/core";
import { sagemakerSdk } from "../../../core/src/catalog/sagemaker.js";
import { RequestReader } from "../../../core/src/dialects/read-requests.js";
import { SdkLibrary } from "../../../core/src/dialects/sdk-library.js";
import { NotebookRunner } from "../../../core/src/python/run-notebook.js";
import { Moves } from "../../../core/src/requests/moves.js";
import type { JobRequest } from "../../../core/src/requests/request.js";
import { notebookOf } from "../../support/notebooks.js";

/** Reads the requests of one notebook again and again, as a checker does. */
class Session {
  private readonly library = new SdkLibrary(sagemakerSdk, false);
  private readonly runner = new NotebookRunner(this.library, this.library);
  private readonly reader = new RequestReader();

  read(notebook: Notebook): readonly JobRequest[] {
    const run = this.runner.run(notebook);
    const { changes } = this.runner;
    return this.reader.read(run, changes && new Moves(changes)).requests;
  }
}

const setUp = `import boto3
from sagemaker.estimator import Estimator
common = {"role": "r", "image_uri": "i", "instance_type": "ml.m5.xlarge"}
sm = boto3.client("sagemaker")`;
const job = (name: string, count: string) =>
  `${name} = Estimator(instance_count=${count}, **common)\n${name}.fit()`;
const call = `sm.create_training_job(TrainingJobName="j")`;

describe("What was read of a call", () => {
  it("is not read again because another call is another, also after its places moved", () => {
    const session = new Session();
    session.read(notebookOf(setUp, job("one", "1"), job("two", "1"), call));
    // A line above what is read there: no call is another, all have a place that moved
    const moved = session.read(notebookOf(`# Set-up\n${setUp}`, job("one", "1"), job("two", "1"), call));
    const edited = session.read(notebookOf(`# Set-up\n${setUp}`, job("one", "1"), job("two", "2"), call));
    assert.equal(edited.length, 3);
    assert.equal(edited[0], moved[0]);
    assert.equal(edited[2], moved[2]);
    assert.deepEqual(
      edited.map(({ fields }) => fields.get("ResourceConfig.InstanceCount")?.value),
      [1, 2, undefined],
    );
  });

  it("has moved where it is taken over in the keystroke that changes another", () => {
    const session = new Session();
    session.read(notebookOf(setUp, `${job("one", "1")}\n${job("two", "1")}`));
    const text = `${job("one", "123")}\n${job("two", "1")}`;
    const [, two] = session.read(notebookOf(setUp, text));
    assert.equal(text.slice(two?.span.from, two?.span.to), "Estimator(instance_count=1, **common)");
    assert.deepEqual(
      two?.launches.map(({ from, to }) => text.slice(from, to)),
      ["two.fit()"],
    );
  });

  it("is read again where what it was made of is another", () => {
    const session = new Session();
    session.read(notebookOf(setUp, job("one", "1")));
    const [again] = session.read(notebookOf(setUp.replace("m5.x", "m5.2x"), job("one", "1")));
    assert.equal(again?.fields.get("ResourceConfig.InstanceType")?.value, "ml.m5.2xlarge");
  });

  it("is read again where another method of the object is called now", () => {
    const session = new Session();
    const make = `from sagemaker.model import Model\nm = Model(image_uri="i", role="r")`;
    session.read(notebookOf(make, `m.deploy(1, "ml.m5.xlarge")`));
    const requests = session.read(notebookOf(make, `m.create()\nm.deploy(1, "ml.m5.xlarge")`));
    const afresh = new Session().read(notebookOf(make, `m.create()\nm.deploy(1, "ml.m5.xlarge")`));
    assert.deepEqual(requests, afresh);
  });
});
