import { wideField } from '../ui/fieldLook'

/** How a text field looks in this panel. */
export const fieldLook = `${wideField} text-small`
