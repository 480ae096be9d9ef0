/** Files over the routes alone, without a server, on a folder of the disk and in memory. */
import { describe } from "vitest";
import { NodeStore } from "../../../src/jupyter/server/nodeStore.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { describeFiles } from "./contentsTable.js";
import { MemoryStore } from "./memoryStore.js";
import { StoreHost } from "./storeHost.js";

describe("files in a folder", () => void describeFiles(new StoreHost(() => new NodeStore(temporaryFolder()))));
describe("files in memory", () => void describeFiles(new StoreHost(() => new MemoryStore())));
