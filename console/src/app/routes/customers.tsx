import { useCallback, useMemo } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { CustomersPage } from '@/features/segment/customers-page'
import { filterKeys, type Look } from '@/features/segment/table-api'
import { useSession } from '@/features/staff/api'

const keys = [...filterKeys, 'sort', 'down'] as const

/** What is looked at stands in the address, so that it can be sent to a colleague and "back" leads there. */
export function CustomersRoute() {
  const navigate = useNavigate()
  const { data: me } = useSession()
  const [address, setAddress] = useSearchParams()
  const look = useMemo(() => Object.fromEntries(keys.flatMap((key) => (address.get(key) ? [[key, address.get(key)]] : []))) as Look, [address])
  const onLook = useCallback(
    (next: Look) => setAddress(Object.entries(next).flatMap(([key, value]) => (value ? [[key, value] as [string, string]] : []))),
    [setAddress],
  )
  if (!me) return null
  return <CustomersPage me={me} look={look} onLook={onLook} onOpen={(id) => void navigate(`/customers/${id}`)} />
}
