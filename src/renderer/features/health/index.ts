// A client's health: the room, what to mind on the overview and at each visit, the question before a session starts,
// and the practice's questionnaire.
export { HealthRoom } from './HealthRoom.tsx'
export { PostponeDialog } from './HealthDialogs.tsx'
export { AskedAtVisit, SafetyCard, SessionSafety } from './Safety.tsx'
export { QuestionnaireScreen } from './QuestionnaireScreen.tsx'
