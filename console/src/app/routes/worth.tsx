import { WorthPage } from '@/features/segment/worth-page'
import { useSession } from '@/features/staff/api'

/** The model of worth, for whoever leads. */
export function WorthRoute() {
  const { data: me } = useSession()
  return me ? <WorthPage me={me} /> : null
}
