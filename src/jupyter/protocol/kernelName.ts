/** The folder of our kernelspec; notebooks name their kernel by it. It is also what cells import the library by. */
export const KERNEL_NAME = "two-layer-net";
