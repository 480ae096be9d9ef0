/** Bytes of an image: 3 · 32 · 32. */
export const IMAGE_LENGTH = 3072;
