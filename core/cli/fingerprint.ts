import { createHash } from "node:crypto";
import type { FileAnswer } from "../src/files/file-answer.js";

/** SHA-256; of text, its UTF-8. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url");
}

/** The same for the same answer only. */
export function fingerprint(answer: FileAnswer): string {
  switch (answer.state) {
    case "text":
      return `text ${hashOf(answer.text)}`;
    case "unreadable":
      return `unreadable ${answer.why}`;
    case "absent":
    case "folder":
      return answer.state;
  }
}
