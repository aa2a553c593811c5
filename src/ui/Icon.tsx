const paths = {
  plus: 'M8 3v10M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  right: 'M6 3.5 10.5 8 6 12.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  sliders: 'M2.5 5h6M12 5h1.5M10.2 3.2v3.6M2.5 11h1.5M7.5 11h6M5.8 9.2v3.6',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.6h-2.6',
  check: 'M3 8.5 6.5 12 13 4.5',
  tree: 'M3 3h4M3 3v9.5h4M3 8h4M9.5 8h3.5M9.5 12.5h3.5M9.5 3h3.5',
  undo: 'M6 3 3 6l3 3M3.5 6h6a3.5 3.5 0 0 1 0 7H6',
  end: 'M8 2.5v10M4 8.5 8 12.5l4-4',
}

export type IconName = keyof typeof paths

/** A sign of 16 pixels in the colour of the text. It says nothing to a screen reader: its button has the name. */
export const Icon = ({ name, className }: { name: IconName; className?: string }) => (
  <Drawing path={paths[name]} strokeWidth={name === 'more' ? 2 : 1.5} className={className} />
)

interface DrawingProps {
  path: string
  strokeWidth?: number
  className?: string | undefined
}

/** A sign that stands in one place only, drawn like the others. */
export const Drawing = ({ path, strokeWidth = 1.5, className = '' }: DrawingProps) => (
  <svg
    viewBox="0 0 16 16"
    aria-hidden="true"
    className={`size-4 shrink-0 fill-none stroke-current ${className}`}
    strokeWidth={strokeWidth}
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={path} />
  </svg>
)
