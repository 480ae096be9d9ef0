import { KERNEL_NAME } from "../protocol/kernelName.js";

/** What cells import nearly always. */
export const LIBRARY_MODULES = [KERNEL_NAME, `${KERNEL_NAME}/study`, `${KERNEL_NAME}/notebook`];

/** The package of tables: its declarations are longer than the library's, of which few lead to it. */
export const TABLES = "danfojs-node";
