import { EMPTY } from './scenes/empty.ts'
import { GUESTS } from './scenes/guests.ts'
import { IN_HOUSE } from './scenes/in-house.ts'
import { LOSS } from './scenes/loss.ts'
import { OUTAGE } from './scenes/outage.ts'
import { PAPER } from './scenes/paper.ts'
import { ROOMING } from './scenes/rooming.ts'
import type { SceneSet } from './scenes/scene.ts'
import { TRAINING } from './scenes/training.ts'

/** Every screen there is; the end of each is a photograph. A new data folder is a file in `scenes/` and a line here. */
export const SCENE_SETS: readonly SceneSet[] = [TRAINING, OUTAGE, PAPER, LOSS, ROOMING, GUESTS, IN_HOUSE, EMPTY]
