import { useNavigate, useParams } from 'react-router'
import { ImportsPage } from '@/features/imports/imports-page'
import { OrdersPage } from '@/features/order/orders-page'
import { useSession } from '@/features/staff/api'

export function OrdersRoute() {
  const navigate = useNavigate()
  const { orderId } = useParams()
  const { data: me } = useSession()
  if (!me) return null
  return (
    <OrdersPage
      me={me}
      opened={orderId}
      onOpen={(id) => void navigate(id ? `/orders/${id}` : '/orders')}
      onCustomer={(id) => void navigate(`/customers/${id}`)}
      onImport={() => void navigate('/imports')}
    />
  )
}

export function ImportsRoute() {
  const navigate = useNavigate()
  return <ImportsPage onBack={() => void navigate('/orders')} />
}
