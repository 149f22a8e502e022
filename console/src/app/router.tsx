import { createBrowserRouter, Navigate, Outlet, RouterProvider, useLocation, useNavigate, useRouteError } from 'react-router'
import { useSession } from '@/features/staff/api'
import { SetUp, useSetUpNeeded } from '@/features/staff/set-up'
import { SignIn } from '@/features/staff/sign-in'
import { Failure } from '@/shared/ui/states'
import { AppearanceMenu, LanguageSwitch } from './frame/view-menus'
import { Ears, Frame } from './frame/frame'
import { LiveConnection } from './frame/live-connection'
import { Opening } from './frame/opening'
import { CustomerRoute } from './routes/customer'
import { CustomersRoute } from './routes/customers'
import { FiguresRoute } from './routes/figures'
import { SegmentsRoute } from './routes/segments'
import { FunnelRoute } from './routes/funnel'
import { ImportsRoute, OrdersRoute } from './routes/orders'
import { TasksRoute } from './routes/tasks'
import { WallRoute, WallScreenRoute } from './routes/wall'
import { WallActsPlace } from './routes/wall-acts'
import { WorkbenchRoute } from './routes/workbench'
import { WorthRoute } from './routes/worth'
import { SettingsRoute } from './settings/settings-route'

/** Everything but the sign-in page needs somebody who is signed in, and has the one live connection. */
function SignedIn() {
  const session = useSession()
  const location = useLocation()
  if (session.isPending) return <Opening />
  if (session.isError) return <Failure problem={session.error} onRetry={() => void session.refetch()} />
  if (!session.data) return <Navigate to="/login" replace state={{ from: location.pathname }} />
  return (
    <LiveConnection key={session.data.id}>
      <Ears me={session.data} />
      <WallActsPlace>
        <Outlet />
      </WallActsPlace>
    </LiveConnection>
  )
}

/** The pages that stand in the frame; a television shows its page alone. */
function Framed() {
  const { data: me } = useSession()
  if (!me) return null
  return (
    <Frame me={me}>
      <Outlet />
    </Frame>
  )
}

/** A page that broke says so and offers the way back; drafts and the record are safe. */
function Broken() {
  const problem = useRouteError()
  return <Failure problem={problem} onRetry={() => location.reload()} />
}

const corner = (
  <>
    <LanguageSwitch />
    <AppearanceMenu />
  </>
)

function SignInRoute() {
  const session = useSession()
  const location = useLocation()
  const setUp = useSetUpNeeded()
  if (session.isPending || setUp.isPending) return <Opening />
  if (setUp.data) return <Navigate to="/setup" replace />
  if (session.data) return <Navigate to={(location.state as { from?: string } | null)?.from ?? '/workbench'} replace />
  return <SignIn corner={corner} />
}

function SetUpRoute() {
  const navigate = useNavigate()
  const setUp = useSetUpNeeded()
  if (setUp.isPending) return <Opening />
  if (!setUp.data) return <Navigate to="/workbench" replace />
  return <SetUp corner={corner} onDone={() => void navigate('/settings', { replace: true })} />
}

const router = createBrowserRouter(
  [
    { path: '/login', element: <SignInRoute />, errorElement: <Broken /> },
    { path: '/setup', element: <SetUpRoute />, errorElement: <Broken /> },
    {
      errorElement: <Broken />,
      element: <SignedIn />,
      children: [
        { path: '/wall/screen', element: <WallScreenRoute /> },
        {
          element: <Framed />,
          children: [
            { path: '/workbench/:conversationId?', element: <WorkbenchRoute /> },
            { path: '/customers', element: <CustomersRoute /> },
            { path: '/customers/:customerId/:tab?', element: <CustomerRoute /> },
            { path: '/wall', element: <WallRoute /> },
            { path: '/wall/figures', element: <FiguresRoute /> },
            { path: '/wall/funnel', element: <FunnelRoute /> },
            { path: '/tasks', element: <TasksRoute /> },
            { path: '/segments/:tab?', element: <SegmentsRoute /> },
            { path: '/insight/worth', element: <WorthRoute /> },
            { path: '/orders/:orderId?', element: <OrdersRoute /> },
            { path: '/imports', element: <ImportsRoute /> },
            { path: '/settings/:section?', element: <SettingsRoute /> },
            { path: '*', element: <Navigate to="/workbench" replace /> },
          ],
        },
      ],
    },
  ],
  // Built, the application serves the console's pages under /console; Vite serves them under its base.
  { basename: import.meta.env.DEV ? '/app/console' : '/console' },
)

export function Routes() {
  return <RouterProvider router={router} />
}
