/** Whether an input method is still using a key. Safari says so of the last one only by the key code 229. */
export const isComposing = ({
  isComposing: is,
  keyCode,
}: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean => is || keyCode === 229
