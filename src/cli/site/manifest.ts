/** What a page of the site is told when it is built: all paths are below the site's own folder. */
import type { SpecModel } from "../../jupyter/server/kernels/kernels.js";
import type { Overview } from "../lab/overview.js";
import type { Given } from "../run/sums.js";
import type { SiteKernel } from "./kernelFiles.js";

/** The folder of the kernel's files. */
export const KERNEL_FOLDER = "kernel";

/** A notebook as it is given out. */
export interface SeedFile {
  /** In the folder of notebooks. */
  readonly path: string;
  /** Of the file in the site. */
  readonly file: string;
  readonly size: number;
  /** In ms since 1970. */
  readonly modified: number;
  /** What the list says of it; null for what is no notebook. */
  readonly overview: Overview | null;
}

/** A part of CIFAR-10 that comes with the site. */
export interface SiteImages {
  /** How many images there are to train and validate with, and to test with. */
  readonly training: number;
  readonly test: number;
  /** By the names that the library knows: where the file is in the site, and its size. */
  readonly files: Readonly<Record<string, { readonly file: string; readonly size: number }>>;
}

export interface Manifest {
  readonly title: string;
  readonly version: string;
  /** Of the front end: its folder, and its entries below `static/`. */
  readonly frontEnd: { readonly folder: string; readonly script: string; readonly style: string };
  /** Below the folder of the kernel. */
  readonly kernel: SiteKernel;
  readonly spec: SpecModel;
  /** In reading order. */
  readonly seeds: readonly SeedFile[];
  readonly given: Given;
  readonly images: SiteImages | null;
  /** The script of the worker that looks over chosen images. */
  readonly imageWorker: string;
  readonly plotly: string;
  readonly play: string;
}
