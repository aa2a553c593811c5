import { describe, expect, test } from 'vitest'
import { passages } from './passages'
import { buildQuery } from './query'
import { search } from './search'

const user = (text: string) => ({ role: 'user', text })
const best = (...questions: string[]) => {
  const messages: { role: string; text: string }[] = []
  let found: ReturnType<typeof search> = []
  for (const question of questions) {
    messages.push(user(question))
    found = search(buildQuery(messages))
    messages.push({ role: 'assistant', text: found[0] ? `### ${found[0].passage.heading}\n` : 'Nothing.' })
  }
  return found[0]?.passage
}

test('every passage has a heading of its own, and a text', () => {
  expect(new Set(passages.map(({ heading }) => heading)).size).toBe(passages.length)
  for (const { text } of passages) expect(text).not.toBe('')
})

describe('finds the passage that answers', () => {
  test.each([
    ['What is a list comprehension?', 'List comprehensions'],
    ['Show me an example of a list comprehension', 'An example of a list comprehension'],
    ['nested list comprehension with two for loops', 'Two loops in one comprehension'],
    ['Can I filter in a list comprehension?', 'Conditions in a list comprehension'],
    ['What is a generator expression?', 'Generator expressions'],
    ['how do I make a dict comprehension', 'Dict comprehensions'],
    ['when should I avoid list comprehensions?', 'When not to use a list comprehension'],
    ['What does temperature do?', 'temperature: how random the words are'],
    ['which temperature should I choose for code', 'Which temperature to choose'],
    ['What is top_p?', 'top_p: nucleus sampling'],
    ['What is the difference between temperature and top_p?', 'temperature or top_p'],
    ['what does max_tokens do', 'max_tokens: the longest answer'],
    ['Explain max completion tokens', 'max_completion_tokens: the newer name'],
    ['why was my answer cut off?', 'When an answer was cut off'],
    ['How do I get several answers at once?', 'n: how many answers are written'],
    ['How does streaming work?', 'stream: words as they are written'],
    ['What is the format of the SSE stream?', 'The format of a stream'],
    ['what is a delta', 'What a delta is'],
    ['What does data: [DONE] mean?', 'The [DONE] line'],
    ['How do I force JSON output?', 'response_format: answers as JSON'],
    ['does it support json_schema', 'JSON schema and structured outputs'],
    ['What are the message roles?', 'The roles of messages'],
    ['what is a system message', 'The system role'],
    ['What is the developer role?', 'The developer role'],
    ['How do stop sequences work?', 'stop: sequences that end an answer'],
    ['what does seed do', 'seed: the same answer again'],
    ['What is frequency_penalty?', 'frequency_penalty: less repetition'],
    ['explain presence penalty', 'presence_penalty: new topics'],
    ['what is logit_bias', 'logit_bias: forbid or favour tokens'],
    ['What are logprobs?', 'logprobs: how sure the model was'],
    ['How does function calling work?', 'Tools: functions that a model may call'],
    ['reasoning_effort', 'reasoning_effort: how long a model thinks'],
    ['What is a token?', 'What a token is'],
    ['how much does a request cost', 'usage: what a request cost'],
    ['what does finish_reason length mean', 'finish_reason: why an answer ended'],
    ['I get a 429 error', '429: too many requests'],
    ['invalid api key', '401: the key is wrong'],
    ['failed to fetch', 'When the page cannot reach a server'],
    ['How do I add an endpoint?', 'Adding an endpoint'],
    ['Where are my chats stored?', 'Where conversations are kept'],
    ['is my api key safe', 'Keys and privacy'],
    ['How do I connect Ollama?', 'Ollama'],
    ['LM Studio CORS', 'LM Studio'],
    ['use llama.cpp', 'llama.cpp'],
    ['vllm', 'vLLM'],
    ['What is CORS?', 'CORS: why a server must allow this page'],
    ['what is the keyboard shortcut for a new line', 'Sending and shortcuts'],
    ['How do I cancel an answer?', 'Stopping an answer'],
    ['what does not sent mean', 'Why a parameter says not sent'],
    ['What is Parley?', 'What Parley is'],
    ['hello', 'Hello'],
    ['What is babble?', 'babble: a very small language model'],
    ['Tell me a short story.', 'babble: a very small language model'],
    ['Are you a real AI?', 'What the built-in models are'],
    ['how to write a good system prompt', 'Writing a system prompt'],
    ['multi-turn conversation', 'Conversations of several turns'],
    ['what is a branch?', 'Branches: a conversation is a tree'],
    ['How do I edit a message?', 'Editing a message'],
    ['can I change the role of a message', 'Changing a role'],
    ['How can I move a message up?', 'Inserting, moving and removing messages'],
    ['how do I delete a message', 'Inserting, moving and removing messages'],
    ['How do I mute a message?', 'Muting: a message that is kept but not sent'],
    ['can I undo that?', 'Undo and redo'],
    ['How do I regenerate an answer?', 'Asking again'],
    ['compare two answers side by side', 'Comparing choices'],
    ['where is the outline', 'Outline: all branches at once'],
    ['How do I continue an answer?', 'Continue: going on with an answer'],
    ['What is prefill?', 'Prefill: beginning an answer for the model'],
    ['fork a conversation', 'Forking a conversation'],
    ['how do I try tools without a key', 'How guide calls tools'],
    ['How does guide call tools?', 'How guide calls tools'],
    ['Where do I type the result of a tool call?', 'Answering a tool call by hand'],
    ['what does parallel_tool_calls do', 'parallel_tool_calls: several calls at once'],
    ['How do I write a JSON schema in Parley?', 'JSON schemas in Parley'],
    ['does babble support a json schema', 'JSON schemas and the built-in models'],
    ['what is the extra body', 'Further fields and the extra body'],
    ['how do I set top_k', 'Further fields and the extra body'],
    ['What are presets?', 'Presets: sets of parameters'],
    ['the server refused a field', 'Fields that a server refused'],
    ['how many tokens will my prompt take before sending', 'What a message will cost before it is sent'],
    ['python for loop', 'Loops in Python'],
  ])('%s', (question, heading) => {
    expect(best(question)?.heading).toBe(heading)
  })
})

describe('says nothing rather than something else', () => {
  test.each([
    'What is the capital of France?',
    'Who won the football match yesterday?',
    'Recommend a restaurant in Lisbon',
    'What is the weather in Paris?',
    'asdf qwer zxcv',
    '',
  ])('%s', (question) => {
    expect(best(question)).toBeUndefined()
  })
})

describe('a question is read in the light of those before it', () => {
  test.each([
    [['What is a list comprehension?', 'Can you show me an example?'], 'An example of a list comprehension'],
    [
      ['What is a list comprehension?', 'Can you show me an example?', 'and with two loops?'],
      'Two loops in one comprehension',
    ],
    [['What is a list comprehension?', 'why?'], 'Why use a list comprehension'],
    [['What is a list comprehension?', 'What about a condition?'], 'Conditions in a list comprehension'],
    [
      ['What is a list comprehension?', 'And when should I not use it?'],
      'When not to use a list comprehension',
    ],
    [['What does temperature do?', 'Which one should I choose?'], 'Which temperature to choose'],
    [['What is streaming?', 'Show me the code in JavaScript'], 'Reading a stream in JavaScript'],
    [['How do I force JSON output?', 'Can you show me an example?'], 'An example of JSON mode'],
    [['What is a list comprehension?', 'What does top_p do?'], 'top_p: nucleus sampling'],
    [['Which roles are there?', 'tell me more about the tool one'], 'The tool role'],
  ])('%j', (questions, heading) => {
    expect(best(...questions)?.heading).toBe(heading)
  })

  test('another question about nothing known stays unanswered', () => {
    expect(best('What is a list comprehension?', 'What is the capital of France?')).toBeUndefined()
  })
})
