import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { lastName } from "../../dotted-path.js";
import { toJson } from "../../requests/field-of.js";
import type { JobRequest, UnsentSetting } from "../../requests/request.js";
import type { Value } from "../../python/value.js";
import { argumentsByName } from "../arguments-by-name.js";
import { joinRequests } from "../call-of.js";
import type { Dialect } from "../dialect.js";
import { sentAsText } from "../sent-as-text.js";
import { constructorCall, Constructions, type Construction } from "../sagemaker-v2/construction.js";
import { objectsIn } from "../sagemaker-v2/objects-in.js";
import { readRequest } from "../sagemaker-v2/read-request.js";
import type { Launch } from "../sagemaker-v2/sent.js";
import { sagemakerV2Dialect } from "../sagemaker-v2/sagemaker-v2.js";
import { subjectsOf } from "../sagemaker-v2/subjects.js";
import { isTruthy, memberOf, valueAt } from "../sagemaker-v2/values.js";
import { familyOf } from "../sagemaker-v2/family-of.js";
import { stateKinds, type StateKind } from "./steps.js";
import { isState, statePrefix } from "./is-state.js";

/** The AWS Step Functions Data Science SDK: each step is a request that the state machine makes when it runs. */
export const stepFunctionsDialect: Dialect = {
  read(records) {
    if (!records.some(isState)) return [];
    const constructions = new Constructions(records);
    const launches = records.flatMap((record) =>
      record.kind === "invocation" && record.type.startsWith("stepfunctions.workflow.")
        ? [record.site.span]
        : [],
    );
    return joinRequests(
      records.filter(isState).flatMap((record) =>
        read(record, constructions).map((request) => ({
          ...request,
          launches,
          step: { at: "", operation: request.operation, ...nameOf(record) },
        })),
      ),
    );
  },
  write: (request, changes, notebook, surroundings) =>
    sagemakerV2Dialect.write(request, changes, notebook, surroundings),
};

function read(record: Construction, constructions: Constructions): readonly JobRequest[] {
  const name = record.type.slice(statePrefix.length);
  const now = record.self;
  if (now.kind !== "object") return [];
  const call = constructorCall(record);
  const given = argumentsByName(sagemakerSdk.classOf(record.type), record.arguments);
  const launch: Launch = { call, given };
  const rows = stateKinds.filter(({ type }) => type === name);
  const own = rows.find((row) => row.object === undefined);
  if (own) {
    const updates = isTruthy(given.get("update")) === true;
    const sending = updates ? { ...own.sending, operation: "UpdateEndpoint" } : own.sending;
    return [
      shown(
        readRequest(
          { sending, subject: { now, construction: record }, shown: call, name, launch, sender: now },
          constructions,
        ),
      ),
    ];
  }
  const [object, ...others] = objectsIn(now.members.get(rows[0]?.object ?? ""));
  const row = rows.find(({ of }) => of === undefined || (object && sagemakerSdk.isA(object.type, of)));
  if (!row) return [];
  if (!object || others.length > 0 || !familyOf(object.type))
    return [unknownRequest(row, record, name, launch, constructions)];
  const made = constructions.of(object);
  return subjectsOf(row.sending, object, made, constructions).map(({ part, ...subject }) => {
    const request = readRequest(
      {
        sending: row.sending,
        subject,
        shown: call,
        name,
        launch,
        sender: object,
        ...(part === undefined ? {} : { part }),
      },
      constructions,
    );
    const unsent = unsentOf(row, subject.now, given, part ?? "");
    return shown({ ...request, ...(unsent.length > 0 ? { unsent } : {}) });
  });
}

function nameOf({ self }: Construction): { readonly name?: string } {
  const id = self.kind === "object" ? self.members.get("state_id") : undefined;
  return id?.kind === "constant" && typeof id.data === "string" ? { name: id.data } : {};
}

function shown(request: JobRequest): JobRequest {
  const { part, ...rest } = sentAsText(request);
  return {
    ...rest,
    client: "stepfunctions",
    // Unlike the SageMaker SDK's, a single definition has its instances where the API's own reference has them
    ...(!part?.includes("[") ? {} : { part }),
  };
}

function unsentOf(
  { unsent, sending }: StateKind,
  object: Value,
  given: ReadonlyMap<string, Value>,
  part: string,
): readonly UnsentSetting[] {
  if (object.kind !== "object") return [];
  return unsent.flatMap(({ setting, name, path }) => {
    const value = memberOf(object, name, familyOf(object.type));
    const instead = sending.fields.filter(
      (field) => field.path === path || field.path.startsWith(`${path}.`),
    );
    const isGiven = instead.some(({ from }) =>
      from.some(
        (source) =>
          source.of === "launch" &&
          valueAt(given.get(source.steps[0] ?? ""), source.steps.slice(1)) !== undefined,
      ),
    );
    if (isTruthy(value) !== true || isGiven) return [];
    const changes = instead.flatMap((field) => {
      const inner =
        field.path === path ? value : valueAt(value, field.path.slice(path.length + 1).split("."));
      const json = inner && toJson(inner);
      return json === undefined || json === null ? [] : [{ path: `${part}${field.path}`, value: json }];
    });
    return [
      {
        setting,
        name,
        of: lastName(object.type),
        ...(value?.span ? { span: value.span } : {}),
        ...(changes.length === instead.length ? { instead: changes } : {}),
      },
    ];
  });
}

/** The object is not known: a model that another step gives, an estimator made elsewhere. */
function unknownRequest(
  { sending: { parts, ...sending } }: StateKind,
  record: Construction,
  name: string,
  launch: Launch,
  constructions: Constructions,
): JobRequest {
  const unknown = { kind: "unknown", why: "what the step is made of is not followed" } as const;
  const names = sending.fields.flatMap(({ from }) =>
    from.flatMap(({ of, steps: [first] }) => (of === "object" && first !== undefined ? [first] : [])),
  );
  const now: Value = { kind: "object", type: "", members: new Map(names.map((one) => [one, unknown])) };
  const subject = { now, construction: undefined };
  const part = parts ? { part: parts.one.prefix } : {};
  const request = readRequest(
    { sending, subject, shown: launch.call, name, launch, sender: record.self, ...part },
    constructions,
  );
  return shown({ ...request, regionUnknown: true });
}
