// The body map of a note to be read.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { BodyMapPicture } from '#renderer/figure/index.ts'

export function MapRead({ record }: { record: SessionRecord }) {
  const { data: practice } = useAnswer('practice:get', {})
  return (
    <BodyMapPicture
      findings={record.findings}
      strokes={record.strokes}
      areas={record.treatedAreas}
      noGoAnswers={record.noGoAnswers}
      lengthMinutes={record.details.lengthMinutes}
      showsUnits={practice?.settings.showsTimedUnits ?? false}
    />
  )
}
