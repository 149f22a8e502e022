import { PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Popover, Tag } from 'antd'
import { useState } from 'react'
import type { Customer, Tag as CustomerTag } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { exactTime } from '@/shared/time/format'
import { useComplaint } from '@/shared/ui/problem'
import { useChangeCustomer, useTagsInUse } from './api'

export function Tags({ customer }: { customer: Customer }) {
  const t = useText()
  const complain = useComplaint()
  const change = useChangeCustomer(customer.id)
  const [adds, setAdds] = useState(false)
  return (
    <section className="customer-part">
      <h4>{t('customer.tags')}</h4>
      <div className="tags">
        {customer.tags.map((tag) => (
          <Popover key={tag.name} content={<Why tag={tag} />} mouseEnterDelay={0.3}>
            <Tag
              variant="filled"
              closable
              onClose={(event) => {
                event.preventDefault()
                change.mutate({ kind: 'remove-tag', name: tag.name }, { onError: complain })
              }}
              closeIcon={<span aria-label={t('customer.remove-tag', { name: tag.name })}>×</span>}
            >
              {tag.name}
            </Tag>
          </Popover>
        ))}
        {adds ? (
          <NewTag
            taken={customer.tags.map((tag) => tag.name)}
            onDone={(name) => {
              setAdds(false)
              if (name) change.mutate({ kind: 'add-tag', name }, { onError: complain })
            }}
          />
        ) : (
          <Button type="dashed" size="small" icon={<PlusOutlined />} className="add-tag" onClick={() => setAdds(true)}>
            {t('customer.add-tag')}
          </Button>
        )}
      </div>
    </section>
  )
}

/** Every tag says why it is there. */
function Why({ tag }: { tag: CustomerTag }) {
  const t = useText()
  return (
    <div className="why">
      {tag.reason && <p>{tag.reason}</p>}
      <p className="quiet small">{t('customer.tagged-by', { name: tag.by, time: exactTime(tag.at).slice(0, 16) })}</p>
    </div>
  )
}

function NewTag({ taken, onDone }: { taken: string[]; onDone(name: string | null): void }) {
  const t = useText()
  const [name, setName] = useState('')
  const { data: inUse = [] } = useTagsInUse(true)
  const options = inUse.filter((each) => !taken.includes(each) && each.includes(name)).map((value) => ({ value }))
  return (
    <AutoComplete
      autoFocus
      defaultOpen
      size="small"
      style={{ width: 128 }}
      value={name}
      options={options}
      maxLength={20}
      placeholder={t('customer.new-tag')}
      aria-label={t('customer.new-tag')}
      onChange={setName}
      onSelect={(value: string) => onDone(value)}
      onBlur={() => onDone(name.trim() || null)}
      onInputKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') onDone(null)
        if (event.key === 'Enter' && name.trim()) onDone(name.trim())
      }}
    />
  )
}
