import type { TranslationOf } from '../catalogue.ts'
import type { validation as source, fieldRules as sourceOfRules } from '../ru/validation.ts'

export const fieldRules = {
  required: 'the service wants this filled in',
  too_long: 'longer than the service takes: {{limit}} characters at most',
  wrong_letters: 'has letters that the service does not take',
  unknown_code: "this code is not in the service's list",
} satisfies TranslationOf<typeof sourceOfRules>

export const validation = {
  would_take: 'The service would take this notice. It has not been sent yet, and its deadline runs.',
  would_refuse: 'The service would refuse this notice. Its deadline runs: correct what is named below.',
  not_asked: 'The service was not asked: something is missing. The deadline runs: fill it in.',
  not_offered: 'This service does not say beforehand. The notice goes as usual, and the answer comes then.',
  no_answer: 'The service did not answer. That changes nothing for the notice: it goes as soon as there is a line.',
  held: 'The service asked to be left alone for a while and was not asked. The notice goes by itself afterwards.',
  no_line: 'Nobody has said where the service is. The deadline runs: give its address, or file by hand.',
} satisfies TranslationOf<typeof source>
