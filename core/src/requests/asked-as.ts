import type { CredentialsSet } from "../notebook/credentials-set.js";
import type { Environment } from "../environment.js";
import type { JobRequest } from "./request.js";

/**
 * The request with what is known of who asks: facts are of one caller, and a job that is asked for with another profile
 * or with credentials of the notebook's own is judged by none of them.
 */
export function askedAs(
  request: JobRequest,
  set: CredentialsSet,
  environment: Pick<Environment, "profile" | "kernel" | "region">,
): JobRequest {
  const { profile: own, region } = environment;
  const { profile, ...rest } = request;
  if (profile !== undefined) {
    if (profile === own) return { ...request, regionUnknown: false };
    return { ...rest, profile, callerUnknown: otherProfile(`the call names the profile ${profile}`, own) };
  }
  if (request.regionUnknown) return request;
  const why = whyNotOwn(set, environment);
  if (why !== undefined) return { ...request, regionUnknown: true, callerUnknown: why };
  return request.region === undefined ? inRegionSet(request, set, region) : request;
}

/** Why the notebook asks as somebody else than the one whom the facts are of, where its calls name no session. */
export function whyNotOwn(
  { profiles, others }: CredentialsSet,
  { kernel, profile: own }: Pick<Environment, "profile" | "kernel">,
): string | undefined {
  const [variable] = others;
  if (variable !== undefined) return `the notebook sets credentials of its own (${variable})`;
  const named = profiles.find((one) => one !== own);
  if (named !== undefined) return otherProfile(`the notebook sets the profile ${named}`, own);
  if (kernel?.credentials !== undefined && profiles.length === 0)
    return `the notebook's kernel has credentials of its own (${kernel.credentials})`;
  if (kernel?.profile !== undefined && kernel.profile !== own)
    return otherProfile(`the notebook's kernel sets the profile ${kernel.profile}`, own);
  return undefined;
}

function otherProfile(who: string, own: string | undefined): string {
  return `${who}, and AWS is asked here ${own === undefined ? "without a profile" : `with the profile ${own}`}`;
}

/** The last region that the notebook sets for calls that name none. */
function inRegionSet(request: JobRequest, { regions }: CredentialsSet, own: string | undefined): JobRequest {
  let place: Pick<JobRequest, "region" | "regionUnknown"> | undefined;
  for (const { region, cell, isSure } of regions) {
    if (cell > request.nameSpan.cell) continue;
    const isSame =
      region !== undefined && region === (place?.regionUnknown === true ? undefined : (place?.region ?? own));
    if (isSame) continue;
    place =
      region !== undefined && isSure && regionName.test(region)
        ? { region, regionUnknown: false }
        : { regionUnknown: true };
  }
  if (place === undefined) return request;
  return place.regionUnknown
    ? { ...request, ...place, callerUnknown: "the region is one that the notebook sets when it runs" }
    : { ...request, ...place };
}

const regionName = /^[a-z]{2,8}(?:-[a-z]{2,12}){1,3}-\d{1,2}$/;
