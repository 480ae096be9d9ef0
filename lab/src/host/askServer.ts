import { URLExt } from "@jupyterlab/coreutils";
import { ServerConnection } from "@jupyterlab/services";

/**
 * Asks a route of ours, over the same fetch as everything else.
 *
 * @param path below the base, such as "two-layer-net/notebooks"
 * @throws {ServerConnection.ResponseError} with the server's own message
 */
export async function askServer<T>(settings: ServerConnection.ISettings, path: string, init: RequestInit = {}): Promise<T> {
  const response = await ServerConnection.makeRequest(URLExt.join(settings.baseUrl, path), init, settings);
  if (!response.ok) throw await ServerConnection.ResponseError.create(response);
  return await response.json() as T;
}
