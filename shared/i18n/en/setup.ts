import type { TranslationOf } from '../catalogue.ts'
import type { setup as source } from '../ru/setup.ts'

export const setup = {
  title: 'Where shall we begin?',
  lead: 'Qabyl sees to it that the migration service hears of every foreign guest in time, and keeps the proof.',
  training: {
    title: 'Training',
    text: 'Invented guests and a practice service. Try everything: nothing leaves this PC, and it has a folder of its own.',
    start: 'Start training',
  },
  property: {
    title: 'Set up my property',
    text: 'Name, BIN and address as in your papers. Two minutes; the draft stays on this PC.',
    start: 'Fill in the property',
  },
  form: {
    title: 'The property',
    lead: 'Every notice carries these data as the receiving party.',
    about: 'Who receives',
    where: 'Where',
    how: 'How we notify',
    name: 'Name',
    nameHint: 'As colleagues and the service see it',
    bin: 'BIN or IIN',
    binHint: '12 digits',
    binFits: 'digit fits',
    kind: 'What you are in law',
    kindHint: 'The size of a fine depends on it',
    roomCount: 'Rooms',
    address: 'Address',
    city: 'Town or village',
    phone: 'Phone',
    department: 'Migration service department',
    departmentHint: 'The one your address belongs to',
    channel: 'Channel',
    channelHints: {
      'assisted-portal': 'We prepare fields and deadlines, a colleague files on the portal, the receipt stays here.',
      'migration-api': 'Notices go by themselves. Needs the service address, set by an administrator.',
      paper: 'We print the notices and the covering list, a colleague takes them to the service, the stamp stays here.',
    },
    language: 'Default language',
    draftKept: 'Draft kept on this PC',
    submit: 'Create the property',
  },
  recovery: {
    title: 'Recovery code',
    text: 'The data are encrypted. If this PC breaks or its key is lost, only this code opens them again.',
    once: 'Shown once. Print it and put it in the safe; keep it neither in e-mail nor on this PC.',
    kept: 'The code is written down and in a safe place',
    done: 'Go to the board',
  },
} satisfies TranslationOf<typeof source>
