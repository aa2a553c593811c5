import { common } from './enCommon'
import { data } from './enData'
import { doctor } from './enDoctor'
import { files } from './enFiles'
import { done, filing, list, selecting, temporary } from './enLibrary'
import { inspector } from './enInspector'
import { json, markdown } from './enMarkdown'
import { network } from './enNetwork'
import { notices } from './enNotices'
import { parameters } from './enParameters'
import { schema } from './enSchema'
import { search } from './enSearch'
import { settings } from './enSettings'
import { sharing } from './enSharing'
import { errors, logprobs, message } from './enThread'
import { composing, prices, tokens } from './enTokens'
import { vault } from './enVault'
import { code, compare, outline } from './enWorkbench'

/** The words of what is loaded after the first paint, in English, each in the file of its room: see `en`. */
export const enRooms = {
  common,
  data,
  doctor,
  files,
  list,
  network,
  notices,
  selecting,
  filing,
  done,
  temporary,
  outline,
  search,
  sharing,
  compare,
  code,
  composing,
  inspector,
  tokens,
  message,
  markdown,
  logprobs,
  schema,
  json,
  errors,
  parameters,
  prices,
  settings,
  vault,
}

export type RoomsCatalogue = typeof enRooms
