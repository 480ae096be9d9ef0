import { expect, it, vi } from "vitest";
import { findPackage } from "../../src/host/node/packages.js";
import { optionalPackage } from "../../src/notebook/optionalPackage.js";

it("loads what is installed", () => {
  expect(findPackage("tslab/package.json")).toMatch(/tslab[\\/]package\.json$/);
  expect(optionalPackage<{ version: string }>("tslab/package.json", "A test").version).toBe("1.0.22");
});

it("names what is missing, and the command that installs it", () => {
  expect(findPackage("no-such-package")).toBeNull();
  expect(() => optionalPackage("no-such-package", "A figure")).toThrow(
    new Error("A figure needs the package no-such-package, which is not installed. Install it with: npm install no-such-package"),
  );
});

it.each([["jsdom", "26.1"], ["plotly.js-cartesian-dist-min", "3.7.0"], ["danfojs-node", "1.2.0"]])("names the version of %s that the code was written for", async (name, version) => {
  vi.resetModules();
  vi.doMock("#host/packages", () => ({ findPackage: () => null }));
  const { packagePath } = await import("../../src/notebook/optionalPackage.js");
  vi.doUnmock("#host/packages");
  expect(() => packagePath(name, "A figure")).toThrow(new Error(`A figure needs the package ${name}, which is not installed. Install it with: npm install ${name}@${version}`));
});
