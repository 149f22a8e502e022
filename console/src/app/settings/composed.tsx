import { AuditPage } from '@/features/audit/audit-page'
import { useAccounts } from '@/features/channel/api'
import { KeysPage } from '@/features/connect/keys-page'
import { WebhooksPage } from '@/features/connect/webhooks-page'
import { MatrixPage } from '@/features/routing/matrix-page'
import { useGroups, useMembers } from '@/features/staff/api'
import type { Me } from '@/shared/api/types'

// Pages that need the words of another module.

export function AuditRoute({ me }: { me: Me }) {
  const { data: people = [] } = useMembers()
  const { data: groups = [] } = useGroups()
  const names = new Map([...people, ...groups, ...(me.stores ?? [])].map(({ id, name }) => [id, name]))
  return <AuditPage me={me} people={people} names={names} />
}

export function MatrixRoute() {
  const { data: groups = [] } = useGroups()
  return <MatrixPage groups={groups} />
}

export function KeysRoute() {
  return <KeysPage accounts={useApiAccounts()} />
}

export function WebhooksRoute() {
  return <WebhooksPage accounts={useApiAccounts()} />
}

function useApiAccounts() {
  const { data = [] } = useAccounts()
  return data.filter((account) => account.kind === 'api')
}
