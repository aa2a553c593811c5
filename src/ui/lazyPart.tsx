import { type ComponentType, type ReactNode, createElement, useEffect, useState } from 'react'
import { ErrorBoundary, type Failure } from './ErrorBoundary'
import { untilLoaded } from './untilLoaded'

interface Failed extends Partial<Pick<Failure, 'place' | 'onClose'>> {
  /** What is `awaited` does as well: it stays, and the part is asked for again. */
  stays?: boolean
}

/**
 * A component that is loaded when it is first shown, or before, by `load`. Until then `awaited` stands in its place.
 * It takes the place of `lazy` and `Suspense`, which show the fallback also where the component has been loaded
 * already, and then hold back what replaces it for 300 ms. Where it fails, or cannot be loaded and nothing `stays`, that is
 * said in its `place`, and showing it again tries again.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { stays = false, ...failed }: Failed = {},
) {
  let loaded: ComponentType<Props> | undefined
  let loading: Promise<unknown> | undefined
  const begin = () =>
    (loading ??= load()
      .then((part) => (loaded = part))
      .catch((error: unknown) => {
        loading = undefined
        throw error
      }))

  function Loaded({ awaited, ...props }: Props & { awaited?: ReactNode }) {
    const [failure, setFailure] = useState<{ error: unknown }>()
    const [, setArrived] = useState(loaded !== undefined)
    useEffect(() => {
      if (loaded) {
        // It may have come since this was rendered.
        setArrived(true)
        return undefined
      }
      let shown = true
      const arrival = stays ? untilLoaded(begin, () => shown) : begin()
      arrival.then(
        () => shown && setArrived(true),
        (error: unknown) => shown && setFailure({ error }),
      )
      return () => {
        shown = false
      }
    }, [])
    if (failure) throw failure.error
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- without `awaited` it is what the component asks for
    return loaded ? createElement(loaded, props as unknown as Props) : awaited
  }
  const Part = (props: Props & { awaited?: ReactNode }) => (
    <ErrorBoundary {...failed}>
      <Loaded {...props} />
    </ErrorBoundary>
  )
  return Object.assign(Part, { load: begin })
}
