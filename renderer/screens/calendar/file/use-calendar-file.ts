import { useMutation } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { InputIssue } from '#shared/contract/errors.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { issuesOf } from '../../../client/desk-failure.ts'
import type { WorkingCopyAccess } from '../working-copy.ts'

export interface CalendarFile {
  /** Opens the system's file picker. */
  choose(): void
  read(file: File): void
  readonly isReading: boolean
  /** Name of the file read last. */
  readonly name: string
  readonly error: unknown
  /** What is wrong in the file, with its place; empty when it was not the file. */
  readonly issues: readonly InputIssue[]
  forget(): void
}

interface CalendarFileOptions {
  readonly copy: WorkingCopyAccess
  /** With the first year of the file. */
  readonly onRead: (year: number) => void
}

/** Reads a calendar file into the working copy. The desk looks at every line of it; nothing is in force before it is applied. */
export function useCalendarFile({ copy, onRead }: CalendarFileOptions): CalendarFile {
  const { client } = useDesk()
  const { add } = copy
  const { mutate, variables, error, isPending, reset } = useMutation({
    mutationFn: (content: File) => client.calendar.readFile({ content }),
    onSuccess({ years }, { name }) {
      for (const content of years) add({ id: crypto.randomUUID(), kind: 'start', from: 'file', name, content })
      const first = years.toSorted((a, b) => a.year - b.year)[0]
      if (first !== undefined) onRead(first.year)
    },
  })
  const choose = useCallback(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.json,application/json'
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file !== undefined) mutate(file)
    })
    input.click()
  }, [mutate])
  return {
    choose,
    read: mutate,
    isReading: isPending,
    name: variables?.name ?? '',
    error,
    issues: issuesOf(error),
    forget: reset,
  }
}
