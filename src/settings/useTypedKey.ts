import { type RefObject, useRef, useState } from 'react'
import { type Endpoint, originOf } from '../state/endpoints'
import { type KeyPlace, keySaved, useKeyPlace } from '../state/keys'
import { useVault } from '../state/vaultStatus'

/** A key that is being typed, and where it is to be kept. */
export interface TypedKey {
  ref: RefObject<HTMLInputElement | null>
  place: KeyPlace
  onPlace: (place: KeyPlace) => void
  onType: () => void
  onFocus: () => void
  /** The address has been typed to its end, or chosen: a key that was typed for another origin is taken out of the field. */
  settled: (origin: string | null) => void
  /** The origin for which a key was typed that has been taken out. */
  dropped: string | undefined
  /** False, with the focus in the field, where a key was taken out and the reader may not have seen that. */
  isReady: () => boolean
  /** Whether the vault has to be opened for what was typed. */
  asks: () => boolean
  /** Keeps what was typed. False where it was not kept: then it still stands in the field. */
  save: (endpoint: Endpoint) => Promise<boolean>
}

/**
 * What a form with a key in it needs. The key is read from the field itself, once, and taken out of it: it is never part of
 * what React draws.
 */
export function useTypedKey(endpoint: Endpoint): TypedKey {
  const ref = useRef<HTMLInputElement>(null)
  /** The origin that the form named when the key was typed; null where it named none yet. */
  const meant = useRef<string>(null)
  const isUnseen = useRef(false)
  const [dropped, setDropped] = useState<string>()
  const [chosen, setChosen] = useState<KeyPlace>()
  const saved = useKeyPlace(endpoint)
  const { vault, isOpen } = useVault()
  const place = chosen ?? saved ?? (vault ? 'vault' : 'device')
  const onType = () => {
    meant.current = ref.current?.value ? (meant.current ?? originOf(endpoint)) : null
    setDropped(undefined)
  }
  const onFocus = () => {
    isUnseen.current = false
  }
  const settled = (origin: string | null) => {
    const { current: field } = ref
    const before = meant.current
    if (!field?.value) meant.current = null
    else if (origin !== null && before !== null && before !== origin) {
      field.value = ''
      meant.current = null
      isUnseen.current = true
      setDropped(before)
    } else meant.current = origin ?? before
  }
  const isReady = () => {
    if (!isUnseen.current || !ref.current) return true
    ref.current.focus()
    return false
  }
  const asks = () => place === 'vault' && !isOpen && Boolean(ref.current?.value.trim())
  const save = async (wanted: Endpoint) => {
    const { current: field } = ref
    const typed = field?.value.trim()
    if (typed && !(await keySaved(wanted, typed, place))) return false
    if (field) field.value = ''
    meant.current = null
    setDropped(undefined)
    return true
  }
  return { ref, place, onPlace: setChosen, onType, onFocus, settled, dropped, isReady, asks, save }
}
