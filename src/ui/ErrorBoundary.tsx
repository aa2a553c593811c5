import { Component, type ReactNode, createContext, useContext } from 'react'

export interface Failure {
  error: Error
  /** Where the part would stand: with room for a few lines, in a line with others, or over the page. */
  place: 'pane' | 'line' | 'over'
  /** Shows the part again. */
  again: () => void
  /** Does without it, where that is possible. */
  onClose?: (() => void) | undefined
}

/** How a part that has failed is shown: the page says it in its own words. */
export const failureShown = createContext(({ error }: Failure): ReactNode => error.message)

interface Props extends Partial<Pick<Failure, 'place' | 'onClose'>> {
  children: ReactNode
  /** What of it can be shown all the same. */
  rest?: ReactNode
}

/** A part of the page that fails takes nothing else with it. */
export class ErrorBoundary extends Component<Props, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { children, place = 'pane', onClose, rest } = this.props
    const { error } = this.state
    if (!error) return children
    const again = () => this.setState({ error: undefined })
    return (
      <>
        <Instead error={error} place={place} again={again} onClose={onClose} />
        {rest}
      </>
    )
  }
}

const Instead = (failure: Failure) => useContext(failureShown)(failure)
