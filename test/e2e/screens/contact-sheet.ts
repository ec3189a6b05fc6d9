import { rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launchBrowser } from '../../support/browser.ts'
import { PHOTOGRAPHS, type Photograph, type View } from './photograph.ts'

/** Of one photograph on the sheet, in pixels. */
const WIDTH = 440

/** All photographs on one picture, a screen in a row, a view in a column. Answers its file. */
export async function contactSheet(photographs: readonly Photograph[], views: readonly View[]): Promise<string> {
  const page = join(PHOTOGRAPHS, 'contact-sheet.html')
  const file = join(PHOTOGRAPHS, 'contact-sheet.png')
  writeFileSync(page, html(photographs, views))
  const browser = await launchBrowser({ viewport: { width: WIDTH * views.length + 8 * (views.length + 1), height: 900 } })
  try {
    const window = await browser.newPage()
    await window.goto(pathToFileURL(page).href)
    await window.screenshot({ path: file, fullPage: true })
  } finally {
    await browser.close()
    rmSync(page)
  }
  return file
}

function html(photographs: readonly Photograph[], views: readonly View[]): string {
  const rows = [...Map.groupBy(photographs, ({ scene }) => scene)].map(([scene, taken]) => {
    const images = taken.map(({ file }) => `<img src="${basename(file)}" alt="">`).join('')
    return `<h2>${scene}</h2><div>${images}</div>`
  })
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 8px; font: 13px sans-serif; background: #888; color: #fff }
h2 { margin: 8px 0 4px; font-size: 14px }
div { display: grid; grid-template-columns: repeat(${views.length}, ${WIDTH}px); gap: 8px }
img { width: 100%; display: block }
</style>${rows.join('\n')}`
}
