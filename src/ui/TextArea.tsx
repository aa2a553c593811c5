import type { ComponentProps, KeyboardEvent } from 'react'
import { isComposing } from './isComposing'

type Props = ComponentProps<'textarea'> & {
  /** Enter without Shift, outside an input method. */
  onSubmit?: () => void
}

const measured = 20_000

/**
 * Text of several lines that grows with its content. Enter submits, Shift+Enter breaks the line; a key that an
 * input method is still using does neither.
 */
export function TextArea({ onSubmit, onKeyDown, className = '', ...rest }: Props) {
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    onKeyDown?.(event)
    if (!onSubmit || event.defaultPrevented || event.key !== 'Enter' || event.shiftKey) return
    if (isComposing(event.nativeEvent)) return
    event.preventDefault()
    onSubmit()
  }
  // Measuring a very long text at every change would hold up the page: past that it keeps one height.
  const long = typeof rest.value === 'string' && rest.value.length > measured
  const size = long ? 'h-80' : 'field-sizing-content'
  return <textarea onKeyDown={keyDown} className={`${size} resize-none ${className}`} {...rest} />
}
