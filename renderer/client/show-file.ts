/** A page that was opened keeps its blob only as long as this one remembers it. */
const KEEP_URL_MS = 5 * 60_000

/** Shows a file in a new tab, with the printer's dialog if wanted; where no window may open, it is saved instead. */
export function showFile(blob: Blob, fileName: string, prints: boolean): void {
  const url = URL.createObjectURL(blob)
  setTimeout(() => URL.revokeObjectURL(url), KEEP_URL_MS)
  const tab = window.open(url, '_blank')
  if (tab === null) save(url, fileName)
  else if (prints) tab.addEventListener('load', () => tab.print())
}

function save(url: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
}
