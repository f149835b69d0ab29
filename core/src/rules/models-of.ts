import type { Json } from "../requests/request.js";
import type { Span } from "../notebook/span.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

/** A model that the request names, to be found in SageMaker when it is sent. */
export interface NamedModel {
  readonly name: string;
  readonly span: Span;
}

/** The models that a transform job or an endpoint's variants are made of, as far as their names are known. */
export function modelsOf(request: RuleRequest): readonly NamedModel[] {
  if (request.step !== undefined) return [];
  switch (request.operation) {
    case "CreateTransformJob":
      return namesAt(request, "ModelName", (value) => [value]);
    case "CreateEndpointConfig":
      return namesAt(request, "ProductionVariants", (value) =>
        Array.isArray(value) ? (value as readonly Json[]).map(nameIn) : [],
      );
    default:
      return [];
  }
}

function namesAt(
  request: RuleRequest,
  path: string,
  names: (value: Json) => readonly (Json | undefined)[],
): readonly NamedModel[] {
  const field = fieldAt(request, path);
  if (field?.state !== "known" || field.value === undefined) return [];
  const span = field.span ?? request.nameSpan;
  return names(field.value).flatMap((name) =>
    typeof name === "string" && modelName.test(name) ? [{ name, span }] : [],
  );
}

function nameIn(variant: Json): Json | undefined {
  const isObject = typeof variant === "object" && variant !== null && !Array.isArray(variant);
  return isObject ? (variant as Readonly<Record<string, Json>>).ModelName : undefined;
}

const modelName = /^[a-zA-Z0-9](?:-*[a-zA-Z0-9]){0,62}$/;
