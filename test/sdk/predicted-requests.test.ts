import assert from "node:assert/strict";
import type { JobRequest } from "../../core/src/requests/request.js";
import { compareRequest, requestsAt, stepAt } from "./compare-request.js";
import { settingsOf } from "../../core/src/requests/settings.js";
import { afterFix, readFixRecordings, writtenBy } from "./fix-recordings.js";
import { checkInWorld, eachFix, mend, type Change } from "./mend.js";
import { statesOf, withDefinition } from "./pipeline-steps.js";
import {
  memberAt,
  readCases,
  readFixed,
  readRecording,
  toCase,
  type RecordedRequest,
  type Recording,
  type SdkCase,
} from "./sdk-case.js";
import { expectChangedOnly, expectNewValues } from "./expect-changed-only.js";

describe("requests are predicted as the real SDK sends them", () => {
  for (const one of readCases()) {
    it(one.name, () => {
      compareWithRecording(one, one.name);
    });
  }
});

describe("after the fixes the real SDK sends the new values and else the same", () => {
  for (const one of readCases()) {
    it(one.name, () => {
      const { text, changes } = mend(one);
      const recorded = readFixed(one.name);
      if (text === one.text) {
        assert.equal(
          recorded,
          undefined,
          "nothing to fix, but there is a recording of fixes; run npm run test:sdk",
        );
        return;
      }
      assert.equal(text, recorded, "the fixes write something else than was recorded; run npm run test:sdk");

      const after = readRecording(`${one.name}.fixed`);
      const before = readRecording(one.name);
      const sendsNothing = before.error !== null && before.requests.length === 0;
      assert.ok(after.requests.length > 0 || sendsNothing, "the fixed snippet sends nothing");
      const mendsHalf = checkInWorld(one).findings.some(
        ({ rule, fixes }) => rule === "vpc-config-incomplete" && fixes.length > 0,
      );
      // Half a VPC is whole now; what the fixes do not concern is refused as before.
      const refusal = mendsHalf ? undefined : before.error?.type;
      if (after.error !== null) assert.equal(after.error.type, refusal);
      expectNewValues(before, after, changes);
      expectChangedOnly(before, after, changes);
      compareWithRecording(fixedCase(one, text, changes), `${one.name}.fixed`);
    });
  }
});

describe("after each fix alone the real SDK sends its values and else the same", () => {
  const unrecorded = new Set<string>();

  for (const one of readCases()) {
    it(one.name, () => {
      const recordings = readFixRecordings(one.name);
      const byEdits = new Map(recordings.map((recording) => [writtenBy(recording), recording]));
      const before = readRecording(one.name);
      for (const fixed of eachFix(one)) {
        const { text, changes, titles, files } = fixed;
        const recording = byEdits.get(writtenBy(fixed));
        if (!recording) {
          unrecorded.add(one.name);
          continue;
        }
        const after = afterFix(recording, before);
        try {
          expectNewValues(before, after, changes);
          expectChangedOnly(before, after, changes);
          compareRecording(fixedCase(one, text, changes, files), after);
        } catch (error) {
          throw new Error(`“${titles.join("”, “")}”, which makes\n${text}`, { cause: error });
        }
      }
    });
  }

  it("which is recorded of every fix", () => {
    const names = [...unrecorded].join(" ");
    assert.equal(names, "", `run npm run test:sdk -- --update ${names}`);
  });
});

/** What a fix sets is known then, unless it leaves what a branch has. */
function fixedCase(
  { name }: SdkCase,
  text: string,
  changes: readonly Change[],
  files?: ReadonlyMap<string, string>,
): SdkCase {
  const fixed = toCase(name, text, files);
  const set = changes.filter(({ onlyWhereMissing }) => !onlyWhereMissing);
  const dynamic = [...fixed.dynamic].filter(
    (one) => !set.some(({ operation, path }) => one === path || one === `${operation}.${path}`),
  );
  return { ...fixed, dynamic: new Set(dynamic) };
}

/** What is predicted of operations that have none of the settings. */
const others: ReadonlySet<string> = new Set(["CreatePipeline", "CreateEndpoint", "UpdateEndpoint"]);

function compareWithRecording(one: SdkCase, name: string): void {
  compareRecording(one, readRecording(name));
}

function compareRecording(one: SdkCase, { requests, error }: Recording): void {
  const predicted = checkInWorld(one).requests;
  const sent = requests.filter(({ refused }) => refused === undefined);
  for (const recorded of sent) {
    if (recorded.operation === "CreateStateMachine") compareStates(recorded, predicted, one);
    if (settingsOf(recorded.operation) === undefined && !others.has(recorded.operation)) continue;
    for (const request of requestsAt(predicted, recorded, one.notebook)) {
      compareRequest(request, recorded, one.dynamic, one.known);
      compareJob(request, recorded, predicted, one);
      assert.equal(request.refused, undefined, "predicted as refused, but the SDK sends it");
    }
  }
  if (error === null) {
    assert.ok(sent.length > 0, "the recording has no request");
    return;
  }
  const failing = requestsAt(predicted, error, one.notebook);
  const refusals = failing.flatMap(({ refused, sometimesRefused }) => refused ?? sometimesRefused ?? []);
  assert.deepEqual([...new Set(refusals.map((refusal) => refusal.error))], [error.type]);
  // What botocore says is predicted word by word where nothing stands between it and the author, and what Python says
  if (failing.every(({ client }) => client === "boto3") || ofPython.test(error.message))
    for (const { message } of refusals) assert.equal(message, error.message);
}

/** Arguments that do not fit a signature. */
const ofPython =
  /unexpected keyword argument|missing \d+ required positional|takes .* positional argument|multiple values for/;

/** Each state that asks SageMaker for something is predicted, by its name. */
function compareStates(recorded: RecordedRequest, predicted: readonly JobRequest[], one: SdkCase): void {
  for (const { name, request } of statesOf(recorded)) {
    const own = predicted.filter(
      ({ client, step, operation }) =>
        client === "stepfunctions" && step?.name === name && operation === request.operation,
    );
    assert.ok(own.length > 0, `no ${request.operation} is predicted for the state ${name}`);
    for (const job of own) compareRequest(job, request, one.dynamic);
  }
}

/** The job of a pipeline's step, as it is listed at the call that has its settings. */
function compareJob(
  { step, judgedAt, part = "" }: JobRequest,
  recorded: RecordedRequest,
  predicted: readonly JobRequest[],
  one: SdkCase,
): void {
  if (!step || !judgedAt) return;
  const own = predicted.find(
    (request) =>
      request.operation === step.operation &&
      (request.part ?? "") === part.slice(step.at.length) &&
      JSON.stringify(request.span) === JSON.stringify(judgedAt),
  );
  assert.ok(own, `no ${step.operation} is listed where the step's object is made`);
  const definition = withDefinition(recorded.parameters);
  const parameters = memberAt(definition, stepAt(step, definition).slice(0, -1));
  compareRequest(
    own,
    { ...recorded, operation: own.operation, parameters: parameters as RecordedRequest["parameters"] },
    one.dynamic,
  );
}
