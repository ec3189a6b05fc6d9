import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/** A photograph of a fictional document as a phone, a webcam or a flatbed makes it. */
export interface Shot {
  readonly lines: readonly string[]
  /** Rounded strokes, as most printers have them, or square ones. */
  readonly cut?: 'OCRB' | 'OCRBS'
  /** Pixels across. */
  readonly width?: number
  /** Degrees; quarter turns too. */
  readonly turn?: number
  /** 0 to 1. */
  readonly quality?: number
  /** Largest change of a pixel's brightness. */
  readonly noise?: number
  /** Pixels. */
  readonly blur?: number
  readonly type?: 'image/jpeg' | 'image/png' | 'image/webp'
}

/** Draws with the browser's own text and JPEG, on a page that is not the desk's. */
export async function photographed(page: Page, shot: Shot): Promise<Buffer> {
  const { lines, cut = 'OCRB', width = 1600, turn = 0, quality = 0.85, noise = 8, blur = 0, type = 'image/jpeg' } = shot
  const font = readFileSync(new URL(`../../fixtures/ocr-b/${cut}.otf`, import.meta.url)).toString('base64')
  const base64 = await page.evaluate(
    async ({ font: face, lines: rows, width: across, turn: degrees, quality: fine, noise: grain, blur: soft, type: kind }) => {
      const loaded = new FontFace(
        'Zone',
        Uint8Array.from(atob(face), (character) => character.charCodeAt(0)),
      )
      document.fonts.add(await loaded.load())
      const length = rows[0]?.length ?? 44
      const size = (across * 0.9) / (length * 0.723)
      const height = Math.round(across * 0.7)
      const sheet = new OffscreenCanvas(across, height)
      const pen = sheet.getContext('2d')
      if (pen === null) throw new Error('No canvas')
      const paper = pen.createLinearGradient(0, 0, across, height)
      paper.addColorStop(0, '#e9e4d6')
      paper.addColorStop(1, '#b9c4c0')
      pen.fillStyle = paper
      pen.fillRect(0, 0, across, height)
      // A guilloche, as every document has one.
      pen.strokeStyle = 'rgba(120, 150, 170, 0.35)'
      for (let wave = 0; wave < 40; wave += 1) {
        pen.beginPath()
        for (let x = 0; x <= across; x += 8) pen.lineTo(x, (wave / 40) * height + Math.sin(x / 60 + wave) * 12)
        pen.stroke()
      }
      pen.fillStyle = '#30343a'
      pen.fillRect(across * 0.06, height * 0.15, across * 0.24, height * 0.45)
      pen.font = `${size * 0.8}px sans-serif`
      for (const [index, word] of ['REPUBLIC OF UTOPIA', 'ERIKSSON', 'ANNA MARIA', '12 AUG 1974'].entries())
        pen.fillText(word, across * 0.35, height * (0.2 + index * 0.1))
      pen.font = `${size}px Zone`
      pen.fillStyle = '#1d1f22'
      for (const [index, row] of rows.entries())
        for (const [column, character] of [...row].entries())
          pen.fillText(character, across * 0.05 + column * size * 0.723, height * 0.95 - (rows.length - 1 - index) * size * 1.2)

      const radians = (degrees * Math.PI) / 180
      const [cos, sin] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))]
      const photo = new OffscreenCanvas(Math.round(across * cos + height * sin), Math.round(across * sin + height * cos))
      const view = photo.getContext('2d')
      if (view === null) throw new Error('No canvas')
      view.fillStyle = '#6b5a4a'
      view.fillRect(0, 0, photo.width, photo.height)
      view.filter = soft > 0 ? `blur(${soft}px)` : 'none'
      view.translate(photo.width / 2, photo.height / 2)
      view.rotate(radians)
      view.drawImage(sheet, -across / 2, -height / 2)
      const shown = view.getImageData(0, 0, photo.width, photo.height)
      let seed = 12345
      for (let at = 0; at < shown.data.length; at += 4) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
        const off = (seed / 2_147_483_648 - 0.5) * 2 * grain
        for (let part = 0; part < 3; part += 1) shown.data[at + part] = (shown.data[at + part] ?? 0) + off
      }
      view.putImageData(shown, 0, 0)
      const file = await photo.convertToBlob({ type: kind, quality: fine })
      const bytes = new Uint8Array(await file.arrayBuffer())
      let text = ''
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
      return btoa(text)
    },
    { font, lines, width, turn, quality, noise, blur, type },
  )
  return Buffer.from(base64, 'base64')
}
