import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROJECT_ROOT } from '../../support/project.ts'

/** Everything that is no key: pointers, fields filled from behind, addresses opened past the screen. */
const NOT_A_KEY =
  /\.(click|dblclick|tap|hover|check|uncheck|setChecked|fill|clear|selectOption|setInputFiles|dragTo|dragAndDrop)\(|\.mouse\b|\.touchscreen\b|location\.hash|\bgoTo\(this\.page/

test('the day at the desk is played with keys alone', () => {
  const folder = join(PROJECT_ROOT, 'test', 'e2e', 'day')
  const files = readdirSync(folder).filter((file) => file !== 'keyboard-only.test.ts')
  const found = files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (NOT_A_KEY.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  )
  expect(files.length).toBeGreaterThanOrEqual(4)
  expect(found).toEqual([])
})
