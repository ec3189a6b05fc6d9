import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTelling, ENDINGS, NEWS } from './telling-model.ts'

/** Something happens: to the guest, to a notice, on the way. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('news'), news: fc.constantFrom(...NEWS), day: fc.nat(20) }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('send'), ending: fc.constantFrom(...ENDINGS) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('ask') }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('arrive'), which: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('resolve') }) },
) as fc.Arbitrary<
  | { what: 'news'; news: (typeof NEWS)[number]; day: number }
  | { what: 'send'; ending: (typeof ENDINGS)[number] }
  | { what: 'ask' }
  | { what: 'arrive'; which: number }
  | { what: 'resolve' }
>

/** The second wording of a cancellation is not refuted by the service not knowing it: the first may still turn up. */
const CANCELLATION_SENT_IN_TWO_WORDINGS: Happened = [
  { what: 'send', ending: 'accepted' },
  { what: 'news', news: 'departed', day: 0 },
  { what: 'send', ending: 'deferred' },
  { what: 'news', news: 'never came', day: 0 },
  { what: 'ask' },
  { what: 'send', ending: 'request lost' },
  { what: 'ask' },
  { what: 'send', ending: 'rejected' },
  { what: 'resolve' },
  { what: 'news', news: 'came after all', day: 0 },
]

type Happened = (typeof happening extends fc.Arbitrary<infer T> ? T : never)[]
type Telling = ReturnType<typeof createTelling>

function play(telling: Telling, happened: Readonly<Happened>): void {
  for (const one of happened) {
    if (one.what === 'news') telling.hear(one.news, one.day)
    else if (one.what === 'send') telling.send(one.ending)
    else if (one.what === 'ask') telling.ask()
    else if (one.what === 'arrive') telling.arrive(one.which)
    else telling.resolve()
  }
}

/** Nothing fails any more and nobody says anything new: late deliveries come as they like among the last sendings. */
function settle(telling: Telling, order: readonly number[]): void {
  let step = 0
  for (let isQuiet = false; !isQuiet; ) {
    if (++step > 200) throw new Error(`never settles: ${telling.states()}`)
    const late = order[step % Math.max(order.length, 1)] ?? 0
    const isLateFirst = late % 2 === 0 && telling.arrive(late)
    isQuiet = !isLateFirst && !telling.send('accepted') && !telling.ask() && !telling.arrive(late) && !telling.resolve()
  }
}

describe('whatever is entered, whenever, and however it is answered', () => {
  it('in the end the service knows what the register knows, each revision took effect once, and a cancellation was the last', () => {
    let cancelled = 0
    let anew = 0
    let notRequired = 0
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 60, size: 'max' }),
        fc.array(fc.nat(5), { maxLength: 20, size: 'max' }),
        (happened, order) => {
          const telling = createTelling()
          play(telling, happened)
          settle(telling, order)

          const { presence, ...known } = telling.known()
          const pictures = telling.pictures()
          expect(pictures.slice(0, -1)).toEqual(pictures.slice(0, -1).map(() => null))
          expect(pictures.at(-1)).toEqual(presence === 'here' ? known : null)

          const effects = telling.effects().map(({ notice, revision }) => `${notice.id} r${revision}`)
          expect(new Set(effects).size).toBe(effects.length)
          for (const registration of telling.registrations()) {
            const kinds = telling.effects().flatMap(({ notice }) => (registration.includes(notice) ? notice.kind : []))
            if (kinds.includes('cancellation')) {
              expect(kinds.lastIndexOf('cancellation')).toBe(kinds.length - 1)
              cancelled += 1
            }
          }
          if (pictures.length > 1) anew += 1
          if (presence === 'not_required') notRequired += 1
        },
      ),
      { numRuns: 5_000, examples: [[CANCELLATION_SENT_IN_TWO_WORDINGS, []]] },
    )
    // The rare ends were reached as well.
    expect(cancelled).toBeGreaterThan(100)
    expect(anew).toBeGreaterThan(20)
    expect(notRequired).toBeGreaterThan(100)
  })
})
