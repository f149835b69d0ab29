import { runSimulation } from "@cloud-copilot/iam-simulate";
import { startLocalServer, type LocalServer } from "./local-server.js";

/**
 * Stands before a sample account and answers `iam:SimulatePrincipalPolicy`, which moto lacks, by an independent
 * simulator on the policies given; all other calls go on to the account.
 */
export function startFakeSimulator(
  account: string,
  principal: string,
  policies: readonly { readonly name: string; readonly policy: object }[],
): Promise<LocalServer> {
  return startLocalServer(async (body) => {
    const asked = new URLSearchParams(body);
    if (asked.get("Action") !== "SimulatePrincipalPolicy") return undefined;
    return { type: "text/xml", body: await answer(asked, principal, policies) };
  }, account);
}

const decisions: Readonly<Record<string, string>> = {
  Allowed: "allowed",
  ExplicitlyDenied: "explicitDeny",
  ImplicitlyDenied: "implicitDeny",
};

async function answer(
  asked: URLSearchParams,
  principal: string,
  policies: readonly { readonly name: string; readonly policy: object }[],
): Promise<string> {
  const action = asked.get("ActionNames.member.1") ?? "";
  const resource = asked.get("ResourceArns.member.1") ?? "*";
  const given: Record<string, string | string[]> = {};
  for (let at = 1; asked.has(`ContextEntries.member.${at}.ContextKeyName`); at += 1) {
    const values: string[] = [];
    const entry = `ContextEntries.member.${at}.`;
    for (let of = 1; asked.has(`${entry}ContextKeyValues.member.${of}`); of += 1)
      values.push(asked.get(`${entry}ContextKeyValues.member.${of}`) ?? "");
    const isList = asked.get(`${entry}ContextKeyType`)?.endsWith("List") ?? false;
    given[asked.get(`${entry}ContextKeyName`) ?? ""] = isList ? values : (values[0] ?? "");
  }
  const result = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId: principal.split(":")[4] ?? "" },
        contextVariables: given,
      },
      identityPolicies: policies.map(({ name, policy }) => ({ name, policy })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  const decision = result.resultType === "error" ? "implicitDeny" : (decisions[result.overallResult] ?? "");
  const tested = new Set(JSON.stringify(policies).match(/(?:aws|sagemaker):[\w/]+(?="\s*:)/g) ?? []);
  const missing = [...tested].filter((key) => !(key in given));
  const members = (values: readonly string[]) => values.map((value) => `<member>${value}</member>`).join("");
  return `<SimulatePrincipalPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><SimulatePrincipalPolicyResult>
<IsTruncated>false</IsTruncated><EvaluationResults><member><EvalActionName>${action}</EvalActionName>
<EvalDecision>${decision}</EvalDecision><EvalResourceName>${resource}</EvalResourceName>
<MatchedStatements><member><SourcePolicyId>${policies[0]?.name ?? ""}</SourcePolicyId></member></MatchedStatements>
<MissingContextValues>${members(missing)}</MissingContextValues></member></EvaluationResults>
</SimulatePrincipalPolicyResult><ResponseMetadata><RequestId>fake</RequestId></ResponseMetadata></SimulatePrincipalPolicyResponse>`;
}
