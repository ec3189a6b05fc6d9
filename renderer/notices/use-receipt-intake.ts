import { useEffect, useState } from 'react'

/**
 * A receipt dropped anywhere on the window or pasted anywhere outside a field. Without this a dropped file would take the window away
 * from the desk. Answers whether a file is being dragged over the window.
 */
export function useReceiptIntake(onFile: (file: File) => void): boolean {
  const [isDragging, setIsDragging] = useState(false)
  useEffect(() => {
    const leave = () => setIsDragging(false)
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      setIsDragging(true)
    }
    const left = (event: DragEvent) => {
      // Only when the pointer leaves the window, not when it crosses from one element to the next.
      if (event.relatedTarget === null) leave()
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      leave()
      const [file] = event.dataTransfer?.files ?? []
      if (file !== undefined) onFile(file)
    }
    const paste = (event: ClipboardEvent) => {
      const [file] = event.clipboardData?.files ?? []
      if (file === undefined) return
      event.preventDefault()
      onFile(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', left)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', left)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [onFile])
  return isDragging
}

function hasFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') === true
}
