import { URLExt } from "@jupyterlab/coreutils";
import { ServerConnection } from "@jupyterlab/services";

/**
 * What the server extension says at one of its endpoints. Undefined: it is not there, or of another version; nobody can say
 * then.
 */
export async function askServer<T>(
  path: string,
  isAnswer: (body: unknown) => body is T,
  server = ServerConnection.makeSettings(),
): Promise<T | undefined> {
  const url = URLExt.join(server.baseUrl, "sagemaker-preflight", path);
  try {
    const response = await ServerConnection.makeRequest(url, {}, server);
    if (!response.ok) return undefined;
    const body: unknown = await response.json();
    return isAnswer(body) ? body : undefined;
  } catch {
    return undefined;
  }
}
