import { type ComponentType, type ReactNode, createElement, useEffect, useState } from 'react'
import { ErrorBoundary, type Failure } from './ErrorBoundary'

/**
 * A component that is loaded when it is first shown, or before, by `load`. Until then `awaited` stands in its place.
 * It takes the place of `lazy` and `Suspense`, which show the fallback also where the component has been loaded
 * already, and then hold back what replaces it for 300 ms. Where it cannot be loaded or fails, that is said in its
 * `place`, and showing it again tries again.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  failed: Partial<Pick<Failure, 'place' | 'onClose'>> = {},
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
      begin().then(
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
