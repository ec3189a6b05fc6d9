import type { TranslationOf } from '../catalogue.ts'
import type { propertySettings as source } from '../ru/property-settings.ts'

export const propertySettings = {
  title: 'Property',
  effect:
    'Name, BIN, address and phone go with every notice. What was sent stays as it was; what is still here is written anew. Covering lists printed with such guests have to be printed again.',
  saved_one: 'Saved. {{count}} notice was written anew.',
  saved_other: 'Saved. {{count}} notices were written anew.',
  savedNone: 'Saved. No notice is affected.',
  changedMeanwhile:
    'While you were editing, the property was changed in another window. Yours is not saved yet: show the new one, or write yours over it?',
  showTheirs: 'Show the new one',
  keepMine: 'Save mine over it',
  facts: {
    title: 'Not changed here',
    channel: 'Channel',
    zone: 'Time zone',
    closes: 'The day closes',
    closesAt: 'by itself, at {{time}}',
    byHand: 'by hand',
    change: 'Hour of the close: under End of day',
    version: 'Qabyl version',
    calendar: 'Calendar',
    forecast: 'forecast',
    check: 'Check the connection',
    testService:
      'The service calls itself a test service, but the property is in production: nothing counts as filed. Call the administrator.',
  },
} satisfies TranslationOf<typeof source>
