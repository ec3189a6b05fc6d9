import { useCallback, useEffect, useMemo, useRef } from 'react'
import { readMrz } from '#shared/documents/read-mrz.ts'
import { useStatus } from '../../client/use-status.ts'
import type { Command } from '../../commands/command.ts'
import { useScanHandler } from '../../commands/scans.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { CheckInView } from './check-in-context.ts'

/** The screen's keys, the scanner, and a passport's lines pasted anywhere. */
export function useCheckInKeys(view: CheckInView, save: () => void): void {
  const { say } = useWords()
  const { businessDate } = useStatus()
  const latest = useRef({ view, save })
  const isTyping = useTypingWatch()
  useEffect(() => {
    latest.current = { view, save }
  })

  const takeScan = useCallback((text: string) => {
    const { view: now } = latest.current
    if (now.isLocked) return
    now.takeScan(text)
  }, [])
  useScanHandler(takeScan)

  useEffect(() => {
    function onPaste(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData('text') ?? ''
      if (event.defaultPrevented || text.trim() === '') return
      const isInField = isTextField(event.target)
      if (isInField && !readMrz(text, businessDate).ok) return
      event.preventDefault()
      takeScan(text)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [businessDate, takeScan])

  useCommands(
    useMemo<readonly Command[]>(() => {
      const now = () => latest.current.view
      return [
        {
          id: 'checkIn.next',
          name: say('checkIn.keys.next'),
          // Enter is the field's own (use-cursor.ts); it stands here to be listed.
          shortcut: { code: 'Enter' },
          isEnabled: () => false,
          inFooter: true,
          run: () => undefined,
        },
        {
          id: 'checkIn.scan',
          name: say('checkIn.keys.scan'),
          shortcut: { code: 'F2' },
          inFooter: true,
          run: () => now().sendCursorTo('scan'),
        },
        {
          id: 'checkIn.addGuest',
          name: say('checkIn.keys.addGuest'),
          shortcut: { code: 'KeyN', alt: true },
          inFooter: true,
          isEnabled: () => !now().isLocked,
          run: () => now().acts.addGuest(),
        },
        {
          id: 'checkIn.takeReturning',
          name: say('checkIn.keys.takeReturning'),
          shortcut: { code: 'F8' },
          isEnabled: () => now().returning !== null && !now().isLocked,
          run: () => now().takeReturning(),
        },
        {
          id: 'checkIn.undo',
          name: say('checkIn.keys.undo'),
          shortcut: { code: 'KeyZ', ctrl: true },
          isEnabled: () => now().canTakeBack && !isTyping(),
          run: () => now().acts.takeBack(),
        },
        {
          id: 'checkIn.save',
          name: say('checkIn.keys.save'),
          shortcut: { code: 'Enter', ctrl: true },
          inFooter: true,
          run: () => latest.current.save(),
        },
      ]
    }, [say, isTyping]),
  )
}

/** Whether the field with the cursor was typed into since the cursor came: Ctrl+Z is then the field's own undo. */
function useTypingWatch(): () => boolean {
  const entered = useRef<{ readonly field: Element; readonly value: string } | null>(null)
  useEffect(() => {
    function onFocus({ target }: FocusEvent): void {
      entered.current = isTextField(target) ? { field: target, value: target.value } : null
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])
  return useCallback(() => {
    const field = document.activeElement
    return isTextField(field) && entered.current?.field === field && entered.current.value !== field.value
  }, [])
}

function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}
