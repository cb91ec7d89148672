// When, where and how long, in the header; pressing it opens the details to change them.
import { Popover, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { SessionDetails } from '#shared/domain/session.ts'
import { useDateFormat } from '#renderer/ui/dateWords.ts'
import { usePlace } from '#renderer/ui/places.tsx'
import { DetailsForm } from './DetailsForm.tsx'
import paper from '#renderer/ui/paper.module.css'
import header from './SessionHeader.module.css'
import { useTypedDetails, type DetailsField } from './typedDetails.ts'
import { detailsWords, entryDateIfLater } from '../sessionWords.ts'

interface Props {
  record: SessionRecord
  details: SessionDetails
  onChange: (details: SessionDetails, pace: 'typing' | 'at once') => void
}

export function DetailsButton({ record, details, onChange }: Props) {
  const entered = entryDateIfLater(record, details)
  const [isOpen, setIsOpen] = useState(false)
  const [focused, setFocused] = useState<DetailsField>('date')
  const open = (field: DetailsField) => {
    setFocused(field)
    setIsOpen(true)
  }
  const button = useRef<HTMLButtonElement>(null)
  usePlace('details', { focus: () => button.current?.focus() })
  useDateFormat()
  const typed = useTypedDetails({ record, details, onChange, onShow: open })
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      width={440}
      position="bottom-end"
      shadow="md"
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <UnstyledButton
          ref={button}
          className={header.details}
          onClick={() => (isOpen ? setIsOpen(false) : open('date'))}
          aria-label={`Session details: ${detailsWords(details)}${entered ? ` · entered ${entered}` : ''}`}
          aria-haspopup="dialog"
        >
          {detailsWords(details)} {entered && <span className={header.entered}>· entered {entered}</span>}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={paper.floating ?? ''} role="dialog" aria-label="Session details">
        <DetailsForm record={record} details={details} typed={typed} focused={focused} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  )
}
