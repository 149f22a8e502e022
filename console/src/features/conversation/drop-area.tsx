import { InboxOutlined } from '@ant-design/icons'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import type { Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { attach } from './attachments'
import { useDesk } from './desk'
import { tabOf } from './lists'

/** A file may be dropped anywhere on the conversation. */
export function DropArea({ row, children }: { row: Row; children: ReactNode }) {
  const t = useText()
  const { me } = useDesk()
  const depth = useRef(0)
  const [isOver, setOver] = useState(false)
  const accepts = (event: DragEvent) => event.dataTransfer.types.includes('Files') && tabOf(row, me.id) === 'mine'
  const leave = () => {
    depth.current = 0
    setOver(false)
  }
  return (
    <div
      className="drop-area"
      onDragEnter={(event) => {
        if (!accepts(event)) return
        depth.current++
        setOver(true)
      }}
      onDragLeave={() => {
        if (--depth.current <= 0) leave()
      }}
      onDragOver={(event) => accepts(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!accepts(event)) return
        event.preventDefault()
        leave()
        attach(row.id, [...event.dataTransfer.files])
      }}
    >
      {children}
      {isOver && (
        <div className="drop-here" aria-hidden="true">
          <InboxOutlined />
          {t('composer.drop')}
        </div>
      )}
    </div>
  )
}
