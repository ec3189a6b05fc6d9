import type { TranslationOf } from '../catalogue.ts'
import type { help as source } from '../ru/help.ts'

export const help = {
  title: 'Help',
  summary: 'What to do when…',
  fact: 'The law and its sources are under Rules',
  contents: 'Help articles',
  search: 'Search the help',
  searchHint: 'For example: scanner, passport',
  nothing: 'There is no such article. Try one word: scanner, deadline, passport.',
  keys: { articles: 'articles', find: 'find' },
  law: 'What the law says about it',
  allKeys: 'A question mark shows every key',
  go: {
    today: 'Open Today',
    checkIn: 'New check-in',
    guests: 'Find the guest',
    queue: 'Open the queue',
    endOfDay: 'Open End of day',
  },
  articles: {
    firstDay: {
      title: 'First day at the desk',
      lead: 'The Today board comes first: it holds the guests who must be notified. Red and amber before the rest.',
      steps: {
        one: 'Look at the header: production or training. In training nothing leaves the desk.',
        two: 'Go through the board from left to right: overdue, today, tomorrow, later.',
        three: 'Each card has one main button. It does the next step.',
        four: 'Lost? Press Ctrl K and write a word.',
      },
    },
    arrives: {
      title: 'A guest arrives',
      lead: 'Enter everybody, children too. The deadline runs from the day of arrival even while data are missing.',
      steps: {
        one: 'Press N and swipe the passport.',
        two: 'Type the date of issue: the machine-readable line has none.',
        three: 'Check the room and the day of departure, then save.',
        four: 'Something missing? Save anyway. The guest stands under Incomplete and you add the rest later.',
      },
    },
    scanner: {
      title: 'The scanner does not read',
      lead: 'Do not keep the guest waiting: everything can be typed by hand.',
      steps: {
        one: 'Wipe the page and the glass, lay the passport flat, try once more.',
        two: 'Photograph the page or choose a file: Qabyl reads the picture on this PC.',
        three: 'Compare every marked field by eye: beside it stands what did not fit.',
        four: 'Still nothing? Type it from the document, the name in the letters of the machine-readable line.',
      },
    },
    noLine: {
      title: 'No line to the service',
      lead: 'Go on checking guests in. Everything is kept here and leaves by itself when the line is back.',
      steps: {
        one: 'Open the queue: it says since when there is no answer and when we ask again.',
        two: 'Check the internet on this PC. If it is gone too, call whoever looks after it.',
        three: 'Due today and no line until the evening? File by hand, at the portal or on paper.',
        four: 'Print the outage journal in the queue: it shows when the service did not answer.',
      },
    },
    rejected: {
      title: 'The service refused',
      lead: 'Refused is not filed: the deadline runs on. It is nearly always one field.',
      steps: {
        one: 'Open the guest: the reason is in the words of the service, the field is marked.',
        two: 'Compare with the document and correct it. Never bend the data to please the service.',
        three: 'Save. The corrected notice goes back into the queue.',
        four: 'Refused again? File by hand and attach the receipt.',
      },
    },
    dueToday: {
      title: 'The deadline is today',
      lead: 'It must be done by 23:59. The portal may close earlier: see the date on the card.',
      steps: {
        one: 'Data missing? Ask the guest now: ring the room.',
        two: 'Ready? Send it ahead of the others.',
        three: 'It does not go? Hand it to the key holder or file by hand.',
        four: 'Accepted means a receipt or a number. Without one the guest stays on the board.',
      },
    },
    lostPassport: {
      title: 'A guest lost the passport',
      lead: 'The guest goes to the police, at once. You help with the papers; the deadline of the notice stays.',
      steps: {
        one: 'Find the guest and press Lost: a case opens.',
        two: 'Print the statement: it is filled in, in two languages.',
        three: 'Give the guest the proof of notice: it shows a lawful stay.',
        four: 'Tick off the steps: police, certificate, new document, exit visa.',
      },
    },
    endOfDay: {
      title: 'End of day',
      lead: 'The report shows who is still open. A closed day never changes: corrections belong to the next.',
      steps: {
        one: 'Look at the overdue and at those due today, and decide on each.',
        two: 'Check the guests whose citizenship is unknown: their deadline runs too.',
        three: 'Close the day and print the report. Forgotten? It closes by itself at the hour that is set.',
        four: 'Handing over the shift? Print the handover sheet.',
      },
    },
    elsewhere: {
      title: 'Somebody else has filed',
      lead: 'Do not file twice. Note who filed and what proves it.',
      steps: {
        one: 'Ask whoever filed for the number or the receipt.',
        two: 'Open the guest, choose Filed elsewhere, enter the number and the reason.',
        three: 'Neither number nor receipt? Leave it: to an inspector it was not filed.',
        four: 'The service itself said it is there already? Compare the number and confirm it is your guest.',
      },
    },
  },
} satisfies TranslationOf<typeof source>
