import { useMemo } from 'react'
import { qrCode } from './qrCode'

/** The quiet border that readers need. */
const border = 4

/** A QR code of a text, dark on light in every theme, since many readers take no other; nothing where it is too long. */
export function QrImage({ text, label, className }: { text: string; label: string; className?: string }) {
  const squares = useMemo(() => qrCode(new TextEncoder().encode(text)), [text])
  if (!squares) return null
  const size = squares.length + 2 * border
  const path = squares.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x + border} ${y + border}h1v1h-1z`] : [])),
  )
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" d={path.join('')} />
    </svg>
  )
}
