import type { z } from 'zod'
import type { propertyInputSchema } from '#shared/contract/schemas.ts'

export type PropertyInput = z.infer<typeof propertyInputSchema>
export type Language = PropertyInput['language']

/** Nobody's: no such number was given out, the check digit is right. */
const TRAINING_BIN = '000140000002'

const WORDS: Readonly<Record<Language, Pick<PropertyInput, 'name' | 'address' | 'city' | 'department'>>> = {
  kk: {
    name: '«Мысал» қонақүйі',
    address: 'Алматы қ., Үлгі көшесі, 1',
    city: 'Алматы',
    department: 'Алматы қаласының көші-қон қызметі басқармасы (оқу)',
  },
  ru: {
    name: 'Отель «Мысал»',
    address: 'г. Алматы, ул. Образцовая, 1',
    city: 'Алматы',
    department: 'Управление миграционной службы, г. Алматы (учебное)',
  },
  en: {
    name: 'Hotel Mysal',
    address: '1 Sample Street, Almaty',
    city: 'Almaty',
    department: 'Migration Service Department, Almaty (training)',
  },
}

/** The hotel of the training folder: it does not exist, its BIN has valid check digits and belongs to nobody. */
export function sampleProperty(language: Language): PropertyInput {
  return {
    ...WORDS[language],
    bin: TRAINING_BIN,
    phone: null,
    kind: 'small_business',
    roomCount: 64,
    zone: 'Asia/Almaty',
    channel: 'migration-api',
    language,
    environment: 'training',
    alarmReading: 'strict',
    singleNameConvention: 'dash',
  }
}
