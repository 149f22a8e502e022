import { AuditPage } from '@/features/audit/audit-page'
import { useMembers } from '@/features/staff/api'
import type { Me } from '@/shared/api/types'

// Pages that need the words of another module.

export function AuditRoute({ me }: { me: Me }) {
  const { data: people = [] } = useMembers()
  return <AuditPage me={me} people={people} />
}
