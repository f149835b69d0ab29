import type { HeapObject } from "../python/machine.js";

/** What has a client's methods and asks AWS for nothing: the SDK's client for local mode, and mocks. */
const standIn =
  /^(?:sagemaker\.(?:core\.)?local\.(?:local_session\.)?LocalSagemakerClient|(?:unittest\.)?mock\.(?:\w*Mock|create_autospec))$/;

/** Undefined: the path is none of them. What a mock has, and what its methods give, is a mock. */
export function standInOf(path: string): HeapObject | undefined {
  return standIn.test(path) ? { kind: "instance", type: path, members: new Map(), open: false } : undefined;
}
