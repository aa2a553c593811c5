import type { ComponentProps } from 'react'

const looks = {
  /** What the reader came to do. */
  primary:
    'bg-accent text-paper font-semibold px-3.5 hover:bg-accent-strong disabled:bg-line disabled:text-faint',
  /** A quiet thing with an edge. */
  chip: 'border border-line bg-paper text-soft px-2.5 hover:border-edge hover:text-ink disabled:text-faint disabled:hover:border-line',
  /** Only words, or only a sign. */
  plain: 'text-soft px-1.5 hover:text-ink hover:bg-wash disabled:text-faint',
  /** Takes something away. */
  danger: 'border border-line bg-paper text-warn px-2.5 hover:border-warn',
}

export type ButtonLook = keyof typeof looks

type Props = ComponentProps<'button'> & { look?: ButtonLook }

/** A button. One that shows no words needs an `aria-label`. */
export function Button({ look = 'chip', className = '', type = 'button', ...rest }: Props) {
  return (
    <button
      // oxlint-disable-next-line react/button-has-type -- the default is a button
      type={type}
      className={`inline-flex min-h-7 min-w-7 shrink-0 items-center justify-center gap-1.5 rounded-chip text-small whitespace-nowrap select-none ${looks[look]} ${className}`}
      {...rest}
    />
  )
}
