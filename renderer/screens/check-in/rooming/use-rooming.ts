import { useCallback, useMemo, useState } from 'react'
import { type ReadList, readList } from '#shared/rooming/read-list.ts'
import { useStatus } from '../../../client/use-status.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type ListIntaking, useListIntake } from '../../../lists/use-list-intake.ts'
import { MOST_TABS } from '../form-state.ts'
import type { CheckInFormState } from '../use-check-in-form.ts'

/** The rooming list being brought in, and whether the party is on screen as a table or one guest of it. */
export interface Rooming {
  /** The list's own page is on screen instead of the guest's. */
  readonly isOpen: boolean
  /** What was brought in, read; `null` = nothing yet. */
  readonly reading: ReadList | null
  readonly intake: ListIntaking
  /** The party stands on screen as a table. */
  readonly showsTable: boolean
  open(): void
  close(): void
  readText(text: string): void
  take(): void
  showTable(): void
  /** Whoever is active stands on screen. */
  showOne(): void
  showGuest(index: number): void
}

export function useRooming({ form, acts }: Pick<CheckInFormState, 'form' | 'acts'>): Rooming {
  const { say } = useWords()
  const today = useStatus().businessDate
  const [isAsked, setIsAsked] = useState(false)
  const [isTable, setIsTable] = useState(true)
  const intake = useListIntake(acts.setList)
  const { forgetTrouble } = intake
  const { list } = form
  const reading = useMemo(() => (list === null ? null : readList(list.cells, list.chosen, today)), [list, today])

  const open = useCallback(() => {
    forgetTrouble()
    setIsAsked(true)
  }, [forgetTrouble])

  return {
    isOpen: isAsked || list !== null,
    reading,
    intake,
    showsTable: isTable && form.guests.length > MOST_TABS,
    open,
    close() {
      setIsAsked(false)
      forgetTrouble()
      if (list !== null) acts.setList(null)
    },
    readText(text) {
      setIsAsked(true)
      intake.readText(text)
    },
    take() {
      if (reading === null) return
      acts.takeList(reading, {
        arrival: say('rooming.arrival'),
        departure: say('rooming.departure'),
        reservation: say('rooming.reservation'),
      })
      setIsAsked(false)
      setIsTable(true)
    },
    showTable: () => setIsTable(true),
    showOne: () => setIsTable(false),
    showGuest(index) {
      acts.show(index)
      setIsTable(false)
    },
  }
}

/** Several rows of several cells, as Excel and Word copy them: never a document's lines. */
export function looksLikeList(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.filter((line) => line.includes('\t')).length > lines.length / 2
}
