// Draws the figure from its model and writes the generated files beside the region catalogue.
import { writeFileSync } from 'node:fs'
import { regionEntries } from '../../src/shared/domain/bodymap/regionData/entries.ts'
import { drawFigure } from './views.ts'
import { generatedFiles } from './writer.ts'

const folder = new URL('../../src/shared/domain/bodymap/', import.meta.url)
const drawn = drawFigure(regionEntries)
const unseen = [...drawn.topology].filter(([, { views }]) => views.length === 0).map(([id]) => id)
if (unseen.length > 0) throw new Error(`No view shows ${unseen.join(', ')}`)
const unknown = [...Object.values(drawn.figure), ...Object.values(drawn.feet)].flatMap((view) =>
  view.regions.map((r) => r.regionId).filter((id) => !drawn.topology.has(id)),
)
if (unknown.length > 0) throw new Error(`The catalogue lacks ${[...new Set(unknown)].join(', ')}`)
for (const [name, text] of Object.entries(generatedFiles(drawn))) writeFileSync(new URL(name, folder), text)
