import { GlobalOutlined } from '@ant-design/icons'
import './badges.css'

/** The touchpoint, small on the customer's picture. */
export function ChannelBadge({ name }: { kind: string; name: string }) {
  return (
    <i className="channel-badge" title={name}>
      <GlobalOutlined />
    </i>
  )
}
