/** Names that others know by heart: notebooks that were saved, kernels, libraries of cells. */
import { expect, it } from "vitest";
import { checksType } from "../../../src/jupyter/display/checksType.js";
import { interruptEvent } from "../../../src/jupyter/display/interruptEvent.js";

it("keeps them", () => {
  expect(checksType).toBe("application/vnd.two-layer-net.checks+json");
  expect(interruptEvent).toBe("kernel:interrupt");
});
