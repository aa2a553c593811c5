import { useId } from 'react'
import { Combobox } from '../ui/Combobox'
import { Segmented } from '../ui/Segmented'
import { t } from '../words/rooms'
import type { ControlProps } from './Control'
import { nameOfChoice } from './fits'
import { choiceOf, toolNames, toolWords } from './tools'

/** `tool_choice`: one of three words, or a tool by its name. */
export function ToolChoiceControl({
  names,
  value,
  parameters: { tools },
  onChange,
}: ControlProps<'tool_choice'>) {
  const label = useId()
  return (
    <>
      <Segmented
        labelledBy={names.label}
        mono
        options={toolWords.map((word) => ({ value: word, label: word }))}
        value={toolWords.find((word) => word === value)}
        onChange={onChange}
      />
      <span id={label} className="mt-1.5 block text-small text-soft">
        {t.parameters.tool}
      </span>
      <Combobox
        labelledBy={label}
        describedBy={names.about}
        value={nameOfChoice(value) ?? ''}
        options={toolNames(tools).map(({ name }) => ({ value: name }))}
        none={t.parameters.noTool}
        onChange={(name) => onChange(name ? choiceOf(name, tools) : undefined)}
      />
    </>
  )
}
