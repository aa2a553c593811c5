/** How a field looks that is typed into or chosen from; how wide it is and how large its letters are, its place says. */
export const fieldLook =
  'min-h-8 min-w-0 rounded-field border border-line bg-paper px-2.5 text-ink hover:border-edge aria-invalid:border-warn'

export const wideField = `w-full ${fieldLook}`
