import type { TranslationOf } from '../catalogue.ts'
import type { keptForms as source } from '../ru/kept-forms.ts'

export const keptForms = {
  discard: 'Clear what was typed',
  meanwhile: {
    title: 'The record changed while the form was open',
    sameDay: 'The deadline is the same: {{day}}.',
    movedDay: 'The deadline was {{from}}, now it is {{to}}.',
    newDay: 'There is a deadline now: {{day}}.',
    noDay: 'The deadline is not known yet.',
    closed: 'The notice is closed: {{state}}. No deadline runs any more.',
    todo: 'Your form is not saved yet, what you typed is still here. Check it and save – or close the form.',
    read: 'Understood',
  },
} satisfies TranslationOf<typeof source>
