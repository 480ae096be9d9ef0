import { Drive, IDefaultDrive, IServerSettings, ServerConnection, type ServiceManagerPlugin } from "@jupyterlab/services";
import { URLExt } from "@jupyterlab/coreutils";
import { pageAddress } from "../host/addresses";

/** Files have no address that the browser could ask for: what shows one, such as a picture in a text, is given its bytes. */
class PageDrive extends Drive {
  /** Of a notebook, to which texts have many links, the address of its page. */
  override async getDownloadUrl(path: string): Promise<string> {
    if (path.endsWith(".ipynb")) return pageAddress("notebooks", path);
    return URL.createObjectURL(await fileBlob(this.serverSettings, path));
  }
}

/** @throws {ServerConnection.ResponseError} if there is no such file */
export async function fileBlob(settings: ServerConnection.ISettings, path: string): Promise<Blob> {
  const response = await ServerConnection.makeRequest(URLExt.join(settings.baseUrl, "files", URLExt.encodeParts(path)), {}, settings);
  if (!response.ok) throw await ServerConnection.ResponseError.create(response);
  return response.blob();
}

export const drive: ServiceManagerPlugin<Drive> = {
  id: "@two-layer-net/lab:drive",
  autoStart: true,
  provides: IDefaultDrive,
  requires: [IServerSettings],
  activate: (_: null, serverSettings: ServerConnection.ISettings) => new PageDrive({ serverSettings }),
} as never;
