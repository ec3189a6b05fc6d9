/** Hands a file to the browser's downloads under its name. */
export function saveFile(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has its own hold on the bytes once it has begun; a click begins it at once.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
