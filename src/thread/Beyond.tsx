import { useEffect, useRef } from 'react'
import { Button } from '../ui/Button'

interface Props {
  label: string
  onShow: () => void
}

/** Stands where the drawn part of a long thread ends, and draws more of it when the reader comes near. */
export function Beyond({ label, onShow }: Props) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onShow()
      },
      { root: row.current?.closest('[role=region]') ?? null, rootMargin: '1200px 0px' },
    )
    if (row.current) observer.observe(row.current)
    return () => observer.disconnect()
  }, [onShow])
  return (
    <div ref={row} className="py-2 text-center">
      <Button onClick={onShow}>{label}</Button>
    </div>
  )
}
