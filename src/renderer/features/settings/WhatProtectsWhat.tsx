// What protects what: the cases that people ask about, with what holds and what does not.
import { Button, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { protectionCases } from '#shared/domain/protection.ts'
import classes from './WhatProtectsWhat.module.css'

export function WhatProtectsWhat() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        What protects what
      </Button>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title="What protects what" size={680}>
        <dl className={classes.cases}>
          {protectionCases.map(({ title, holds, limit }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{holds}</dd>
              <dd>
                <Text inherit c="dimmed">
                  {limit}
                </Text>
              </dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  )
}
