// The tables whose rows belong to a session; rows that belong to those rows are deleted with them. Additions are not among
// them: a draft that goes has none.
export const tablesOfSession = [
  'note_section',
  'finding',
  'stroke',
  'treated_area',
  'no_go_answer',
  'session_score',
  'range_of_motion',
  'function_activity',
  'session_item',
  'timed_span',
  'sign_answer',
  'private_remark',
  'draft_version',
  'session_origin',
] as const
