import { useNavigate } from 'react-router'
import { useWall } from '@/features/sla/api'
import { FiguresPage } from '@/features/sla/figures-page'
import { useGroups, useMembers } from '@/features/staff/api'

/** The figures, with the people, groups and channels there are. */
export function FiguresRoute() {
  const navigate = useNavigate()
  const { data: members } = useMembers()
  const { data: groups } = useGroups()
  const { data: wall } = useWall({})
  return (
    <FiguresPage
      people={members ?? []}
      groups={groups ?? []}
      channels={wall?.heat.map((row) => row.channel) ?? []}
      onBack={() => void navigate('/wall')}
      onOpen={(id) => void navigate(`/workbench/${id}`)}
    />
  )
}
