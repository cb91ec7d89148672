// Which measures are asked for, in the order in which they were chosen.
import { Checkbox, SimpleGrid } from '@mantine/core'
import { isMeasureId, measureIds, measureNames, type MeasureId } from '#shared/domain/measures.ts'
import classes from './MeasureChoice.module.css'

interface Props {
  label: string
  description: string
  /** In their order. */
  value: readonly MeasureId[]
  onChange: (measures: MeasureId[]) => void
}

export function MeasureChoice({ label, description, value, onChange }: Props) {
  return (
    <Checkbox.Group
      label={label}
      description={description}
      value={[...value]}
      onChange={(chosen) => onChange(chosen.filter(isMeasureId))}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="md" verticalSpacing={8} mt="sm">
        {measureIds.map((id) => {
          const place = value.indexOf(id) + 1
          return (
            <Checkbox
              key={id}
              value={id}
              label={
                <>
                  {measureNames[id]}
                  {place > 0 && value.length > 1 && (
                    <span className={classes.place} aria-hidden>
                      {place}
                    </span>
                  )}
                </>
              }
            />
          )
        })}
      </SimpleGrid>
    </Checkbox.Group>
  )
}
