import { MessageOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { NavLink } from 'react-router'
import { useText } from '@/shared/i18n/text'
import { Mark } from '@/shared/ui/mark'

export function Rail() {
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
    </nav>
  )
}
