// The error boundary of a screen: a bug there does not take down the whole app.
import { Component, type PropsWithChildren } from 'react'
import { reportMistake } from '#renderer/bridge/reportMistakes.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import classes from './ScreenBoundary.module.css'

/** Give it the route as `key`, so that the next screen starts without the last one's failure. */
export class ScreenBoundary extends Component<PropsWithChildren, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown) {
    reportMistake(error)
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <div className={classes.notice}>
        <FailureNotice failure={{ code: 'INTERNAL' }} onRetry={() => this.setState({ hasFailed: false })} />
      </div>
    )
  }
}
