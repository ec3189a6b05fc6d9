import type { TranslationOf } from '../catalogue.ts'
import type { propertySettings as source } from '../ru/property-settings.ts'

export const propertySettings = {
  title: 'Нысан',
  effect:
    'Атауы, БСН, мекенжайы мен телефоны әр хабарламада кетеді. Жіберілгені бұрынғыдай қалады; әлі осында тұрғаны қайта жасалады. Мұндай қонақтар бар басылған тізімдемені қайта басу керек.',
  saved_one: 'Сақталды. {{count}} хабарлама қайта жасалды.',
  saved_other: 'Сақталды. {{count}} хабарлама қайта жасалды.',
  savedNone: 'Сақталды. Хабарламаларға әсері жоқ.',
  changedMeanwhile:
    'Сіз түзетіп жатқанда нысан карточкасын басқа терезеде өзгертті. Сіздікі әлі сақталған жоқ: жаңасын көрсету керек пе, әлде үстіне жазу керек пе?',
  showTheirs: 'Жаңасын көрсету',
  keepMine: 'Менікін сақтау',
  facts: {
    title: 'Мұнда өзгермейді',
    channel: 'Арна',
    zone: 'Уақыт белдеуі',
    closes: 'Күн жабылуы',
    closesAt: 'өзі, сағат {{time}}',
    byHand: 'қолмен',
    change: 'Күнді жабу уақыты – «Күн соңында»',
    version: 'Qabyl нұсқасы',
    calendar: 'Күнтізбе',
    forecast: 'болжам',
    check: 'Байланысты тексеру',
    testService:
      'Қызмет өзін сынақ деп атайды, ал нысан жұмыс ортасында: хабарламалар ұсынылды деп саналмайды. Әкімшіні шақырыңыз.',
  },
} satisfies TranslationOf<typeof source>
