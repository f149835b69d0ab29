import { startLocalServer, type LocalServer } from "./local-server.js";

/** What SageMaker answers to one operation: by its parameters, or nothing, and the account itself is asked. */
export type FakeCall = (parameters: Readonly<Record<string, unknown>>) => object | undefined;

/**
 * Stands before a sample account and answers the operations that moto lacks, each by a fake of that one call; all
 * others go on to the account.
 *
 * @param fakes By operation of SageMaker's: `DescribeAutoMLJobV2`.
 */
export function startFakeCalls(
  account: string,
  fakes: Readonly<Record<string, FakeCall>>,
): Promise<LocalServer> {
  return startLocalServer((body, { headers }) => {
    const target = headers["x-amz-target"];
    const [service, operation = ""] = typeof target === "string" ? target.split(".") : [];
    const fake = service === "SageMaker" ? fakes[operation] : undefined;
    const answer = fake?.(JSON.parse(body) as Readonly<Record<string, unknown>>);
    return Promise.resolve(answer && { type: "application/x-amz-json-1.1", body: JSON.stringify(answer) });
  }, account);
}
