import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button'
import { t } from '../words/t'

/** A part of the page that fails takes nothing else with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div role="alert" className="flex grow flex-col items-start justify-center gap-3 p-6 text-chrome">
        <p>{t.app.paneFailed}</p>
        <p className="font-mono text-small [overflow-wrap:anywhere] text-warn">{error.message}</p>
        <Button onClick={() => this.setState({ error: undefined })}>{t.app.tryAgain}</Button>
      </div>
    )
  }
}
