/** Ids of what an operator has given begin so: they cannot be those of a reader's own. */
export const operatorPrefix = 'operator:'

export const isOperators = (id: string) => id.startsWith(operatorPrefix)
