import { lookAtEveryView } from './every-view.ts'
import { TRAINING } from './scenes/training.ts'

lookAtEveryView([TRAINING])
