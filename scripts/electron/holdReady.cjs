// Holds Electron's "ready" back until the app's entry is loaded. Electron itself does so for an entry that is an ES
// module; a runtime whose default app is a CommonJS file starts the entry and does not wait for it.
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')

const begin = process.appCodeLoaded
if (typeof begin === 'function') {
  process.appCodeLoaded = () => {
    const folder = process.argv.slice(1).find((arg) => !arg.startsWith('-'))
    const { main } = require(join(folder, 'package.json'))
    // The default app has imported it already, so this is the same module, and reports its own failure.
    import(pathToFileURL(join(folder, main)).href).then(begin, begin)
  }
}
