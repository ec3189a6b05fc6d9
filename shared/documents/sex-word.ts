import type { Sex } from '../domain/guest.ts'

const WORDS: Readonly<Record<Sex, readonly string[]>> = {
  M: ['M', 'М', 'MALE', 'MAN', 'МУЖ', 'МУЖСКОЙ', 'МУЖЧИНА', 'ЕР', 'ЕРКЕК', 'Е'],
  F: ['F', 'Ж', 'FEMALE', 'WOMAN', 'W', 'ЖЕН', 'ЖЕНСКИЙ', 'ЖЕНЩИНА', 'ӘЙЕЛ', 'Ә'],
  X: ['X', '<', 'UNSPECIFIED'],
}

/** The sex a file or list writes in a word or letter of Russian, Kazakh or English; `undefined` for anything else. */
export function sexOfWord(text: string): Sex | undefined {
  const word = text.trim().toUpperCase().replace(/\.$/, '')
  return (Object.keys(WORDS) as Sex[]).find((sex) => WORDS[sex].includes(word))
}
