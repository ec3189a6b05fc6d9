import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPicture } from '#electron/desk/documents/picture/read-picture.ts'
import { readMrz } from '#shared/documents/read-mrz.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { digit, fill, td3 } from '../../shared/documents/mrz-maker.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { photographed, type Shot } from './camera-picture.ts'

const TODAY = calendarDate('2026-05-05')

/** Fictional people whose lines hold every character a zone can have. */
const TD3S = [
  td3({
    issuer: 'UZB',
    nationality: 'UZB',
    name: 'QODIROV<<JAHONGIR<ZAFAROVICH',
    number: 'FA8802714',
    birth: '870630',
    optional: '31206871230045',
  }),
  td3({ issuer: 'DEU', nationality: 'D<<', name: 'VON<WYCK<<XENIA<PHILIPPA', number: 'C01X00T47', birth: '640812', sex: 'F' }),
  td3({ issuer: 'IND', nationality: 'IND', name: 'DESHMUKH<<ANANYA', number: 'Z3956480', birth: '951109', sex: 'F' }),
]

function td1(number: string, birth: string, expiry: string, name: string): readonly string[] {
  const first = `I<UTO${number}${digit(number)}${'<'.repeat(15)}`
  const born = birth + digit(birth)
  const expires = expiry + digit(expiry)
  const composite = digit(first.slice(5) + born + expires + '<'.repeat(11))
  return [first, `${born}F${expires}UTO${'<'.repeat(11)}${composite}`, fill(name, 30)]
}

const ZONES: readonly (readonly string[])[] = [...TD3S, td1('D23145890', '740812', '320415', 'BEKOVA<<GULNARA')]

/** As they come to a desk: flatbed, phone, webcam; straight, aslant, sideways, upside down; fine and worn. */
const SHOTS: readonly (Omit<Shot, 'lines'> & { readonly name: string })[] = [
  { name: 'flatbed', width: 2000, quality: 0.95, noise: 3 },
  { name: 'phone', width: 2400, turn: 3, quality: 0.8, noise: 12 },
  { name: 'phone on its side', width: 1800, turn: 91, noise: 12 },
  { name: 'upside down', width: 1600, turn: 178 },
  { name: 'webcam', width: 1280, turn: -2, quality: 0.7, noise: 18 },
  { name: 'webcam, soft', width: 1280, quality: 0.75, blur: 1.5, noise: 10 },
  { name: 'small', width: 800, quality: 0.85, noise: 6 },
  { name: 'messenger', width: 900, turn: 1, quality: 0.4, noise: 6 },
  { name: 'square strokes', width: 1500, cut: 'OCRBS', turn: 1 },
  { name: 'aslant', width: 1600, turn: 8, noise: 10 },
  { name: 'grainy', width: 1200, turn: -1, noise: 40, quality: 0.6 },
  { name: 'out of focus', width: 1100, blur: 2.5 },
]

/** Of 24 pictures at least so many have every character right. */
const FEWEST_WHOLE = 23

let browser: TestBrowser

beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)

afterAll(() => browser.close())

test('most pictures are read to the last character, and a digit that agrees is never wrong', { timeout: 240_000 }, async () => {
  const page = await browser.newPage()
  const missed: string[] = []
  for (const [number, shot] of SHOTS.entries()) {
    for (const index of [number % ZONES.length, (number + 3) % ZONES.length]) {
      const lines = ZONES[index] ?? []
      const file = await photographed(page, { ...shot, lines })
      const { width, height, base64 } = await page.evaluate(async (content) => {
        const bitmap = await createImageBitmap(
          new Blob([Uint8Array.from(atob(content), (character) => character.charCodeAt(0))]),
        )
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
        const pen = canvas.getContext('2d')
        pen?.drawImage(bitmap, 0, 0)
        const { data } = pen?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() }
        let text = ''
        for (let at = 0; at < data.length; at += 4)
          text += String.fromCharCode(((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8)
        return { width: canvas.width, height: canvas.height, base64: btoa(text) }
      }, file.toString('base64'))
      const reading = readPicture({ width, height, pixels: Buffer.from(base64, 'base64') }, TODAY)
      if (reading?.lines.join('\n') !== lines.join('\n'))
        missed.push(`${shot.name}, ${index + 1}: ${wrongIn(lines, reading?.lines)}`)
      expect(provenWrongly(lines, reading?.lines)).toEqual([])
    }
  }
  const total = SHOTS.length * 2
  process.stdout.write(`read to the last character: ${total - missed.length} of ${total}\n${missed.join('\n')}\n`)
  expect(missed.length).toBeLessThanOrEqual(total - FEWEST_WHOLE)
})

function wrongIn(printed: readonly string[], read: readonly string[] | undefined): string {
  if (read === undefined) return 'nothing seen'
  const [one, other] = [printed.join(''), read.join('')]
  return `${[...one].filter((character, at) => character !== other[at]).length} characters`
}

/** Fields a digit vouches for that are not what is printed. A number put right is left out: a person compares it. */
function provenWrongly(printed: readonly string[], read: readonly string[] | undefined): readonly string[] {
  const truth = readMrz(printed.join('\n'), TODAY)
  const reading = read === undefined ? undefined : readMrz(read.join('\n'), TODAY)
  if (!truth.ok || reading === undefined || !reading.ok || reading.value.repairs.length > 0) return []
  const { proven, fields } = reading.value
  return proven.filter((field) => fields[field] !== truth.value.fields[field])
}
