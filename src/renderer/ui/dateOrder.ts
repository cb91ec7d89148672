// The order of day, month and year in this computer's country.
import { dateOrderOf } from '#shared/domain/dateInput.ts'

export const dateOrder = dateOrderOf(navigator.language)
