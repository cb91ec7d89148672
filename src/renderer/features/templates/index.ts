// Templates of sessions: their list in the settings.
export { TemplateSettings } from './TemplateSettings.tsx'
