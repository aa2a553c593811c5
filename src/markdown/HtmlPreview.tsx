import { use, useRef } from 'react'
import policy from './diagramPolicy.html?url'
import { LabelsContext } from './labels'
import { previewPage } from './previewPage'

/**
 * A page that a model wrote, as it would look: in a frame without an origin, scripts or a network. It stands in another
 * one, of our origin and empty, whose policy it takes over: under the page's own it could have no styles.
 */
export function HtmlPreview({ code }: { code: string }) {
  const labels = use(LabelsContext)
  const outer = useRef<HTMLIFrameElement>(null)
  const fill = () => {
    const home = outer.current?.contentDocument
    if (!home?.defaultView) return
    // oxlint-disable-next-line react/iframe-missing-sandbox -- the next line has it, and allows nothing
    const frame = home.createElement('iframe')
    frame.setAttribute('sandbox', '')
    frame.title = labels.preview
    frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0; background: #fff'
    // The parser of the frame, since the page may forbid its own to read texts.
    frame.srcdoc = previewPage(code, new home.defaultView.DOMParser())
    home.body.replaceChildren(frame)
  }
  return (
    <div className="html-preview">
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- of our own origin and empty: what stands in it has one */}
      <iframe ref={outer} src={policy} title={labels.preview} onLoad={fill} />
      <p>{labels.previewHint}</p>
    </div>
  )
}
