/** Lets the browser save a text as a file. */
export function saveFile(name: string, text: BlobPart, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // A browser may ask the reader for a place first, and takes hold of the text only then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
