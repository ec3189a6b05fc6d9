import { useEffect, useRef, useState } from 'react'

/** Pictures dropped anywhere on the page or pasted; `true` while one is held over the page. */
export function usePictureSources(isOff: boolean, read: (source: Blob) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  const latest = useRef({ isOff, read })
  useEffect(() => {
    latest.current = { isOff, read }
  })

  useEffect(() => {
    function take(data: DataTransfer | null): boolean {
      const file = data === null ? undefined : [...data.files].find(isPicture)
      if (file === undefined) return false
      if (!latest.current.isOff) latest.current.read(file)
      return true
    }
    function onDragOver(event: DragEvent): void {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      // Without this the browser would leave the page for the file.
      event.preventDefault()
      setIsOver(!latest.current.isOff)
    }
    function onDragLeave(event: DragEvent): void {
      if (event.relatedTarget === null) setIsOver(false)
    }
    function onDrop(event: DragEvent): void {
      setIsOver(false)
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      take(event.dataTransfer)
    }
    function onPaste(event: ClipboardEvent): void {
      // Text that comes along with a picture is the text.
      if (event.defaultPrevented || (event.clipboardData?.getData('text') ?? '') !== '') return
      if (take(event.clipboardData)) event.preventDefault()
    }
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('dragleave', onDragLeave)
    document.addEventListener('drop', onDrop)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('drop', onDrop)
      document.removeEventListener('paste', onPaste)
    }
  }, [])
  return isOver
}

/** Some PCs know no type for a file; its name then says it. A list of guests is none. */
function isPicture({ type, name }: File): boolean {
  return type.startsWith('image/') || (type === '' && /\.(jpe?g|png|webp)$/i.test(name))
}
