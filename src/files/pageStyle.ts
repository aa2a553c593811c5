/** The look of a page of its own. Its policy names the hash, so that nothing else can bring a style. */
export const pageStyle = `:root{color-scheme:light dark;--paper:#fcfbf9;--wash:#f5f3ee;--line:#e5e1d8;--ink:#1d1c1a;--soft:#57534c;--accent:#0e6b63;--warn:#9a4714;--code:#f4f1ea}
@media (prefers-color-scheme:dark){:root{--paper:#151514;--wash:#1b1b19;--line:#2d2c29;--ink:#ebe8e1;--soft:#b3aea4;--accent:#5cbdb2;--warn:#e0935c;--code:#1f1e1c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:.8125rem;font-weight:600;color:var(--soft);margin:0 0 .25rem}
h2 span{font-weight:400}
h3,h4,h5,h6{line-height:1.3;margin:1.25em 0 .5em}
h3{font-size:1.25rem}h4{font-size:1.125rem}h5,h6{font-size:1rem}
article{padding:1rem 0;border-top:1px solid var(--line)}
section+section{margin-top:4rem}
.about,.note,footer,summary{color:var(--soft);font-size:.8125rem}
.about{margin:0 0 1.5rem}
.warn{color:var(--warn)}
.plain{white-space:pre-wrap}
.user .plain{background:var(--wash);padding:.75rem 1rem;border-radius:.5rem}
.muted{color:var(--soft)}
p,ul,ol,blockquote,table,pre{margin:.75em 0}
article>:last-child{margin-bottom:0}
blockquote{padding-inline-start:1rem;border-inline-start:3px solid var(--line);margin-inline:0;color:var(--soft)}
pre{background:var(--code);border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem;overflow-x:auto;white-space:pre}
code,pre{font:.875em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,monospace}
:not(pre)>code{background:var(--code);border-radius:.25rem;padding:.1em .3em}
a{color:var(--accent)}
img{max-width:100%}
table{display:block;overflow-x:auto;border-collapse:collapse}
th,td{border:1px solid var(--line);padding:.35rem .65rem;text-align:start}
[data-align=center]{text-align:center}[data-align=right]{text-align:right}
details{margin:.5rem 0}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#333}main{max-width:none;padding:0}article{break-inside:auto}h2{break-after:avoid}pre{white-space:pre-wrap}}
`

/** SHA-256 of the style; a test holds it to that. It is written down since pages from the disk cannot compute it. */
export const pageStyleHash = 'sha256-uy8eIiQcE3WlWzmsy5XY11nTGUC7Txv15Ar5a41RsV0='
