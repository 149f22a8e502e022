import { ReloadOutlined, SendOutlined } from '@ant-design/icons'
import { Button, Drawer, Segmented, Table, Tag } from 'antd'
import { useState } from 'react'
import { useText, type Text } from '@/shared/i18n/text'
import { now } from '@/shared/time/clock'
import { exactTime, pastTime } from '@/shared/time/format'
import { useComplaint } from '@/shared/ui/problem'
import { useDone } from '@/shared/ui/settings/acts'
import { Failure, ListSkeleton, Nothing } from '@/shared/ui/states'
import { useDeliver, useDeliveries, type Delivery, type DeliveryState, type Webhook } from './api'
import './connect.css'

const states = ['all', 'waiting', 'delivered', 'dead'] as const
const colours: Record<DeliveryState, string> = { waiting: 'is-waiting', delivered: 'is-fine', dead: 'is-dead' }

/** What was told to this address, what still waits, and what was given up. */
export function Deliveries({ webhook, onClose }: { webhook: Webhook; onClose(): void }) {
  const t = useText()
  const done = useDone()
  const complain = useComplaint()
  const [state, setState] = useState<(typeof states)[number]>('all')
  const deliveries = useDeliveries(webhook.id, state === 'all' ? null : state)
  const deliver = useDeliver(webhook.id)
  const items = deliveries.data?.pages.flatMap((page) => page.items)
  return (
    <Drawer
      open
      size={820}
      title={t('settings.webhooks.deliveries')}
      onClose={onClose}
      extra={
        <Button
          icon={<SendOutlined />}
          loading={deliver.test.isPending}
          onClick={() => deliver.test.mutate(undefined, { onSuccess: () => done(t('settings.webhooks.tested')), onError: complain })}
        >
          {t('settings.webhooks.test')}
        </Button>
      }
    >
      <p className="webhook-url quiet">{webhook.url}</p>
      <div className="delivery-tools">
        <Segmented value={state} onChange={setState} options={states.map((value) => ({ value, label: t(`settings.delivery.${value}`) }))} />
        <Button
          icon={<ReloadOutlined />}
          loading={deliver.replayDead.isPending}
          onClick={() =>
            deliver.replayDead.mutate(undefined, {
              onSuccess: ({ replayed }) => done(t('settings.webhooks.replayed', { n: replayed })),
              onError: complain,
            })
          }
        >
          {t('settings.webhooks.replay-dead')}
        </Button>
      </div>
      {deliveries.isError && !items ? (
        <Failure problem={deliveries.error} onRetry={() => void deliveries.refetch()} />
      ) : !items ? (
        <ListSkeleton rows={5} height={44} />
      ) : (
        <DeliveryTable
          items={items}
          onReplay={(id) => deliver.replay.mutate(id, { onSuccess: () => done(t('settings.webhooks.replayed', { n: 1 })), onError: complain })}
        />
      )}
      {deliveries.hasNextPage && (
        <Button type="text" block loading={deliveries.isFetchingNextPage} onClick={() => void deliveries.fetchNextPage()}>
          {t('settings.table.more')}
        </Button>
      )}
    </Drawer>
  )
}

function DeliveryTable({ items, onReplay }: { items: Delivery[]; onReplay(id: string): void }) {
  const t = useText()
  return (
    <Table<Delivery>
      aria-label={t('settings.webhooks.deliveries')}
      size="small"
      rowKey="id"
      dataSource={items}
      pagination={false}
      locale={{ emptyText: <Nothing sentence={t('settings.webhooks.no-deliveries')} hint={t('settings.webhooks.no-deliveries-hint')} /> }}
      columns={[
        { title: t('audit.at'), key: 'at', width: 120, render: (_, each) => <span title={exactTime(each.createdAt)}>{pastTime(each.createdAt, now(), t)}</span> },
        { title: t('settings.webhooks.event'), key: 'event', width: 110, render: (_, each) => t(`settings.event.${each.event}`) },
        {
          title: t('settings.state'),
          key: 'state',
          width: 110,
          render: (_, each) => (
            <Tag variant="filled" className={`delivery ${colours[each.state]}`}>
              {t(`settings.delivery.${each.state}`)}
            </Tag>
          ),
        },
        {
          title: t('settings.webhooks.answer'),
          key: 'answer',
          render: (_, each) => (
            <span className="quiet small">
              {[
                each.status && `HTTP ${each.status}`,
                each.error && errorInWords(each.error, t),
                each.tookMillis != null && `${each.tookMillis} ms`,
                each.attempts > 1 && t('settings.webhooks.attempts', { n: each.attempts }),
                each.state === 'waiting' && each.attempts > 0 && t('settings.webhooks.next', { time: exactTime(each.nextAt).slice(11) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          ),
        },
        {
          title: <span className="visually-hidden">{t('settings.table.acts')}</span>,
          key: 'acts',
          width: 80,
          render: (_, each) =>
            each.state === 'dead' && (
              <Button size="small" onClick={() => onReplay(each.id)}>
                {t('action.resend')}
              </Button>
            ),
        },
      ]}
    />
  )
}

/** What the way to the other system broke on, in words; what we do not know is said as it came. */
function errorInWords(error: string, t: Text): string {
  if (/timeout|timed out/i.test(error)) return t('settings.webhooks.timeout')
  if (/UnresolvedAddress|UnknownHost/i.test(error)) return t('settings.webhooks.no-host')
  if (/Connect|Closed|EOF|reset/i.test(error)) return t('settings.webhooks.no-connection')
  if (/SSL|certificate/i.test(error)) return t('settings.webhooks.no-trust')
  return error
}
