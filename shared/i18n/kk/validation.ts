import type { TranslationOf } from '../catalogue.ts'
import type { validation as source, fieldRules as sourceOfRules } from '../ru/validation.ts'

export const fieldRules = {
  required: 'қызмет мұны толтыруды талап етеді',
  too_long: 'қызмет қабылдайтыннан ұзын: ең көбі {{limit}} таңба',
  wrong_letters: 'қызмет қабылдамайтын әріптер бар',
  unknown_code: 'бұл код қызметтің тізімінде жоқ',
} satisfies TranslationOf<typeof sourceOfRules>

export const validation = {
  would_take: 'Қызмет бұл хабарламаны қабылдар еді. Ол әлі жіберілген жоқ, мерзім өтіп жатыр.',
  would_refuse: 'Қызмет бұл хабарламаны қабылдамас еді. Мерзім өтіп жатыр: төменде аталғанды түзетіңіз.',
  not_asked: 'Қызметтен сұралған жоқ: деректер толық емес. Мерзім өтіп жатыр: жетпегенін толтырыңыз.',
  not_offered: 'Бұл қызмет алдын ала жауап бермейді. Хабарлама әдеттегідей жіберіледі, жауабы сонда келеді.',
  no_answer: 'Қызмет жауап бермеді. Хабарламаға оның әсері жоқ: байланыс бола салысымен жіберіледі.',
  held: 'Қызмет күте тұруды сұрады, қазір одан сұралмайды. Содан кейін хабарлама өзі жіберіледі.',
  no_line: 'Қызметтің мекенжайы көрсетілмеген. Мерзім өтіп жатыр: мекенжайын көрсетіңіз немесе қолмен беріңіз.',
} satisfies TranslationOf<typeof source>
