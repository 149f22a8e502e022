import { useNavigate, useParams } from 'react-router'
import { SegmentsPage, type SegmentTab } from '@/features/segment/segments-page'
import { useSession } from '@/features/staff/api'

export function SegmentsRoute() {
  const navigate = useNavigate()
  const { tab } = useParams()
  const { data: me } = useSession()
  if (!me) return null
  const shown: SegmentTab = tab === 'tags' || tab === 'rfm' ? tab : 'segments'
  return <SegmentsPage me={me} tab={shown} onTab={(next) => void navigate(`/segments/${next}`)} />
}
