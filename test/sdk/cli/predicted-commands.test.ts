import assert from "node:assert/strict";
import type { JobRequest, Json } from "../../../core/src/requests/request.js";
import { isOfEach } from "../../../core/src/requests/instance-groups.js";
import { settingsOf } from "../../../core/src/requests/settings.js";
import { compareRequest } from "../compare-request.js";
import { memberAt } from "../sdk-case.js";
import {
  checkCase,
  fixedName,
  mendCase,
  readCases,
  readFixed,
  readRecording,
  textOf,
  type CliCase,
} from "./cli-case.js";

const homeRegion = "us-east-1";

describe("commands of the AWS CLI are predicted as the real one sends them", () => {
  for (const one of readCases()) {
    it(one.name, () => {
      compareWithRecording(one, one.name);
    });
  }
});

describe("after the fixes the real AWS CLI sends the new values", () => {
  for (const one of readCases()) {
    it(one.name, () => {
      const { fixed, changes } = mendCase(one);
      const recorded = readFixed(one.name);
      assert.equal(
        textOf(fixed) === textOf(one) ? undefined : textOf(fixed),
        recorded,
        "run npm run test:sdk",
      );
      if (recorded === undefined) return;
      const { requests, errors } = readRecording(fixedName(one.name));
      // What a fix does not concern is refused as before
      const stays = errors.length > 0 && readRecording(one.name).errors.length > 0;
      for (const { operation, path, value } of changes) {
        const sent = requests.filter((request) => request.operation === operation);
        if (stays && sent.length === 0) continue;
        assert.ok(sent.length > 0, `${operation} is not sent`);
        const has = sent.some(({ parameters }) => isEqual(memberAt(parameters, path), value));
        assert.ok(has, `${path} is not ${JSON.stringify(value)}`);
      }
      expectChangedOnly(one, new Set([...one.dynamic, ...changes.map(({ path }) => path)]));
      compareWithRecording(fixed, fixedName(one.name));
    });
  }
});

function compareWithRecording(one: CliCase, name: string): void {
  const { requests, errors } = readRecording(name);
  const predicted = checkCase(one).requests;
  // Of operations that have no settings of ours only those are read that are given one
  const isRead = (operation: string) =>
    settingsOf(operation) !== undefined || predicted.some((request) => request.operation === operation);
  const sent = requests.filter(({ refused, operation }) => refused === undefined && isRead(operation));
  const matched = new Set<JobRequest>();
  for (const recorded of sent) {
    const candidates = byCommand(
      predicted.filter(
        (request) => request.span.cell === recorded.cell && request.operation === recorded.operation,
      ),
    );
    const same = sent.filter(
      ({ cell, operation }) => cell === recorded.cell && operation === recorded.operation,
    );
    const parts = candidates.length === same.length ? candidates[same.indexOf(recorded)] : candidates[0];
    assert.ok(parts, `no ${recorded.operation} was predicted for cell ${recorded.cell}`);
    assert.ok(
      candidates.length === 1 || candidates.length === same.length,
      "which request is which is not known",
    );
    for (const request of parts) {
      matched.add(request);
      compareRequest(request, recorded, one.dynamic);
      if (!request.regionUnknown) assert.equal(request.region ?? homeRegion, recorded.region);
      assert.equal(request.refused, undefined, "predicted as refused, but the AWS CLI sends it");
    }
    compareFields(new Map(parts.flatMap(({ fields }) => [...fields])), recorded.parameters, one);
  }
  const refused = predicted.flatMap((request) => request.refused?.error ?? []);
  assert.deepEqual(
    refused,
    errors.map(({ error }) => error),
  );
  for (const request of predicted)
    assert.ok(matched.has(request) || request.refused, `${request.name} is not sent: ${textOf(one)}`);
}

/** The definitions of a tuning job, and the groups of a cluster, are requests of one command. */
function byCommand(requests: readonly JobRequest[]): readonly (readonly JobRequest[])[] {
  const commands = new Map<number, JobRequest[]>();
  for (const request of requests)
    commands.set(request.span.from, [...(commands.get(request.span.from) ?? []), request]);
  return requests.some(({ part }) => part !== undefined)
    ? [...commands.values()]
    : requests.map((request) => [request]);
}

/** All that is known is sent so, also what no rule speaks of. */
function compareFields(fields: JobRequest["fields"], parameters: Json, { dynamic }: CliCase): void {
  for (const [path, field] of fields) {
    if (isOfEach(path)) continue;
    assert.equal(field.state === "known", !dynamic.has(path), path);
    if (field.state === "known") assert.deepEqual(memberAt(parameters, path), field.value, path);
  }
  const leaves = [...leavesOf(parameters, "")];
  const unpredicted = leaves.filter(
    (leaf) =>
      ![...fields.keys()].some(
        (path) => leaf === path || leaf.startsWith(`${path}.`) || leaf.startsWith(`${path}[`),
      ),
  );
  assert.deepEqual(unpredicted, []);
}

function* leavesOf(value: Json, path: string): Generator<string> {
  if (Array.isArray(value) && value.some((item) => item !== null && typeof item === "object"))
    for (const [index, item] of value.entries()) yield* leavesOf(item as Json, `${path}[${index}]`);
  else if (value === null || typeof value !== "object" || Array.isArray(value)) yield path;
  else
    for (const [name, member] of Object.entries(value))
      yield* leavesOf(member, path === "" ? name : `${path}.${name}`);
}

/** Nothing but `changed` differs between what was sent before and after. */
function expectChangedOnly(one: CliCase, changed: ReadonlySet<string>): void {
  const [before, after] = [readRecording(one.name), readRecording(fixedName(one.name))];
  if (before.errors.length > 0) return;
  assert.equal(after.requests.length, before.requests.length);
  before.requests.forEach(({ parameters }, index) => {
    const now = after.requests[index]?.parameters ?? {};
    const paths = new Set([...leavesOf(parameters, ""), ...leavesOf(now, "")]);
    for (const path of paths)
      if (!changed.has(path)) assert.deepEqual(memberAt(now, path), memberAt(parameters, path), path);
  });
}

function isEqual(left: Json | undefined, right: Json): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
