import { enRooms, type RoomsCatalogue } from './enRooms'
import { type Catalogue } from './en'
import { t as first } from './t'

/** The words of the language in use, all of them. What belongs to the first load uses `t` of `words/t`. */
export const t: Catalogue & RoomsCatalogue = { ...first, ...enRooms }
