interface Props {
  labelledBy: string
  describedBy?: string
  min: number
  max: number
  step: number
  /** Undefined while unset: the thumb rests, grey, at `resting`. */
  value: number | undefined
  resting: number
  /** What a screen reader says instead of the number while it is unset. */
  unsetText: string
  onChange: (value: number) => void
}

/** A number on a line: the browser's own range input, in the page's looks. */
export function Slider(props: Props) {
  const { labelledBy, describedBy, min, max, step, value, resting, unsetText, onChange } = props
  const at = value ?? resting
  const change = (next: string) => onChange(Number(next))
  return (
    <input
      type="range"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-valuetext={value === undefined ? unsetText : undefined}
      min={min}
      max={max}
      step={step}
      value={at}
      onChange={({ target }) => change(target.value)}
      // A click on the place where it rests sets it too, though nothing moves.
      onPointerUp={({ currentTarget }) => value === undefined && change(currentTarget.value)}
      data-unset={value === undefined || undefined}
      className="slider"
      style={{ ['--filled' as string]: `${((at - min) / (max - min)) * 100}%` }}
    />
  )
}
