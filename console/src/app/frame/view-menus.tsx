import { DesktopOutlined, MoonOutlined, SunOutlined, TranslationOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import { useText } from '@/shared/i18n/text'
import { prefer, usePreferences, type Appearance } from '@/shared/state/preferences'

export function LanguageSwitch() {
  const t = useText()
  const { language } = usePreferences()
  return (
    <Tooltip title={t('view.language')}>
      <Button
        type="text"
        icon={<TranslationOutlined />}
        aria-label={t('view.language')}
        onClick={() => prefer({ language: language === 'zh-CN' ? 'en-US' : 'zh-CN' })}
      />
    </Tooltip>
  )
}

const pictures = { light: <SunOutlined />, dark: <MoonOutlined />, system: <DesktopOutlined /> }

export function AppearanceMenu() {
  const t = useText()
  const { appearance } = usePreferences()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [appearance],
        items: (['light', 'dark', 'system'] as const).map((key) => ({ key, icon: pictures[key], label: t(`view.${key}`) })),
        onClick: ({ key }) => prefer({ appearance: key as Appearance }),
      }}
    >
      <Button type="text" icon={pictures[appearance]} aria-label={t('view.appearance')} />
    </Dropdown>
  )
}
