import { useMemo } from 'react'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import type { FillKey, FillRow } from './fill-rows.ts'
import type { Copying } from './use-copying.ts'

interface FilingKeysOptions {
  readonly rows: readonly FillRow[]
  readonly copying: Copying
  readonly showsNumbers: boolean
  readonly onShowNumbers: () => void
  readonly onReference: () => void
  readonly onClose: () => void
}

/**
 * Keys beside the portal: a digit copies its field (with Shift from the tenth on), Space and Enter copy the one that is lit, arrows
 * light another, 0 goes to the portal's number, V shows the document number.
 */
export function useFilingKeys(options: FilingKeysOptions): void {
  const { rows, copying, showsNumbers, onShowNumbers, onReference, onClose } = options
  const { say, language } = useWords()
  useCommands(
    useMemo<readonly Command[]>(() => {
      const labelOf = ({ field }: FillRow) => (language === 'en' ? field.labelEn : field.labelRu)
      const digits = rows.flatMap((row): readonly Command[] =>
        row.key === null
          ? []
          : [digitCommand(row.key, say('queue.filing.copyField', { field: labelOf(row) }), () => copying.copy(row))],
      )
      const copyLit = () => {
        if (copying.current !== null) copying.copy(copying.current)
      }
      const light = (step: 1 | -1) => () => {
        const values = rows.filter(({ kind }) => kind === 'copy')
        const at = values.findIndex(({ field }) => field.key === copying.current?.field.key)
        const row = values[Math.min(values.length - 1, Math.max(0, at + step))]
        if (row !== undefined) copying.light(row)
      }
      const isLit = () => copying.current !== null
      return [
        ...digits.map((command) => ({ ...command, ...inFooterForAll(command, say) })),
        {
          id: 'filing.copy.lit',
          name: say('queue.filing.copyNext'),
          shortcut: { code: 'Space' },
          caps: say('queue.filing.space'),
          inFooter: true,
          isEnabled: isLit,
          run: copyLit,
        },
        {
          id: 'filing.copy.enter',
          name: say('queue.filing.copyNext'),
          shortcut: { code: 'Enter' },
          isEnabled: isLit,
          run: copyLit,
        },
        { id: 'filing.up', name: say('queue.filing.fields'), shortcut: { code: 'ArrowUp' }, run: light(-1) },
        { id: 'filing.down', name: say('queue.filing.fields'), shortcut: { code: 'ArrowDown' }, run: light(1) },
        {
          id: 'filing.numbers',
          name: showsNumbers ? say('queue.filing.hideNumber') : say('queue.filing.showNumber'),
          shortcut: { code: 'KeyV' },
          inFooter: true,
          run: onShowNumbers,
        },
        {
          id: 'filing.reference',
          name: say('queue.filing.toReference'),
          shortcut: { code: 'Digit0' },
          inFooter: true,
          run: onReference,
        },
        {
          id: 'filing.close',
          name: say('queue.keys.back'),
          shortcut: { code: 'Escape' },
          inFooter: true,
          run() {
            // The first Esc leaves the field, so that a number half typed is not left with the guest.
            const field = document.activeElement
            if (field instanceof HTMLInputElement) field.blur()
            else onClose()
          },
        },
      ]
    }, [rows, copying, showsNumbers, onShowNumbers, onReference, onClose, say, language]),
  )
}

function digitCommand({ digit, shift }: FillKey, name: string, run: () => void): Command {
  return { id: `filing.copy.${shift ? 'shift-' : ''}${digit}`, name, shortcut: { code: `Digit${digit}`, shift }, run }
}

/** In the footer the first of a row of digits stands for all of them. */
function inFooterForAll({ shortcut, name }: Command, say: Words['say']): Partial<Command> {
  if (shortcut?.code !== 'Digit1') return shortcut?.shift === true ? { caps: `⇧${shortcut.code.slice(-1)}` } : {}
  return shortcut.shift === true
    ? { name: say('queue.filing.laterFields'), title: name, caps: '⇧1…⇧9', inFooter: true }
    : { name: say('queue.filing.copyKeys'), title: name, caps: '1…9', inFooter: true }
}
