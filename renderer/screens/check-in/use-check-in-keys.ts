import { useCallback, useEffect, useMemo, useRef } from 'react'
import { readMrz } from '#shared/documents/read-mrz.ts'
import { useStatus } from '../../client/use-status.ts'
import type { Command } from '../../commands/command.ts'
import { useScanHandler } from '../../commands/scans.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { CheckInView } from './check-in-context.ts'
import type { GuestForm } from './form-state.ts'
import { isPristine } from './form-state.ts'

/** The screen's keys, the scanner, and a passport's lines pasted anywhere. */
export function useCheckInKeys(view: CheckInView, save: () => void, discard: () => void): void {
  const { say } = useWords()
  const { businessDate } = useStatus()
  const latest = useRef({ view, save, discard })
  const isTyping = useTypingWatch()
  useEffect(() => {
    latest.current = { view, save, discard }
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
          title: say('palette.titles.scan'),
          shortcut: { code: 'F2' },
          inFooter: true,
          run: () => now().sendCursorTo('scan'),
        },
        {
          id: 'checkIn.addGuest',
          name: say('checkIn.keys.addGuest'),
          title: say('palette.titles.addGuest'),
          shortcut: { code: 'KeyN', alt: true },
          inFooter: true,
          isEnabled: () => !now().isLocked,
          run: () => now().acts.addGuest(),
        },
        {
          id: 'checkIn.addChild',
          name: say('checkIn.party.addChild'),
          shortcut: { code: 'KeyC', alt: true },
          isEnabled: () => !now().isLocked,
          run: () => now().acts.addChild(),
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
          id: 'checkIn.leaveField',
          name: say('checkIn.keys.leaveField'),
          shortcut: { code: 'Escape' },
          isEnabled: () => leavableField(now().guest) !== null,
          run: () => leavableField(now().guest)?.blur(),
        },
        {
          id: 'checkIn.save',
          name: say('checkIn.keys.save'),
          title: say('palette.titles.saveCheckIn'),
          shortcut: { code: 'Enter', ctrl: true },
          inFooter: true,
          run: () => latest.current.save(),
        },
        {
          id: 'checkIn.discard',
          name: say('palette.titles.discardCheckIn'),
          isEnabled: () => !isPristine(now().form) && !now().isLocked,
          run: () => latest.current.discard(),
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

/**
 * The field with the cursor, when Escape has nothing else to do in it: no list to close, no lines to put back. Outside the fields the
 * letters are shortcuts again.
 */
function leavableField(guest: Pick<GuestForm, 'mrz'>): HTMLElement | null {
  const field = document.activeElement
  if (!(isTextField(field) || field instanceof HTMLSelectElement) || field.ariaExpanded === 'true') return null
  return field.dataset['field'] === 'scan' && field.value !== (guest.mrz ?? '') ? null : field
}

function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}
