import { describe, expect, test } from 'vitest'
import { paletteCommands } from '#renderer/app/palette/palette-commands.ts'
import { canChoose, groupsFor, optionTowards } from '#renderer/app/palette/palette-options.ts'
import type { Command } from '#renderer/commands/command.ts'
import type { CommandPlace } from '#renderer/commands/command-registry.ts'

function placed(id: string, more: Partial<Command> = {}, place: CommandPlace = 'screen') {
  return { command: { id, name: id, run: () => undefined, ...more }, place }
}

describe('what is offered', () => {
  test('what works, and what says why it does not; what is silent is left out', () => {
    const offered = paletteCommands([
      placed('works'),
      placed('says', { isEnabled: () => false, whyNot: () => 'не готово' }),
      placed('silent', { isEnabled: () => false }),
      placed('nothing to say', { isEnabled: () => false, whyNot: () => null }),
    ])
    expect(offered.map(({ title, whyNot }) => [title, whyNot])).toEqual([
      ['Works', null],
      ['Says', 'не готово'],
    ])
  })

  test('keys that only move the keyboard about are left out, unless they have a name of their own', () => {
    const offered = paletteCommands([
      placed('down', { shortcut: { code: 'ArrowDown' } }),
      placed('leave', { shortcut: { code: 'Escape' } }),
      placed('act', { shortcut: { code: 'Enter' } }),
      placed('save', { shortcut: { code: 'Enter', ctrl: true } }),
      placed('next', { shortcut: { code: 'Enter' }, title: 'следующий гость' }),
    ])
    expect(offered.map(({ title, caps }) => [title, caps])).toEqual([
      ['Save', ['Ctrl', 'Enter']],
      ['Следующий гость', ['Enter']],
    ])
  })

  test('records with one id are one line: the screen’s key, the whole phrase, every name', () => {
    const offered = paletteCommands([
      placed('queue.paper', { name: 'бумага', shortcut: { code: 'KeyB' } }),
      placed('queue.paper', { name: 'уведомления', title: 'Очередь: уведомления', alsoCalled: ['опись'] }, 'sections'),
    ])
    expect(offered).toEqual([
      {
        id: 'queue.paper',
        title: 'Очередь: уведомления',
        names: ['Очередь: уведомления', 'бумага', 'уведомления', 'опись'],
        caps: ['B'],
        place: 'screen',
        whyNot: null,
      },
    ])
  })
})

describe('the list', () => {
  const commands = paletteCommands([
    placed('print'),
    placed('today', {}, 'sections'),
    placed('theme', { name: 'тёмное оформление' }, 'desk'),
    placed('off', { isEnabled: () => false, whyNot: () => 'нет' }),
  ])
  const ids = (query: string, recent: readonly string[] = [], guests: Parameters<typeof groupsFor>[2] = null) =>
    groupsFor(query, commands, guests, recent).map(({ name, options }) => [name, ...options.map(({ id }) => id)])

  test('nothing typed: what was used lately, then everything by where it is at home, each once', () => {
    expect(ids('', ['theme', 'gone', 'off'])).toEqual([
      ['recent', 'command:theme'],
      ['screen', 'command:print', 'command:off'],
      ['sections', 'command:today'],
    ])
  })

  test('guests stand after commands that fit, and before those that hardly do', () => {
    const guests = { query: 'тмн', notices: [], total: 3 }
    expect(ids('тёмн', [], guests)).toEqual([
      ['commands', 'command:theme'],
      ['guests', 'guests'],
    ])
    expect(ids('тмн', [], guests)).toEqual([
      ['guests', 'guests'],
      ['loose', 'command:theme'],
    ])
  })

  test('the arrows go round, a page stops at the ends, and from nowhere they start at an end', () => {
    const options = groupsFor('', commands, null, []).flatMap((group) => group.options)
    const go = (id: string | null, step: number) => optionTowards(options, id, step)?.id
    expect([go(null, 1), go(null, -1), go('command:theme', 1), go('command:print', -1), go('command:print', 8)]).toEqual([
      'command:print',
      'command:theme',
      'command:print',
      'command:theme',
      'command:theme',
    ])
    expect(optionTowards([], null, 1)).toBeUndefined()
  })

  test('what does not work cannot be chosen', () => {
    const options = groupsFor('', commands, null, []).flatMap((group) => group.options)
    expect(options.filter((option) => !canChoose(option)).map(({ id }) => id)).toEqual(['command:off'])
  })
})
