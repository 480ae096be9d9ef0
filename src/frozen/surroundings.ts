/**
 * What the committed outputs were made with, so that anybody with CIFAR-10 gets the same: the first
 * 1000 images of each of its files, and the embedded engine, whose bits no installed library changes.
 */
export const FROZEN_ENVIRONMENT = { CIFAR10_SMALL: "1", TWO_LAYER_NET_BACKEND: "wasm" } as const;
