/** The words of the doctor: why a call failed, what was tried, what to do; local servers, and what an endpoint can do. */
export const doctor = {
  title: 'What may be wrong',
  looking: 'Finding out why…',
  look: 'Find out why',
  lookAgain: 'Look again',
  likely: (sentence: string) => `Probably: ${sentence}`,
  /** Why, by cause; `host` is the place that was called. */
  causes: {
    offline: () => 'This device has no network connection.',
    'mixed-content': (host: string) =>
      `This page came by https, so the browser does not let it call ${host} by http. Nothing was sent.`,
    permission: (host: string) =>
      `The browser asks before a page may call devices in your network, and has not been allowed to call ${host}. Nothing reached it.`,
    'insecure-page': (host: string) =>
      `${host} is in your own network. The browser lets only pages that came by https call it.`,
    scheme: (host: string) => `${host} answers by https, and not by http.`,
    'http-only': (host: string) =>
      `Something answers at ${host}, but not by https: either it speaks only http, or its certificate is one that the browser does not trust. A page is not told which.`,
    'no-https': (host: string) =>
      `${host} gives no answer by https. Either nothing listens there (the name or the port may be wrong, the server down), or its certificate is one that the browser does not trust. A page is not told which.`,
    refused: (host: string) =>
      `Nothing listens at ${host}. The server may not be running, or may use another port.`,
    'not-found': (host: string) =>
      `${host} could not be reached: the name or the port may be wrong, or the server down.`,
    silent: (host: string) =>
      `${host} did not answer within 5 seconds. A firewall may swallow the call, or the server is very busy.`,
    cors: (host: string) =>
      `${host} runs and answers, but does not allow this page to read what it says (CORS).`,
    preflight: (host: string) =>
      `${host} answers, but refuses the question that the browser asks before it sends JSON or a key (CORS preflight).`,
    headers: (host: string) =>
      `${host} answers, but not with the extra headers of this endpoint: it does not allow them (CORS preflight).`,
    key: (host: string) => `${host} does not accept the key.`,
    'key-missing': (host: string) => `${host} wants a key, and none is saved for this endpoint.`,
    'key-unread': (host: string) =>
      `${host} answers, but pages cannot read its errors. A wrong or expired key looks just like this.`,
    unread: (host: string) =>
      `${host} answers this page now. Either the connection broke for a moment, or it refused this one request in words that a page may not read.`,
    path: (host: string) => `${host} has its API at another path than this endpoint says.`,
    'model-missing': (host: string) => `${host} does not have the model that was asked for.`,
    'model-loading': (host: string) => `${host} is still loading the model.`,
    'model-not-loaded': (host: string) => `${host} has no model loaded.`,
  },
  /** What to do, by step; `origin` is where this page comes from, `server` what runs at the address. */
  steps: {
    connect: () => 'Connect to a network, then try again. What you wrote is kept.',
    'use-https': () =>
      'Reach the server by https, through a reverse proxy or a tunnel, and change the address of the endpoint.',
    'use-local-page': () =>
      'Or run Parley from your own computer, where no such rule holds: put its files, or parley.html, into a folder, and there',
    'allow-network': () =>
      'Press the sign left of the address of this page, and allow what is called “Local network access”, “Apps on device” or “Devices on local network”.',
    reload: () => 'Then try again; some browsers want the page to be reloaded first.',
    'open-secure': () => 'Open this page by https.',
    'check-address': () => 'Check the address of the endpoint, above all the port.',
    'open-address': () =>
      'Open the address in a tab of its own: the browser says there what is wrong with it.',
    'open-secure-address': () =>
      'Open the address in a tab of its own, where the browser says which it is: a warning means the certificate, and names what is wrong with it; a page that could not be opened means that nothing listens.',
    'trust-certificate': () =>
      'If it is the certificate: give the server one that the browser trusts, from mkcert in your own network or from a public authority elsewhere.',
    'check-network': () =>
      'Check that this device is in the same network, and that no firewall or VPN stands between.',
    start: () => 'Start the server:',
    'start-app': () => 'Start the server, and see that its API is switched on.',
    'restart-after': () =>
      'Then quit Ollama and start it again (the command for Linux has done so). Origins that were allowed before have to be added, with commas.',
    'cors-switch': (_origin: string, server: string) =>
      `CORS can be switched on in the settings of ${server}’s server.`,
    'cors-app': (_origin: string, server: string) =>
      `${server} usually allows pages: look whether something in front of it removes these headers.`,
    'cors-start': (origin: string) => `Let it be called from ${origin}:`,
    'cors-localai': () => 'If it is LocalAI, which uses the same port:',
    'cors-headers': () =>
      'The server, or a proxy before it, has to answer with these headers, also errors, and OPTIONS without a key:',
    'cors-proxy': () =>
      'A provider that allows no pages can be reached through one that does (OpenRouter), or through a proxy of your own (LiteLLM).',
    'check-key': () =>
      'Check the key of this endpoint in Settings: whether it is whole, of this provider, and still valid.',
    'enter-key': () => 'Enter a key for this endpoint in Settings.',
    'check-model': () => 'Check the name of the model, and the fields that are set.',
    'remove-headers': () =>
      'Remove the extra headers in the settings of the endpoint, or have the server allow them.',
    pull: () => 'Fetch the model:',
    load: () => 'Load a model:',
    'load-app': () => 'Load a model in the server.',
    wait: () => 'Wait until it is there; how long depends on its size.',
  },
  servers: {
    openai: 'OpenAI',
    openrouter: 'OpenRouter',
    groq: 'Groq',
    gemini: 'Gemini',
    anthropic: 'Anthropic',
    deepseek: 'DeepSeek',
    mistral: 'Mistral',
    huggingface: 'Hugging Face',
    together: 'Together',
    ollama: 'Ollama',
    'lm-studio': 'LM Studio',
    'llama-cpp': 'llama.cpp',
    vllm: 'vLLM',
    jan: 'Jan',
    litellm: 'LiteLLM',
    'text-generation-webui': 'text-generation-webui',
    koboldcpp: 'KoboldCpp',
  },
  server: 'the server',
  systems: { linux: 'Linux', macos: 'macOS', windows: 'Windows' },
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Not copied',
  copyCommand: (step: string) => `Copy: ${step}`,
  open: 'Open it',
  openSettings: 'Open Settings',
  takeAddress: (address: string) => `Use ${address}`,
  addressHint: {
    path: 'The list of models was found at another address:',
    scheme: 'Something answers at this address:',
  },
  nearModels: 'It does have:',
  takeModel: (name: string) => `Use ${name}`,
  evidence: 'What was tried, and what came',
  tried: 'Tried',
  came: 'Came',
  probes: {
    online: 'Does the browser say that there is a network?',
    permission: 'May this page call the local network?',
    plain: 'GET without a key',
    opaque: 'The same, unseen (no-cors)',
    asSent: 'GET with key and headers, as it was sent',
    preflight: 'GET that the browser asks about first (preflight)',
    keyAlone: 'GET with the key, without extra headers',
    otherScheme: 'The other scheme, unseen (no-cors)',
    path: 'GET of the list of models',
  },
  outcomes: {
    something: 'an answer that the page may not read',
    nothing: 'nothing that the page may read',
    silence: 'nothing in 5 s',
    yes: 'yes',
    no: 'no',
    granted: 'yes',
    denied: 'no, it is blocked',
    prompt: 'not yet: the browser asks',
  },
  status: (status: number) => `status ${status}`,
  local: {
    look: 'Look for local servers',
    hint: 'Asks the usual ports of this computer, once: Ollama, LM Studio, llama.cpp, vLLM, Jan and others.',
    looking: 'Looking…',
    found: (count: number) => (count === 1 ? '1 found' : `${count} found`),
    list: 'Servers on this computer',
    none: 'If one runs all the same: it may use another port, or this browser may not let a page that came by https call http on this computer (Safari, Firefox), or has not been allowed to.',
    maybe: (name: string) => `Perhaps ${name}`,
    add: 'Add',
    addLabel: (name: string) => `Add ${name}`,
    known: 'Among your endpoints',
    states: {
      lists: (count: number) => (count === 1 ? 'Answers, with 1 model.' : `Answers, with ${count} models.`),
      key: () => 'Answers, and wants a key.',
      closed: () => 'Something answers there, but lets this page read nothing (CORS).',
    },
  },
  probe: {
    open: 'Probe…',
    openLabel: (name: string) => `Probe ${name}: find out what it can do`,
    title: (name: string) => `What can ${name} do?`,
    cost: (name: string, requests: number, tokens: string) =>
      `Sends up to ${requests} small requests to ${name}, one after the other: about ${tokens} tokens in all, billed as any others. Nothing of your conversations is sent. What is refused is marked in the parameters, where it can be sent anyway.`,
    model: 'Model',
    start: 'Start',
    again: 'Probe again',
    stop: 'Stop',
    back: 'Back',
    running: (done: number, all: number) => `${done} of ${all}`,
    used: (requests: string, tokens: string) => `${requests}, ${tokens} tokens as the server counts.`,
    requests: (count: number) => (count === 1 ? '1 request' : `${count} requests`),
    uncounted: (count: number) =>
      count === 1 ? 'Of 1 request it did not say.' : `Of ${count} requests it did not say.`,
    ended: 'It could not go on:',
    stopped: 'Stopped. What was found is kept.',
    before: (moment: string, model: string) => `As found ${moment} with ${model || 'no model'}`,
    table: 'What was found',
    columns: ['Asked for', 'Found', 'In words'],
    names: {
      plain: 'A plain question',
      max_tokens: 'Token limit as max_tokens',
      max_completion_tokens: 'Token limit as max_completion_tokens',
      stream: 'Streaming',
      stream_usage: 'Token counts in a stream',
      n: 'Several choices (n)',
      tools: 'Tools',
      json_schema: 'Answers by a schema (json_schema)',
      logprobs: 'Log probabilities',
      prefill: 'Going on from given words (prefill)',
      developer: 'The role developer',
      vision: 'Pictures',
    },
    verdicts: { yes: 'yes', refused: 'no', ignored: 'no', unclear: 'unknown', failed: 'unknown' },
    why: {
      yes: 'Works.',
      refused: 'Refused.',
      ignored: 'Accepted, but without effect.',
      unclear: 'Accepted; the answer shows neither.',
      failed: 'It failed for another reason.',
    },
  },
}
