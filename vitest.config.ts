import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  // A run of mutation testing leaves a copy of the tests in its folder while it lasts.
  test: { include: ["test/**/*.test.ts"], exclude: [...configDefaults.exclude, "test/mutation/**"], testTimeout: 60_000 },
});
