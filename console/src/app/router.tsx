import { createBrowserRouter, Navigate, Outlet, RouterProvider, useLocation, useRouteError } from 'react-router'
import { useSession } from '@/features/staff/api'
import { SignIn } from '@/features/staff/sign-in'
import { Failure } from '@/shared/ui/states'
import { AppearanceMenu, LanguageSwitch } from './frame/view-menus'
import { Frame } from './frame/frame'
import { Opening } from './frame/opening'
import { WorkbenchRoute } from './routes/workbench'
import { SettingsRoute } from './settings/settings-route'

/** Everything but the sign-in page needs somebody who is signed in. */
function SignedIn() {
  const session = useSession()
  const location = useLocation()
  if (session.isPending) return <Opening />
  if (session.isError) return <Failure problem={session.error} onRetry={() => void session.refetch()} />
  if (!session.data) return <Navigate to="/login" replace state={{ from: location.pathname }} />
  return (
    <Frame me={session.data}>
      <Outlet />
    </Frame>
  )
}

/** A page that broke says so and offers the way back; drafts and the record are safe. */
function Broken() {
  const problem = useRouteError()
  return <Failure problem={problem} onRetry={() => location.reload()} />
}

function SignInRoute() {
  const session = useSession()
  const location = useLocation()
  if (session.isPending) return <Opening />
  if (session.data) return <Navigate to={(location.state as { from?: string } | null)?.from ?? '/workbench'} replace />
  return (
    <SignIn
      corner={
        <>
          <LanguageSwitch />
          <AppearanceMenu />
        </>
      }
    />
  )
}

const router = createBrowserRouter(
  [
    { path: '/login', element: <SignInRoute />, errorElement: <Broken /> },
    {
      errorElement: <Broken />,
      element: <SignedIn />,
      children: [
        { path: '/workbench/:conversationId?', element: <WorkbenchRoute /> },
        { path: '/settings/:section?', element: <SettingsRoute /> },
        { path: '*', element: <Navigate to="/workbench" replace /> },
      ],
    },
  ],
  // Built, the application serves the console's pages under /console; Vite serves them under its base.
  { basename: import.meta.env.DEV ? '/app/console' : '/console' },
)

export function Routes() {
  return <RouterProvider router={router} />
}
