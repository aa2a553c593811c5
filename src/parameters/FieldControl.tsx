import type { ControlProps } from './Control'
import { JsonControl } from './JsonControl'
import { MembersControl } from './MembersControl'
import { NumberControl } from './NumberControl'
import { PairsControl } from './PairsControl'
import { PredictionControl } from './PredictionControl'
import { TextControl } from './TextControl'
import { TextsControl } from './TextsControl'
import { ToolChoiceControl } from './ToolChoiceControl'
import { BooleanControl, ChoiceControl, SomeControl, WordControl } from './choices'
import { fits } from './fits'

/** The control that fits a field; JSON where its value has a shape that the control does not know. */
export function FieldControl({ field, ...rest }: ControlProps) {
  if (!fits(field, rest.value)) return <JsonControl {...rest} {...(field.control === 'json' && { field })} />
  switch (field.control) {
    case 'number':
      return <NumberControl field={field} {...rest} />
    case 'boolean':
      return <BooleanControl field={field} {...rest} />
    case 'choice':
      return <ChoiceControl field={field} {...rest} />
    case 'word':
      return <WordControl field={field} {...rest} />
    case 'text':
      return <TextControl field={field} {...rest} />
    case 'some':
      return <SomeControl field={field} {...rest} />
    case 'texts':
      return <TextsControl field={field} {...rest} />
    case 'pairs':
      return <PairsControl field={field} {...rest} />
    case 'members':
      return <MembersControl field={field} {...rest} />
    case 'prediction':
      return <PredictionControl field={field} {...rest} />
    case 'tool_choice':
      return <ToolChoiceControl field={field} {...rest} />
    case 'json':
      return <JsonControl field={field} {...rest} />
    case 'top':
      return null
  }
}
