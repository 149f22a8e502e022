import { CloudSyncOutlined, DisconnectOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useText } from '@/shared/i18n/text'
import { useLiveState } from '@/shared/live/live'

function watchNetwork(watcher: () => void) {
  window.addEventListener('online', watcher)
  window.addEventListener('offline', watcher)
  return () => {
    window.removeEventListener('online', watcher)
    window.removeEventListener('offline', watcher)
  }
}

/** Says so when the line is down. It lies over the bar, so nothing moves when it comes and goes. */
export function ConnectionState() {
  const t = useText()
  const state = useLiveState()
  const hasNetwork = useSyncExternalStore(watchNetwork, () => navigator.onLine)
  const isDown = state === 'connecting' || !hasNetwork
  const lasts = useLasting(isDown, 1500)

  if (lasts) {
    return (
      <div className="connection is-down" role="status">
        <DisconnectOutlined />
        {hasNetwork ? t('connection.connecting') : t('connection.offline')}
      </div>
    )
  }
  if (state === 'polling') {
    return (
      <Tooltip title={t('connection.polling-means')}>
        <div className="connection" role="status">
          <CloudSyncOutlined />
          {t('connection.polling')}
        </div>
      </Tooltip>
    )
  }
  return null
}

/** True once the condition has held for a while: a blink of the line is nobody's business. */
function useLasting(condition: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLasts(condition), condition ? milliseconds : 0)
    return () => clearTimeout(timer)
  }, [condition, milliseconds])
  return lasts
}
