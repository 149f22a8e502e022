import { StandardsPage } from '@/features/sla/standards-page'
import { TaskStandards } from '@/features/task/task-standards'

/** All that is promised: answers by the clocks, call-backs and messages by tasks. */
export function StandardsRoute() {
  return (
    <StandardsPage>
      <TaskStandards />
    </StandardsPage>
  )
}
