/** The words of the schema editor. */
export const schema = {
  title: 'JSON schema of the answer',
  about: {
    unset: 'json_object: the messages must mention JSON.',
    text: 'The answer is text.',
    json_object: 'The answer is a JSON object. The messages must mention JSON.',
    json_schema: 'The answer is JSON that fits this schema.',
  },
  aboutStrict: 'keeps the model to the schema',
  aboutSchema: 'A JSON schema. It is sent as it is.',
  larger: 'Larger',
  template: 'Template',
  templates: {
    person: 'A person',
    list: 'A list of items',
    classification: 'A classification',
    steps: 'Steps with an answer',
  },
  fromExample: 'From an example',
  example: 'An example of the answer, as JSON',
  aboutExample: 'A list is put under “items”, because the API wants an object at the top.',
  infer: 'Make the schema',
  putBack: 'Put back what was there',
  takeName: (name: string) => `Use ${name}`,
  nameFaults: {
    empty: 'The API asks for a name.',
    characters: 'A name takes a to z, A to Z, 0 to 9, _ and -.',
    long: 'A name takes 64 characters at most.',
  },
  findings: 'What the API would not take',
  found: (count: number, strict: boolean) =>
    `${count === 1 ? '1 thing' : `${count} things`} that ${strict ? 'strict mode does not take' : 'mean nothing in a schema'}`,
  nothingFound: {
    strict: 'Strict mode takes this schema.',
    loose: 'Not strict: the model is shown the schema, but may stray from it.',
  },
  more: (count: string) => `${count} more`,
  mendAll: 'Mend all',
  mends: {
    'make-object': () => 'Make it an object',
    close: () => 'Add additionalProperties: false',
    require: (names: string) => `Require ${names}`,
    'require-or-null': (names: string) => `Require ${names}, or null`,
    'forget-required': (names: string) => `Take ${names} out of required`,
    'drop-keyword': (names: string) => `Remove ${names}`,
    'use-any-of': () => 'Use anyOf instead',
  },
  faults: {
    'root-any-of': () => 'The top may not be an anyOf.',
    'root-not-object': () => 'The top must be an object (type: object).',
    'open-object': () => 'An object needs additionalProperties: false.',
    'not-required': (names: string) =>
      `Every property must be required; ${names} is not. What may be missing is null instead.`,
    'required-unknown': (names: string) => `Requires ${names}, which is no property.`,
    keyword: (names: string) => `${names} is not among the keywords of strict mode.`,
    format: (names: string) => `${names} is not among the formats of strict mode.`,
    'type-unknown': (names: string) => `There is no type ${names}.`,
    'type-missing': () => 'A type is missing.',
    'items-missing': () => 'A list needs items: what is in it.',
    malformed: (names: string) => `${names} does not hold what it should.`,
    'ref-unknown': (names: string) => `${names} leads nowhere in this schema.`,
    'too-deep': (count: string, most: string) =>
      `${count} objects stand inside one another; the API takes ${most}.`,
    'too-many-properties': (count: string, most: string) => `${count} properties; the API takes ${most}.`,
    'too-many-values': (count: string, most: string) =>
      `${count} values in enums; the API takes ${most} in all.`,
    'values-too-long': (count: string, most: string) =>
      `${count} characters in one long enum; the API takes ${most}.`,
    'text-too-long': (count: string, most: string) =>
      `${count} characters of names and values; the API takes ${most}.`,
  },
}
