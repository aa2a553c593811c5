import { memo, useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import Markdown from 'react-markdown'
import gfm from 'remark-gfm'

/** What most clients do: react-markdown reads the whole answer again whenever a piece of it has come. */
const plugins = [gfm]
const Message = memo(({ text }) => (
  <article>
    <Markdown remarkPlugins={plugins}>{text}</Markdown>
  </article>
))

const { searchParams } = new URL(location.href)

function Page() {
  const [messages, setMessages] = useState([])
  const box = useRef(null)
  useEffect(() => {
    if (!searchParams.has('count')) return
    void fetch(`/thread?count=${searchParams.get('count')}`)
      .then((response) => response.json())
      .then((thread) => setMessages(thread.map(({ content }) => content)))
  }, [])
  useEffect(() => {
    box.current.scrollTop = box.current.scrollHeight
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what has come is what moves the end
  }, [messages])
  const send = async (question) => {
    setMessages((all) => [...all, question, ''])
    const body = JSON.stringify({ model: searchParams.get('model'), stream: true, messages: [] })
    const response = await fetch('/v1/chat/completions', { method: 'POST', body })
    let rest = ''
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + piece).split('\n')
      rest = lines.pop()
      let news = ''
      for (const line of lines)
        if (line.startsWith('data: {')) news += JSON.parse(line.slice(6)).choices[0].delta.content ?? ''
      setMessages((all) => [...all.slice(0, -1), all.at(-1) + news])
    }
  }
  return (
    <>
      <main ref={box}>
        {messages.map((text, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- messages only join at the end
          <Message key={at} text={text} />
        ))}
      </main>
      <textarea
        id="composer"
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          void send(event.currentTarget.value)
        }}
      />
    </>
  )
}

createRoot(document.getElementById('root')).render(<Page />)
