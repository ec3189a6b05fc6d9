import { describe, expect, test } from 'vitest'
import { type Command, capsOf, matches, type Shortcut } from '#renderer/commands/command.ts'
import { runById, runByKey, useCommandRegistry } from '#renderer/commands/command-registry.ts'
import { characterOf } from '#renderer/commands/physical-keys.ts'
import { keysOf, pressed } from './keyboard.ts'

test('characters come from key positions, so the layout does not matter', () => {
  const text = 'P<RUS7501/Q'
  expect(
    keysOf(text, () => 5)
      .map((key) => characterOf(key))
      .join(''),
  ).toBe(text)
})

test('Caps Lock and Shift undo each other, as on a keyboard', () => {
  expect([
    characterOf({ code: 'KeyQ', shift: false, capsLock: false }),
    characterOf({ code: 'KeyQ', shift: true, capsLock: false }),
    characterOf({ code: 'KeyQ', shift: false, capsLock: true }),
    characterOf({ code: 'KeyQ', shift: true, capsLock: true }),
    characterOf({ code: 'ArrowUp', shift: false, capsLock: false }),
  ]).toEqual(['q', 'Q', 'Q', 'q', undefined])
})

test('key caps', () => {
  expect([
    capsOf({ shortcut: { code: 'KeyN' } }),
    capsOf({ shortcut: { code: 'KeyT', after: 'KeyG' } }),
    capsOf({ shortcut: { code: 'Enter', ctrl: true } }),
    capsOf({ shortcut: { code: 'Slash' } }),
    capsOf({ shortcut: { code: 'Slash', shift: true }, caps: '?' }),
  ]).toEqual(['N', 'G T', 'Ctrl Enter', '/', '?'])
})

test('a chord is not its letter', () => {
  expect(matches({ code: 'KeyN' }, pressed('KeyN', 0, { ctrl: true }), null)).toBe(false)
})

describe('running by key', () => {
  const ran: string[] = []
  const command = (id: string, shortcut: Shortcut, more: Partial<Command> = {}): Command => ({
    id,
    name: id,
    shortcut,
    run: () => ran.push(id),
    ...more,
  })

  function withCommands(commands: readonly Command[], act: () => void): readonly string[] {
    const owner = Symbol('test')
    ran.length = 0
    useCommandRegistry.getState().put(owner, commands)
    act()
    useCommandRegistry.getState().take(owner)
    return [...ran]
  }

  test('a leading key waits for its letter, and not for ever', () => {
    const commands = [command('today', { code: 'KeyT', after: 'KeyG' }), command('tick', { code: 'KeyT' })]
    expect(
      withCommands(commands, () => {
        runByKey(pressed('KeyG', 0), false)
        runByKey(pressed('KeyT', 500), false)
        runByKey(pressed('KeyG', 1_000), false)
        runByKey(pressed('KeyT', 9_000), false)
      }),
    ).toEqual(['today', 'tick'])
  })

  test('a lone letter is left to a field, a chord is not', () => {
    const commands = [command('new', { code: 'KeyN' }), command('save', { code: 'Enter', ctrl: true })]
    expect(
      withCommands(commands, () => {
        runByKey(pressed('KeyN', 0), true)
        runByKey(pressed('Enter', 10, { ctrl: true }), true)
      }),
    ).toEqual(['save'])
  })

  test('a command without a key is run by its name alone, and only while it works', () => {
    let works = true
    const commands: readonly Command[] = [
      { id: 'language', name: 'Қазақша', run: () => ran.push('language'), isEnabled: () => works },
    ]
    expect(
      withCommands(commands, () => {
        expect([runByKey(pressed('KeyL', 0), false), runById('language'), runById('gone')]).toEqual([false, true, false])
        works = false
        expect(runById('language')).toBe(false)
      }),
    ).toEqual(['language'])
    expect(commands.map(capsOf)).toEqual([''])
  })

  test('the screen goes before the shell even where the shell came later', () => {
    const shell = Symbol('shell')
    expect(
      withCommands([command('screen', { code: 'KeyO' })], () => {
        useCommandRegistry.getState().put(shell, [command('shell', { code: 'KeyO' })], 'desk')
        runByKey(pressed('KeyO', 0), false)
        useCommandRegistry.getState().take(shell)
      }),
    ).toEqual(['screen'])
  })

  test('the screen goes before the shell, and what is not enabled does not run', () => {
    const shell = Symbol('shell')
    useCommandRegistry.getState().put(shell, [command('shell', { code: 'KeyO' })])
    expect(withCommands([command('screen', { code: 'KeyO' })], () => runByKey(pressed('KeyO', 0), false))).toEqual(['screen'])
    expect(
      withCommands([command('off', { code: 'KeyO' }, { isEnabled: () => false })], () => runByKey(pressed('KeyO', 0), false)),
    ).toEqual(['shell'])
    useCommandRegistry.getState().take(shell)
  })
})
