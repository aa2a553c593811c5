/** How a text field looks in this panel. */
export const fieldLook =
  'min-h-8 w-full min-w-0 rounded-field border border-line bg-paper px-2.5 text-small text-ink hover:border-edge aria-invalid:border-warn'
