// A .ts file and not a .d.ts: whoever imports `words.ts` gets the types with it, whichever project checks it.
import 'i18next'
import type { ru } from './ru/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'desk'
    resources: { desk: typeof ru }
    returnNull: false
    strictKeyChecks: true
    strictInterpolationChecks: true
  }
}
