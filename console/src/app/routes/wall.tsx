import { FunnelPlotOutlined, LineChartOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import type { WallFilter } from '@/features/sla/cache'
import { SupervisorWall } from '@/features/sla/wall'
import { WallScreen } from '@/features/sla/wall-screen'
import { useGroups, useSession } from '@/features/staff/api'
import { useText } from '@/shared/i18n/text'

/** The supervisor's wall, with the groups and stores of the house to look at one by one. */
export function WallRoute() {
  const t = useText()
  const navigate = useNavigate()
  const { data: me } = useSession()
  const { data: groups } = useGroups()
  const television = (filter: WallFilter) => {
    void document.documentElement.requestFullscreen?.().catch(() => undefined)
    const search = new URLSearchParams(Object.entries(filter).filter(([, id]) => id))
    void navigate({ pathname: '/wall/screen', search: search.toString() })
  }
  return (
    <SupervisorWall
      groups={groups ?? []}
      stores={me?.stores ?? []}
      links={
        <>
          <Button icon={<FunnelPlotOutlined />} onClick={() => void navigate('/wall/funnel')}>
            {t('funnel.link')}
          </Button>
          <Button icon={<LineChartOutlined />} onClick={() => void navigate('/wall/figures')}>
            {t('figures.link')}
          </Button>
        </>
      }
      onTelevision={television}
    />
  )
}

export function WallScreenRoute() {
  const t = useText()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { data: groups } = useGroups()
  const group = search.get('group') ?? undefined
  const store = search.get('store') ?? undefined
  const leave = () => {
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    void navigate('/wall')
  }
  const name = groups?.find((each) => each.id === group)?.name
  return <WallScreen filter={{ group, store }} title={name ?? t('wall.screen-title')} onLeave={leave} />
}
