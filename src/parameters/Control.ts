import type { Parameters } from '../protocol/wire'
import type { Field } from './fields'
import type { Names } from './ParameterFrame'

/** What a control of a field is given. */
export interface ControlProps<Kind extends Field['control'] = Field['control']> {
  name: string
  names: Names
  field: Extract<Field, { control: Kind }>
  value: unknown
  /** All that is set, for a field that depends on another. */
  parameters: Parameters
  onChange: (value: unknown) => void
}
