import {
  DashboardOutlined,
  FundOutlined,
  MessageOutlined,
  ScheduleOutlined,
  SettingOutlined,
  ShoppingOutlined,
  TagsOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { Tooltip } from 'antd'
import { NavLink } from 'react-router'
import type { Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { may } from '@/shared/access'
import { mayLead } from '@/shared/lead'
import { Mark } from '@/shared/ui/mark'
import { maySet } from '../settings/settings-route'

export function Rail({ me }: { me: Me }) {
  const t = useText()
  return (
    <nav className="rail" aria-label={t('rail.title')}>
      <NavLink to="/workbench" className="rail-mark" aria-label="回响">
        <Mark size={28} />
      </NavLink>
      <Tooltip title={t('rail.workbench')} placement="right">
        <NavLink to="/workbench" className="rail-item" aria-label={t('rail.workbench')}>
          <MessageOutlined />
        </NavLink>
      </Tooltip>
      <Tooltip title={t('rail.customers')} placement="right">
        <NavLink to="/customers" className="rail-item" aria-label={t('rail.customers')}>
          <TeamOutlined />
        </NavLink>
      </Tooltip>
      {mayLead(me) && (
        <Tooltip title={t('rail.wall')} placement="right">
          <NavLink to="/wall" className="rail-item" aria-label={t('rail.wall')}>
            <DashboardOutlined />
          </NavLink>
        </Tooltip>
      )}
      <Tooltip title={t('rail.tasks')} placement="right">
        <NavLink to="/tasks" className="rail-item" aria-label={t('rail.tasks')}>
          <ScheduleOutlined />
        </NavLink>
      </Tooltip>
      {(may(me, 'lead-all') || may(me, 'standards')) && (
        <Tooltip title={t('rail.segments')} placement="right">
          <NavLink to="/segments" className="rail-item" aria-label={t('rail.segments')}>
            <TagsOutlined />
          </NavLink>
        </Tooltip>
      )}
      {mayLead(me) && (
        <Tooltip title={t('worth.page')} placement="right">
          <NavLink to="/insight/worth" className="rail-item" aria-label={t('worth.page')}>
            <FundOutlined />
          </NavLink>
        </Tooltip>
      )}
      <Tooltip title={t('rail.orders')} placement="right">
        <NavLink to="/orders" className="rail-item" aria-label={t('rail.orders')}>
          <ShoppingOutlined />
        </NavLink>
      </Tooltip>
      {maySet(me) && (
        <Tooltip title={t('settings.title')} placement="right">
          <NavLink to="/settings" className="rail-item rail-last" aria-label={t('settings.title')}>
            <SettingOutlined />
          </NavLink>
        </Tooltip>
      )}
    </nav>
  )
}
