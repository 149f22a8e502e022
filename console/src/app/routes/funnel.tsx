import { useNavigate } from 'react-router'
import { FunnelPage } from '@/features/journey/funnel-page'
import { useWall } from '@/features/sla/api'

/** The funnel of all customers, with the channels there are. */
export function FunnelRoute() {
  const navigate = useNavigate()
  const { data: wall } = useWall({})
  return <FunnelPage channels={wall?.heat.map((row) => row.channel) ?? []} onBack={() => void navigate('/wall')} />
}
