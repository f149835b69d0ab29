import { beginningOf } from "../python/text-pattern.js";
import type { JobRequest } from "./request.js";
import type { Caller } from "./s3-locations.js";
import { textsIn, unknownsIn, type TextInRequest } from "./texts-in.js";

/** A container's image in a private registry of ECR's that the request is known to carry. */
export interface EcrImage extends Omit<TextInRequest, "value"> {
  /** 12 digits. */
  readonly registryId: string;
  readonly repository: string;
  readonly uri: string;
  readonly region: string;
  /** Absent: the author names the repository only. */
  readonly name?: { readonly digest: string } | { readonly tag: string };
}

type Carried = Pick<JobRequest, "fields" | "parameters" | "part">;

/** The images of ECR's that the request is known to carry. */
export function imagesIn(request: Carried, caller: Caller = {}): readonly EcrImage[] {
  const partly = unknownsIn(request).flatMap(({ pattern, ...one }): readonly TextInRequest[] => {
    if (pattern === undefined || !isImageMember.test(one.path)) return [];
    const { text: value, isWhole } = beginningOf(pattern, caller);
    return isWhole ? [{ ...one, value }] : [];
  });
  return [...textsIn(request), ...partly].flatMap(({ path, value: uri, span, onOneBranch }) => {
    const [, registryId, region, repository, tag, digest] = isImageMember.test(path)
      ? (form.exec(uri) ?? [])
      : [];
    if (registryId === undefined || region === undefined || repository === undefined) return [];
    const name = digest !== undefined ? { digest } : tag !== undefined ? { tag } : undefined;
    const found = { registryId, region, repository, uri, path, onOneBranch };
    return [{ ...found, ...(span ? { span } : {}), ...(name === undefined ? {} : { name }) }];
  });
}

const isImageMember = /(?:^|\.)(?:TrainingImage|ImageUri|Image)$/;

/** `111122223333.dkr.ecr.us-east-1.amazonaws.com/team/train:2` */
const form =
  /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z]{2,5}(?:-[a-z]{2,12}){1,3}-\d{1,2})\.(?:amazonaws\.com(?:\.cn)?|on\.aws)\/([a-z0-9][a-z0-9._/-]{1,255})(?::(\w[\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/;
