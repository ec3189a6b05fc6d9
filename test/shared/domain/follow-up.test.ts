import { describe, expect, it } from 'vitest'
import { CHANNEL_IDS, type ChannelCapabilities } from '#shared/domain/channel.ts'
import { isCancelled, type Link, leavesDoubt, type Plan, planNotices, wayOf } from '#shared/domain/follow-up.ts'
import { type Difference, NO_DIFFERENCE } from '#shared/domain/notice-payload.ts'
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

const SAME = NO_DIFFERENCE
const NAME: Difference = { ...SAME, anythingElse: true }
const LATER: Difference = { ...SAME, departureDate: 'later' }
const EARLIER: Difference = { ...SAME, departureDate: 'earlier' }
const BOTH: Difference = { ...LATER, anythingElse: true }
const LEAVES: Difference = { ...SAME, departure: 'to_tell' }
const GONE: Difference = { ...LATER, departure: 'told' }
const BACK: Difference = { ...LATER, departure: 'to_take_back' }
const DIFFERENCES = [SAME, NAME, LATER, EARLIER, BOTH, LEAVES, GONE, BACK, { ...LEAVES, anythingElse: true }]

/** `arrival accepted, correction ready?`: ids are the places, 1 = the arrival; `?` = it may still turn up, `??` = as it said before. */
function chainOf(text: string): Link[] {
  return text.split(', ').map((word, index) => {
    const [kind, state] = word.replaceAll('?', '').split(' ') as [NoticeKind, NotificationState]
    return {
      id: String(index + 1),
      kind,
      sequence: index + 1,
      state,
      isDoubtful: word.includes('?'),
      canBeAsked: !word.endsWith('??'),
    }
  })
}

function inWords({ revise, withdraw, setAside, ask, add, fileAnew, awaitsAnswer }: Plan): string[] {
  return [
    ...revise.map((id) => `revise ${id}`),
    ...withdraw.map((id) => `withdraw ${id}`),
    ...setAside.map((id) => `set aside ${id}`),
    ...ask.map((id) => `ask ${id}`),
    ...add.map((kind) => `add ${kind}`),
    ...(fileAnew ? ['file anew'] : []),
    ...(awaitsAnswer ? ['wait'] : []),
  ]
}

type Row = readonly [string, string, Difference, readonly string[]]

describe('a guest who is here', () => {
  it.each<Row>([
    ['nothing new is told to nobody', 'arrival accepted', SAME, []],
    ['a correction', 'arrival accepted', NAME, ['add correction']],
    ['an earlier departure is a correction', 'arrival accepted', EARLIER, ['add correction']],
    ['a later one an extension', 'arrival accepted', LATER, ['add extension']],
    ['both', 'arrival accepted', BOTH, ['add correction', 'add extension']],
    ['a newer correction replaces the one not sent yet', 'arrival accepted, correction ready', NAME, ['revise 2']],
    ['the refused one as well', 'arrival accepted, correction rejected', NAME, ['revise 2']],
    ['one that is on its way is followed', 'arrival accepted, correction sending', NAME, ['add correction', 'wait']],
    ['one whose fate is unknown too', 'arrival accepted, correction unknown', NAME, ['add correction', 'wait']],
    ['two unsent ones become one', 'arrival accepted, correction rejected, correction ready', NAME, ['revise 2', 'withdraw 3']],
    ['taken back before it was sent', 'arrival accepted, correction ready', SAME, ['withdraw 2']],
    ['taken back when it may turn up: said again', 'arrival accepted, correction ready?', SAME, ['revise 2']],
    [
      'what may turn up is withdrawn where something later overwrites it',
      'arrival accepted, extension ready?',
      EARLIER,
      ['withdraw 2', 'add correction'],
    ],
    [
      'a waiting extension says the new name as well, and the correction says it first of all',
      'arrival accepted, extension ready',
      BOTH,
      ['revise 2', 'add correction'],
    ],
    [
      'withdrawn, and may turn up, with nothing behind it that would overwrite it',
      'arrival accepted, correction cancelled?',
      SAME,
      ['add correction'],
    ],
    ['but not where something did', 'arrival accepted, correction cancelled?, correction accepted', SAME, []],
    ['an extension of an extension', 'arrival accepted, extension ready', LATER, ['revise 2']],
    ['an extension taken back', 'arrival accepted, extension ready', SAME, ['withdraw 2']],
    ['an extension takes back a departure', 'arrival accepted, departure ready', LATER, ['withdraw 2', 'add extension']],
    ['a departure taken back that may turn up', 'arrival accepted, departure ready?', SAME, ['withdraw 2', 'add correction']],
    ['a departure', 'arrival accepted', LEAVES, ['add departure']],
    ['makes an extension pointless', 'arrival accepted, extension ready', LEAVES, ['withdraw 2', 'add departure']],
    ['another day of departure', 'arrival accepted, departure ready', LEAVES, ['revise 2']],
    ['another day after it was told', 'arrival accepted, departure accepted', LEAVES, ['add departure']],
    ['a name after the departure', 'arrival accepted, departure accepted', { ...GONE, anythingElse: true }, ['add correction']],
    ['a planned day after the departure says nothing', 'arrival accepted, departure accepted', GONE, []],
    ['who was reported as gone and is here', 'arrival accepted, departure accepted', BACK, ['add correction']],
    ['one that was withdrawn never was', 'arrival accepted, cancellation cancelled', NAME, ['add correction']],
    ['an arrival that has not left is written anew', 'arrival ready', NAME, ['revise 1']],
    ['also one that may turn up', 'arrival ready?', NAME, ['revise 1']],
    ['also a refused one', 'arrival rejected', NAME, ['revise 1']],
    ['but not for nothing', 'arrival rejected', SAME, []],
    ...(['sending', 'unknown', 'deferred', 'duplicate', 'leased'] as const).map(
      (state): Row => [`nothing can follow an arrival yet that is ${state}`, `arrival ${state}`, BOTH, ['wait']],
    ),
    ['nor one that a person settled', 'arrival filed_elsewhere', NAME, []],
    [
      'came after all: nothing of the cancellation left',
      'arrival accepted, cancellation ready',
      NAME,
      ['withdraw 2', 'add correction'],
    ],
    ['or the service refused it', 'arrival accepted, cancellation rejected', SAME, ['withdraw 2']],
    ['it is on its way: only its answer tells', 'arrival accepted, cancellation sending', NAME, ['wait']],
    ['it may turn up: asked about, not sent', 'arrival accepted, cancellation ready?', NAME, ['ask 2', 'wait']],
    ['it took effect: an arrival of his own', 'arrival accepted, cancellation accepted', NAME, ['file anew']],
  ])('%s', (_, chain, difference, expected) => {
    expect(inWords(planNotices(chainOf(chain), { presence: 'here', difference }, MACHINE))).toEqual(expected)
  })
})

describe('a guest who never came', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['before anything was sent', 'arrival ready', ['withdraw 1']],
    ['refused', 'arrival rejected', ['withdraw 1']],
    ['on its way', 'arrival unknown', ['wait']],
    ['may turn up: asked about', 'arrival ready?', ['ask 1', 'wait']],
    ['may turn up as it said before: runs to its end first', 'arrival ready??', ['wait']],
    ['may turn up, and a person has it: asked about all the same', 'arrival handover?', ['ask 1', 'wait']],
    ['as it said before, and a person has it: ends here', 'arrival handover??', ['withdraw 1']],
    ['may turn up, and something was left out of it since: asked about', 'arrival incomplete?', ['ask 1', 'wait']],
    ['as it said before, and something was left out of it since: ends here', 'arrival incomplete??', ['withdraw 1']],
    ['accepted', 'arrival accepted', ['add cancellation']],
    [
      'the last word: what was not sent is withdrawn',
      'arrival accepted, correction ready, departure handover',
      ['withdraw 2', 'withdraw 3', 'add cancellation'],
    ],
    [
      'also what may turn up, because it is overwritten',
      'arrival accepted, correction ready?',
      ['withdraw 2', 'add cancellation'],
    ],
    ['but it waits for what is on its way', 'arrival accepted, correction unknown', ['add cancellation', 'wait']],
    ['not said twice', 'arrival accepted, cancellation ready', []],
    ['neither when it is asked about', 'arrival accepted, cancellation unknown', ['wait']],
    ['nor when it was accepted', 'arrival accepted, cancellation accepted', []],
    ['said again when it was withdrawn', 'arrival accepted, cancellation cancelled', ['add cancellation']],
    ['withdrawn already', 'arrival cancelled', []],
    ['not this desk’s to withdraw', 'arrival filed_elsewhere', []],
  ])('%s', (_, chain, expected) => {
    expect(inWords(planNotices(chainOf(chain), { presence: 'never_came', difference: NAME }, MACHINE))).toEqual(expected)
  })
})

describe('a guest who is here and owed no notice', () => {
  it.each<readonly [string, string, Difference, readonly string[]]>([
    ['before anything was sent', 'arrival ready', SAME, ['set aside 1']],
    ['refused', 'arrival rejected', NAME, ['set aside 1']],
    ['incomplete', 'arrival incomplete', NAME, ['set aside 1']],
    ['incomplete, and may turn up: asked about', 'arrival incomplete?', NAME, ['ask 1', 'wait']],
    ['on its way', 'arrival unknown', NAME, ['wait']],
    ['may turn up: asked about', 'arrival ready?', NAME, ['ask 1', 'wait']],
    ['may turn up as it said before: runs to its end first', 'arrival ready??', NAME, ['wait']],
    ['told already: what else is known goes on being told', 'arrival accepted', LATER, ['add extension']],
    ['set aside already', 'arrival not_required', NAME, []],
    ['what follows and was not sent is withdrawn', 'arrival accepted, correction ready', SAME, ['withdraw 2']],
    ['what follows and may turn up is asked about', 'arrival accepted, correction ready?', SAME, ['ask 2', 'wait']],
    ['or runs to its end', 'arrival accepted, correction ready??', SAME, ['wait']],
  ])('%s', (_, chain, difference, expected) => {
    expect(inWords(planNotices(chainOf(chain), { presence: 'not_required', difference }, MACHINE))).toEqual(expected)
  })

  it('asks no service that cannot be asked', () => {
    const channel: ChannelCapabilities = { ...MACHINE, reconcile: 'none' }
    const wish = { presence: 'not_required', difference: SAME } as const
    expect(inWords(planNotices(chainOf('arrival ready?'), wish, channel))).toEqual(['set aside 1'])
  })
})

describe('a follow-up that is not to be sent', () => {
  it.each<readonly [string, string, boolean]>([
    ['never left', 'arrival accepted, correction ready', false],
    ['may turn up', 'arrival accepted, correction ready?', true],
    ['may turn up, though it was withdrawn', 'arrival accepted, correction cancelled?, extension ready', true],
    ['is overwritten by what was told after it', 'arrival accepted, correction cancelled?, extension accepted', false],
    ['or will be', 'arrival accepted, correction cancelled?, extension unknown', false],
    ['is asked about by itself', 'arrival accepted, cancellation ready?', false],
  ])('%s', (_, chain, leaves) => {
    expect(leavesDoubt(chainOf(chain))).toBe(leaves)
  })
})

describe('whatever the chain', () => {
  it('by hand where the channel has no word for it, and no departure where it wants none', () => {
    expect(inWords(planNotices(chainOf('arrival accepted'), { presence: 'here', difference: LEAVES }, PERSON))).toEqual([])
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
    expect(CHANNEL_IDS).toHaveLength(3)
  })

  it('for every wish over every state of every notice: what is open or told is never touched, one unsent notice of a kind, nothing after a cancellation', () => {
    const atRest = ['citizenship_unknown', 'incomplete', 'ready', 'handover', 'rejected']
    const doubtful = ['citizenship_unknown?', 'incomplete?', 'ready?', 'ready??', 'handover?', 'cancelled?', 'not_required?']
    const open = ['sending', 'unknown', 'deferred', 'duplicate', 'leased']
    const wrong: string[] = []
    let looked = 0
    for (const first of NOTIFICATION_STATES)
      for (const kind of NOTICE_KINDS.slice(1))
        for (const state of [...NOTIFICATION_STATES, ...doubtful])
          for (const other of NOTICE_KINDS.slice(1))
            for (const otherState of NOTIFICATION_STATES)
              for (const presence of ['here', 'never_came', 'not_required'] as const)
                for (const difference of DIFFERENCES) {
                  const chain = chainOf(`arrival ${first}, ${kind} ${state}, ${other} ${otherState}`)
                  const { revise, withdraw, setAside, ask, add, fileAnew, awaitsAnswer } = planNotices(
                    chain,
                    { presence, difference },
                    MACHINE,
                  )
                  looked += 1
                  const touched = [...revise, ...withdraw, ...setAside, ...ask]
                  const left = [...chain.filter(({ id }) => revise.includes(id)).map((link) => link.kind), ...add]
                  const isCancellationLeft = isCancelled(
                    chain.filter(({ kind: one, id }) => one === 'cancellation' && !withdraw.includes(id)),
                  )
                  // Nothing follows before acceptance, and one cancellation is enough: such chains are answered all the same.
                  const isPossible = first === 'accepted' && (kind !== 'cancellation' || other !== 'cancellation')
                  const isCancelling = isPossible && (isCancellationLeft || add.includes('cancellation'))
                  const isOpen = chain.some((link) => open.includes(link.state))
                  const isRight =
                    touched.every((id) => atRest.includes(chain[Number(id) - 1]?.state ?? '')) &&
                    new Set(touched).size === touched.length &&
                    new Set(left).size === left.length &&
                    (!isCancelling || (revise.length === 0 && add.every((one) => one === 'cancellation'))) &&
                    (!fileAnew || touched.length + add.length === 0) &&
                    (!isOpen || awaitsAnswer)
                  if (!isRight) wrong.push(`${first}, ${kind} ${state}, ${other} ${otherState}: ${presence}`)
                }
    expect(wrong).toEqual([])
    expect(looked).toBe(14 * 4 * (14 + doubtful.length) * 4 * 14 * 3 * DIFFERENCES.length)
  }, 60_000)
})
