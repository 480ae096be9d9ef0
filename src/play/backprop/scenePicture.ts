/** The picture that goes with an example. */
import { flowPicture } from "./flowPicture.js";
import { networkPicture } from "./networkPicture.js";
import type { Scene } from "./scene.js";

export function scenePicture(scene: Scene, label: string): string {
  return scene.example.name === "network" ? networkPicture(scene, label) : flowPicture(scene, label);
}
