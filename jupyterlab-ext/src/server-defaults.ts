import type { FileAnswer, SdkDefaultsPlaces } from "@sagemaker-preflight/core";
import { askServer } from "./ask-server.js";

/** Where the SageMaker SDK looks for its defaults on the server, and what is there. */
export interface SdkDefaults {
  readonly places: SdkDefaultsPlaces;
  readonly files: ReadonlyMap<string, FileAnswer>;
}

/** Asks the server extension. Undefined: it is not there, or of another version; nobody can say then. */
export async function readServerDefaults(): Promise<SdkDefaults | undefined> {
  const body = await askServer("sdk-defaults", isDefaults);
  return body && { places: body.places, files: new Map(Object.entries(body.files)) };
}

interface Body {
  readonly places: SdkDefaultsPlaces;
  readonly files: Readonly<Record<string, FileAnswer>>;
}

function isDefaults(body: unknown): body is Body {
  if (typeof body !== "object" || body === null || !("places" in body) || !("files" in body)) return false;
  const { places, files } = body;
  return (
    isPlaces(places) && typeof files === "object" && files !== null && Object.values(files).every(isAnswer)
  );
}

function isPlaces(places: unknown): places is SdkDefaultsPlaces {
  if (typeof places !== "object" || places === null) return false;
  return ["administrator", "user"].every((owner) => {
    const place: unknown = (places as Record<string, unknown>)[owner];
    return typeof place === "object" && place !== null && "path" in place && typeof place.path === "string";
  });
}

function isAnswer(answer: unknown): answer is FileAnswer {
  return (
    typeof answer === "object" && answer !== null && "state" in answer && typeof answer.state === "string"
  );
}
