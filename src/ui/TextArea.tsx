import type { ComponentProps, KeyboardEvent } from 'react'

type Props = ComponentProps<'textarea'> & {
  /** Enter without Shift, outside an input method. */
  onSubmit?: () => void
}

const measured = 20_000

/**
 * Text of several lines that grows with its content. Enter submits, Shift+Enter breaks the line; a key that an
 * input method is still using does neither (Safari says so only by the key code 229).
 */
export function TextArea({ onSubmit, onKeyDown, className = '', ...rest }: Props) {
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onKeyDown?.(event)
    const composing = event.nativeEvent.isComposing || event.keyCode === 229
    if (!onSubmit || event.defaultPrevented || event.key !== 'Enter' || event.shiftKey || composing) return
    event.preventDefault()
    onSubmit()
  }
  // Measuring a very long text at every change would hold up the page: past that it keeps one height.
  const long = typeof rest.value === 'string' && rest.value.length > measured
  const size = long ? 'h-80' : 'field-sizing-content'
  return <textarea onKeyDown={keyDown} className={`${size} resize-none ${className}`} {...rest} />
}
