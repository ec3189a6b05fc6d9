import type { TranslationOf } from '../catalogue.ts'
import type { card as source } from '../ru/card.ts'

/** The registration card a guest signs: the paper, and what the screens say of it. */
export const card = {
  title: 'Registration card',
  file: 'registration-card-{{room}}',
  sections: {
    person: 'Guest',
    document: 'Document',
    stay: 'Stay',
    border: 'Entry and visa',
  },
  arrival: 'Arrival, day and time',
  departure: 'Departure',
  byHand: 'please write as in the document',
  noExpiry: 'no expiry',
  consentTitle: 'Consent to the processing of personal data',
  consent: {
    who: 'I consent to the collection and processing of my personal data under the Law of the Republic of Kazakhstan No. 94-V of 21 May 2013 “On personal data and their protection”. Operator: {{name}}, BIN (IIN) {{bin}}, {{address}}.',
    what: 'What data: everything on this card, and a copy of the document if one was made.',
    why: 'Why: accommodation and payment, the register of guests, the notice to the migration service.',
    whom: 'To whom: the migration service ({{department}}). The law obliges the hotel to notify it of a foreign guest’s arrival; this needs no consent. The data go to nobody else, are not made public and do not leave the country.',
    howLong_one: 'How long: for the stay and {{count}} year after departure.',
    howLong_other: 'How long: for the stay and {{count}} years after departure.',
    howLongBlank: 'How long: for the stay and ______ after departure.',
    withdraw: 'The consent may be withdrawn in writing; what the law says must be kept is kept until its term ends.',
  },
  child: 'For a child a parent or the accompanying adult signs.',
  house: 'House rules',
  signGuest: 'Guest’s signature',
  signDate: 'Date',
  signDesk: 'Received by the receptionist',
  foot: 'To be kept at the desk. Contains personal data.',

  panel: {
    title: 'Card and consent',
    language: 'Second language of the card',
    withParty_one: 'and for the whole party, {{count}} card in all',
    withParty_other: 'and for the whole party, {{count}} cards in all',
    print: 'Print the card',
    notSigned: 'Consent not recorded yet',
    signed: 'Consent signed {{day}}, recorded by {{by}}',
    sign: 'The guest has signed',
    takeBack: 'Remove',
  },
  keys: {
    print: 'registration card',
    printSaved: 'card of the guest just saved',
  },
  saved: 'Card',
  notPrinted: 'The card was not printed, try again',
  savedMany: 'Cards',

  settings: {
    title: 'Registration card',
    lead: 'Printed after the check-in; the guest reads it through and signs it together with the consent to the processing of personal data. It is printed in Kazakh and in the guest’s language.',
    keepYears: 'Years after departure for which the consent speaks',
    keepYearsHint: 'Empty: the card keeps a blank to be filled in by hand',
    keepYearsWrong: 'A whole number from 1 to 75',
    houseText: 'House rules: {{language}}',
    houseHint: 'Stand above the signature. Empty: not printed',
    saved: 'Saved',
  },
} satisfies TranslationOf<typeof source>
