import type { Images } from "../host/images";
import { download } from "./download";
import { drive } from "./drive";
import { imageChoice } from "./imageChoice";
import { languageSwitch } from "./languageSwitch";
import { pathOpener } from "./pathOpener";
import { router } from "./router";
import { saving } from "./saving";

/** What a page without a server has in place of Jupyter's own, and besides. */
export function sitePlugins(page: string, images?: Images): readonly { readonly id: string }[] {
  return [router, pathOpener, drive, download, saving, ...(page === "tree" ? [languageSwitch] : []), ...(page === "tree" && images ? [imageChoice(images)] : [])];
}
