/** Right programs in other styles than the solutions': loops, one line, views, sums in another order, other dtypes. */
import { affine } from "./variants/affine.js";
import { activations } from "./variants/activations.js";
import { losses } from "./variants/losses.js";
import { network } from "./variants/network.js";
import { training } from "./variants/training.js";
import type { ExerciseVariant } from "./variants/variant.js";

export const variants: readonly ExerciseVariant[] = [...affine, ...activations, ...losses, ...network, ...training];
