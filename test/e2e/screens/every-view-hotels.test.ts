import { lookAtEveryView } from './every-view.ts'
import { TRAINING } from './scenes/training.ts'
import { SCENE_SETS } from './scenes.ts'

/** All folders but the training desk, which is about as much work as they are together. */
lookAtEveryView(SCENE_SETS.filter((set) => set !== TRAINING))
