import { describe, expect, it } from 'vitest'
import { CHANNEL_IDS, type ChannelCapabilities } from '#shared/domain/channel.ts'
import { type Link, type News, planFollowUps, wayOf } from '#shared/domain/follow-up.ts'
import { NOTICE_KINDS, NOTIFICATION_STATES, type NoticeKind, type NotificationState } from '#shared/domain/notification.ts'

const MACHINE: ChannelCapabilities = {
  id: 'migration-api',
  submission: 'machine',
  proofKinds: ['reference'],
  maxBatch: 20,
  isMaxBatchAsked: false,
  isAsync: false,
  validateOnly: false,
  hasClientAssignedId: true,
  cancel: true,
  amend: 'same_id',
  departureNoticeWithinDays: 1,
  reconcile: 'by_client_id',
  arrivalBackdatingLimitDays: null,
  receiptTypes: [],
  hasTestEnvironment: false,
  hasCodeLists: false,
  fieldRules: [],
}
const PERSON: ChannelCapabilities = {
  ...MACHINE,
  submission: 'human',
  cancel: false,
  amend: 'none',
  departureNoticeWithinDays: null,
}

const SAME = { departureDate: false, anythingElse: false }
const NAME = { departureDate: false, anythingElse: true }
const LATER = { departureDate: true, anythingElse: false }
const BOTH = { departureDate: true, anythingElse: true }

/** `arrival accepted, correction ready`: ids are the places, 1 = the arrival. */
function chainOf(text: string): Link[] {
  return text.split(', ').map((word, index) => {
    const [kind, state] = word.split(' ') as [NoticeKind, NotificationState]
    return { id: String(index + 1), kind, sequence: index + 1, state }
  })
}

function planned(chain: string, news: News, difference = SAME, channel = MACHINE) {
  const plan = planFollowUps(chainOf(chain), news, difference, channel)
  if (!plan.ok) return plan.error
  const { revise, withdraw, add } = plan.value
  return [...revise.map((id) => `revise ${id}`), ...withdraw.map((id) => `withdraw ${id}`), ...add.map((kind) => `add ${kind}`)]
}

describe('what follows an accepted arrival', () => {
  it.each<[string, string, News, typeof SAME, readonly string[] | string]>([
    ['nothing new is told to nobody', 'arrival accepted', 'corrected', SAME, []],
    ['a correction', 'arrival accepted', 'corrected', NAME, ['add correction']],
    ['an earlier departure is a correction', 'arrival accepted', 'corrected', LATER, ['add correction']],
    ['a later one an extension', 'arrival accepted', 'extended', LATER, ['add extension']],
    ['both', 'arrival accepted', 'extended', BOTH, ['add correction', 'add extension']],
    ['a newer correction replaces the one not sent yet', 'arrival accepted, correction ready', 'corrected', NAME, ['revise 2']],
    ['the refused one as well', 'arrival accepted, correction rejected', 'corrected', NAME, ['revise 2']],
    ['one that is on its way is followed', 'arrival accepted, correction sending', 'corrected', NAME, ['add correction']],
    ['one whose fate is unknown too', 'arrival accepted, correction unknown', 'corrected', NAME, ['add correction']],
    [
      'two unsent ones become one',
      'arrival accepted, correction rejected, correction ready',
      'corrected',
      NAME,
      ['revise 2', 'withdraw 3'],
    ],
    ['taken back before it was sent', 'arrival accepted, correction ready', 'corrected', SAME, ['withdraw 2']],
    [
      'a waiting extension says the new name as well, and the correction says it first of all',
      'arrival accepted, extension ready',
      'corrected',
      BOTH,
      ['revise 2', 'add correction'],
    ],
    ['an extension of an extension', 'arrival accepted, extension ready', 'extended', LATER, ['revise 2']],
    ['an extension taken back', 'arrival accepted, extension ready', 'corrected', SAME, ['withdraw 2']],
    [
      'an extension takes back a departure',
      'arrival accepted, departure ready',
      'extended',
      LATER,
      ['withdraw 2', 'add extension'],
    ],
    ['a departure', 'arrival accepted', 'departed', SAME, ['add departure']],
    [
      'a departure makes an extension pointless',
      'arrival accepted, extension ready',
      'departed',
      LATER,
      ['withdraw 2', 'add departure'],
    ],
    ['another day of departure', 'arrival accepted, departure ready', 'departed', SAME, ['revise 2']],
    ['a name after the departure', 'arrival accepted, departure accepted', 'corrected', NAME, ['add correction']],
    ['a planned day after the departure says nothing', 'arrival accepted, departure accepted', 'corrected', LATER, []],
    ['who is gone cannot stay longer', 'arrival accepted, departure accepted', 'extended', LATER, 'departed'],
    ['who is gone cannot leave again', 'arrival accepted, departure sending', 'departed', SAME, 'departed'],
    [
      'a cancellation is the last word',
      'arrival accepted, correction ready, departure handover',
      'cancelled',
      NAME,
      ['withdraw 2', 'withdraw 3', 'add cancellation'],
    ],
    ['but waits for what is on its way', 'arrival accepted, correction unknown', 'cancelled', SAME, ['add cancellation']],
    ['nothing follows a cancellation', 'arrival accepted, cancellation ready', 'corrected', NAME, 'cancelled'],
    ['not even another one', 'arrival accepted, cancellation rejected', 'cancelled', SAME, 'cancelled'],
    ['one that was withdrawn never was', 'arrival accepted, cancellation cancelled', 'corrected', NAME, ['add correction']],
    ['nothing follows what was not accepted', 'arrival ready', 'corrected', NAME, 'not_accepted'],
  ])('%s', (_, chain, news, difference, expected) => {
    expect(planned(chain, news, difference)).toEqual(expected)
  })

  it('by hand where the channel has no word for it, and no departure where it wants none', () => {
    expect(planned('arrival accepted', 'departed', SAME, PERSON)).toEqual([])
    const ways = (channel: ChannelCapabilities) => NOTICE_KINDS.map((kind) => wayOf(kind, channel))
    expect(ways(MACHINE)).toEqual(['machine', 'machine', 'machine', 'machine', 'machine'])
    expect(ways(PERSON)).toEqual(['by_hand', 'by_hand', 'by_hand', 'not_made', 'by_hand'])
    expect(ways({ ...MACHINE, amend: 'cancel_and_new', cancel: false, departureNoticeWithinDays: null })).toEqual([
      'machine',
      'by_hand',
      'by_hand',
      'not_made',
      'by_hand',
    ])
    expect(CHANNEL_IDS).toHaveLength(2)
  })

  it('for every news over every state of every follow-up: at most one unsent notice of a kind, nothing sent is touched', () => {
    let looked = 0
    for (const kind of NOTICE_KINDS.slice(1))
      for (const state of NOTIFICATION_STATES)
        for (const other of NOTICE_KINDS.slice(1))
          for (const otherState of NOTIFICATION_STATES)
            for (const news of ['corrected', 'extended', 'departed', 'cancelled'] as const)
              for (const difference of [SAME, NAME, LATER, BOTH]) {
                const chain = chainOf(`arrival accepted, ${kind} ${state}, ${other} ${otherState}`)
                const plan = planFollowUps(chain, news, difference, MACHINE)
                looked += 1
                if (!plan.ok) continue
                const { revise, withdraw, add } = plan.value
                const unsent = ['citizenship_unknown', 'incomplete', 'ready', 'handover', 'rejected']
                for (const id of [...revise, ...withdraw]) expect(unsent).toContain(chain[Number(id) - 1]?.state)
                const left = [...chain.filter(({ id }) => revise.includes(id)).map((link) => link.kind), ...add]
                expect(new Set(left).size).toBe(left.length)
                const open = chain.slice(1).filter((link) => unsent.includes(link.state))
                expect(revise.length + withdraw.length).toBe(open.length)
                if (news === 'cancelled') expect(left).toEqual(['cancellation'])
              }
    expect(looked).toBe(4 * 14 * 4 * 14 * 4 * 4)
  })
})
