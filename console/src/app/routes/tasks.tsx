import { useNavigate } from 'react-router'
import { useMembers, useSession } from '@/features/staff/api'
import { TasksPage } from '@/features/task/tasks-page'

export function TasksRoute() {
  const navigate = useNavigate()
  const { data: me } = useSession()
  const { data: members } = useMembers()
  if (!me) return null
  return <TasksPage me={me} members={members ?? []} onOpen={(id) => void navigate(`/workbench/${id}`)} />
}
