import { FilterOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Dropdown, Input } from 'antd'
import { useText } from '@/shared/i18n/text'
import { useStore } from '@/shared/state/store'
import { listChoice, listFilter } from './local'
import type { Order } from './waiting'

const orders: Order[] = ['waiting', 'recent', 'opened']
const marks = ['unread', 'vip', 'urgent'] as const

export function ListFilter() {
  const t = useText()
  const filter = useStore(listFilter)
  const order = useStore(listChoice, (choice) => choice.order)
  const active = marks.filter((mark) => filter[mark])
  return (
    <div className="list-filter">
      <Input
        allowClear
        variant="filled"
        prefix={<SearchOutlined />}
        placeholder={t('list.filter')}
        aria-label={t('list.filter')}
        value={filter.text}
        onChange={(event) => listFilter.set({ ...filter, text: event.target.value })}
      />
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          multiple: true,
          selectable: true,
          selectedKeys: [order, ...active],
          items: [
            { type: 'group', label: t('list.order'), children: orders.map((key) => ({ key, label: t(`list.order-${key}`) })) },
            { type: 'divider' },
            { type: 'group', label: t('list.only'), children: marks.map((key) => ({ key, label: t(`list.only-${key}`) })) },
          ],
          onClick: ({ key }) => {
            const mark = marks.find((each) => each === key)
            if (mark) listFilter.set({ ...filter, [mark]: !filter[mark] })
            else listChoice.set((before) => ({ ...before, order: key as Order }))
          },
        }}
      >
        <Button
          type="text"
          className={active.length > 0 ? 'is-filtering' : ''}
          icon={<FilterOutlined />}
          aria-label={t('list.order-and-filter')}
        />
      </Dropdown>
    </div>
  )
}
