// Today: unsigned drafts and recent sessions.
export { TodayScreen } from './TodayScreen.tsx'
