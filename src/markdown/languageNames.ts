/**
 * Every language that can be coloured, by the name of its grammar. Behind it stand the ending of its files and what
 * else models call it; of two languages with the same other name the first has it.
 */
const table = `
1c: bsl
abnf: abnf
accesslog: log
actionscript: as
ada: adb ads
angelscript: asc
apache: conf apacheconf htaccess
applescript: applescript osascript
arcade: arcade
arduino: ino
armasm: s arm
asciidoc: adoc
aspectj: aj
autohotkey: ahk
autoit: au3
avrasm: asm
awk: awk
axapta: xpp x++
bash: sh zsh shell fish ksh
basic: bas
bnf: bnf
brainfuck: bf
c: c h
cal: cal
capnproto: capnp
ceylon: ceylon
clean: icl dcl
clojure: clj edn cljs cljc
clojure-repl: clj
cmake: cmake cmake.in
coffeescript: coffee cson iced
coq: v
cos: cls
cpp: cpp cc c++ h++ hpp hh hxx cxx cuda cu
crmsh: crm pcmk
crystal: cr
csharp: cs c#
csp: csp
css: css postcss
d: d
dart: dart
delphi: pas dpr dfm pascal
diff: diff patch
django: html jinja jinja2
dns: zone bind
dockerfile: dockerfile docker containerfile
dos: bat cmd batch
dsconfig: dsconfig
dts: dts
dust: dust dst
ebnf: ebnf
elixir: ex exs
elm: elm
erb: erb
erlang: erl
erlang-repl: erl
excel: xlsx xls
fix: fix
flix: flix
fortran: f90 f95
fsharp: fs f#
gams: gms
gauss: gss
gcode: nc
gherkin: feature cucumber
glsl: glsl hlsl wgsl
gml: gml
go: go golang
golo: golo
gradle: gradle
graphql: graphql gql
groovy: groovy jenkinsfile
haml: haml
handlebars: hbs html.hbs html.handlebars htmlbars mustache
haskell: hs
haxe: hx
hsp: hsp
http: http https
hy: hy hylang
inform7: i7x i7
ini: ini toml conf cfg editorconfig
irpf90: f90
isbl: isbl
java: java jsp
javascript: js jsx mjs cjs node
jboss-cli: cli wildfly-cli
json: json jsonc json5 jsonl ndjson geojson
julia: jl
julia-repl: jl jldoctest
kotlin: kt kts
lasso: lasso lassoscript
latex: tex
ldif: ldif
leaf: leaf
less: less
lisp: lisp elisp emacs-lisp common-lisp
livecodeserver: lc
livescript: ls
llvm: ll
lsl: lsl
lua: lua luau pluto
makefile: mk mak make
markdown: md mkdown mkd mdx
mathematica: wl mma wolfram
matlab: m octave
maxima: mac
mel: mel
mercury: moo m
mipsasm: mips
mizar: miz
mojolicious: ep
monkey: monkey
moonscript: moon
n1ql: n1ql
nestedtext: nt
nginx: conf nginxconf
nim: nim
nix: nix nixos
node-repl: js
nsis: nsi
objectivec: m mm objc obj-c obj-c++ objective-c objective-c++
ocaml: ml
openscad: scad
oxygene: oxygene
parser3: p
perl: pl pm
pf: conf pf.conf
pgsql: sql postgres postgresql plpgsql
php: php
php-template: php
plaintext: txt text plain
pony: pony
powershell: ps1 pwsh ps
processing: pde
profile: txt
prolog: pl
properties: properties env dotenv
protobuf: proto
puppet: pp
purebasic: pb pbi
python: py python3 python2 py3 gyp ipython pyi cython
python-repl: py pycon
q: q k kdb
qml: qml qt
r: r rscript
reasonml: re reason
rib: rib
roboconf: graph instances
routeros: rsc mikrotik
rsl: rsl
ruby: rb gemspec podspec thor irb
ruleslanguage: txt
rust: rs
sas: sas
scala: scala sbt
scheme: scm racket
scilab: sci
scss: scss sass
shell: sh console shellsession shell-session terminal
smali: smali
smalltalk: st
sml: sml
sqf: sqf
sql: sql mysql sqlite plsql tsql mssql mariadb
stan: stan stanfuncs
stata: do ado
step21: step p21 stp
stylus: styl
subunit: txt
swift: swift
taggerscript: txt
tap: tap
tcl: tcl tk
thrift: thrift
tp: tp
twig: twig craftcms
typescript: ts tsx mts cts
vala: vala
vbnet: vb
vbscript: vbs
vbscript-html: html
verilog: v sv svh systemverilog
vhdl: vhd
vim: vim viml vimscript
wasm: wat wast
wren: wren
x86asm: asm nasm
xl: tao
xml: html xhtml svg vue svelte astro rss atom xjb xsd xsl plist wsf mathml
xquery: xq xpath xqm
yaml: yml
zephir: zep
`
/** Names that more than one language would take. `shell` is what models call commands, not what a console has shown. */
const settled = {
  shell: 'bash',
  html: 'xml',
  conf: 'ini',
  pl: 'perl',
  v: 'verilog',
  asm: 'x86asm',
  m: 'objectivec',
}
const known = new Map<string, string>()
const endings = new Map<string, string>()
const rows = table
  .trim()
  .split('\n')
  .map((row) => row.split(/: | /))
for (const [language = '', ending = ''] of rows) {
  known.set(language, language)
  endings.set(language, ending)
}
for (const [name, language] of Object.entries(settled)) known.set(name, language)
for (const [language = '', ...names] of rows)
  for (const name of names) if (!known.has(name)) known.set(name, language)

/** The name of the grammar, whatever the language was called. */
export function languageNamed(name: string): string | undefined {
  return known.get(name.toLowerCase().replace(/^[{.]+|[}:,].*$/g, ''))
}

/** How files in this language end, whatever it was called: `txt` where that is not known. */
export function endingOf(name: string): string {
  return endings.get(languageNamed(name) ?? '') ?? 'txt'
}
