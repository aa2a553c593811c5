interface Props {
  labelledBy: string
  describedBy?: string
  on: boolean
  onChange: (on: boolean) => void
}

/** On or off, at once. */
export function Switch({ labelledBy, describedBy, on, onChange }: Props) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onClick={() => onChange(!on)}
      className="group relative h-6 w-9 shrink-0 rounded-full"
    >
      <span className="absolute inset-x-0.5 inset-y-[3px] rounded-full border border-edge bg-paper group-aria-checked:border-accent group-aria-checked:bg-accent forced-colors:group-aria-checked:bg-[Highlight]" />
      <span className="absolute start-[5px] top-[6px] size-3 rounded-full bg-edge transition-[inset-inline-start] duration-100 group-aria-checked:start-[18px] group-aria-checked:bg-paper forced-colors:bg-[ButtonText] forced-colors:group-aria-checked:bg-[HighlightText]" />
    </button>
  )
}
