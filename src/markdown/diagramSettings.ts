import type { MermaidConfig } from 'mermaid'

/** What no source may change: most could be used to load something, or to draw without an end. */
const secure = (
  'secure securityLevel startOnLoad maxTextSize maxEdges suppressErrorRendering htmlLabels ' +
  'theme themeCSS themeVariables fontFamily altFontFamily dompurifyConfig'
).split(' ')

/** How mermaid is to draw: in the colours of the page, and without HTML, which few programs show in a picture. */
export function diagramSettings(darkMode: boolean): MermaidConfig {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    maxTextSize: 20_000,
    maxEdges: 500,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    secure,
    ...colours(darkMode),
  }
}

function colours(darkMode: boolean): MermaidConfig {
  // Tokens are colours only where they are used, so a box that nobody sees uses them.
  const box = document.createElement('div')
  box.className = 'diagram-colours'
  document.body.append(box)
  const used = getComputedStyle(box)
  const { color: ink, backgroundColor: paper, fontFamily } = used
  const themeVariables = {
    darkMode,
    background: paper,
    edgeLabelBackground: paper,
    textColor: ink,
    titleColor: ink,
    primaryTextColor: ink,
    primaryColor: used.borderTopColor,
    primaryBorderColor: used.borderRightColor,
    lineColor: used.borderBottomColor,
    secondaryColor: used.outlineColor,
    tertiaryColor: used.borderLeftColor,
    pieStrokeColor: used.borderBottomColor,
    pieOuterStrokeColor: used.borderBottomColor,
    noteTextColor: ink,
    noteBkgColor: used.outlineColor,
    noteBorderColor: used.columnRuleColor,
  }
  box.remove()
  return { fontFamily, theme: 'base', themeVariables }
}
