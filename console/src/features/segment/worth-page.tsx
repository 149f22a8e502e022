import { Alert, Button, Table, Tag, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { may } from '@/shared/access'
import type { Me } from '@/shared/api/types'
import { useLanguage, useText } from '@/shared/i18n/text'
import { Failure, ListSkeleton, Nothing } from '@/shared/ui/states'
import { GoodsStandardForm } from './goods-standard-form'
import { moneyText } from './money'
import { useWorthBook, useWorthVerbs, type WorthBook, type WorthModel } from './worth-api'
import { HeldOutCard, ReturnsCard } from './worth-charts'
import { ChurnTag } from './worth-panel'
import { WorthStandardForm } from './worth-standard-form'
import './worth.css'

/** The model behind every customer's worth: its parameters, and how well it says what customers did. */
export function WorthPage({ me }: { me: Me }) {
  const t = useText()
  const book = useWorthBook()
  const { fit } = useWorthVerbs()
  const maySet = may(me, 'standards')
  return (
    <main className="worth-page scroll">
      <header>
        <h1>{t('worth.page')}</h1>
        <span className="bar-space" />
        {maySet && (
          <Button loading={fit.isPending} onClick={() => fit.mutate(book.data?.model?.version ?? 0)}>
            {t('worth.fit-now')}
          </Button>
        )}
      </header>
      {book.isPending && <ListSkeleton rows={4} height={96} />}
      {book.isError && <Failure problem={book.error} onRetry={() => void book.refetch()} />}
      {book.data && !book.data.model && <Nothing sentence={t('worth.no-model')} hint={t('worth.no-model-hint')} />}
      {book.data?.model && <Told book={book.data} model={book.data.model} />}
      {book.data && maySet && <WorthStandardForm key={JSON.stringify(book.data.standard)} standard={book.data.standard} />}
      {book.data && <GoodsStandardForm maySet={maySet} />}
    </main>
  )
}

function Told({ book, model }: { book: WorthBook; model: WorthModel }) {
  const t = useText()
  const language = useLanguage()
  const at = new Date(model.at).toLocaleString(language)
  if (model.state === 'too-few')
    return (
      <Alert
        type="info"
        showIcon
        title={t('worth.too-few')}
        description={t('worth.too-few-hint', {
          customers: model.customers,
          returned: model.returned,
          fewest: book.standard.fewestCustomers,
          fewestReturned: book.standard.fewestReturned,
        })}
      />
    )
  return (
    <>
      <p className="quiet small">{t('worth.page-hint', { version: model.version, at, habits: model.habits, took: model.tookMillis })}</p>
      <dl className="worth-tiles">
        <Tile name={t('worth.customers')} value={model.customers} foot={t('worth.returned', { n: model.returned })} />
        {book.risks.map((risk) => (
          <Tile
            key={risk.churn + (risk.clv?.currency ?? '')}
            name={<ChurnTag churn={risk.churn} />}
            value={risk.customers}
            foot={risk.clv ? t('worth.sum', { money: moneyText(risk.clv, language) }) : ''}
          />
        ))}
      </dl>
      <div className="worth-cards">
        <ReturnsCard model={model} />
        {model.heldOut && <HeldOutCard heldOut={model.heldOut} />}
        <Parameters model={model} />
        <Editions book={book} />
      </div>
    </>
  )
}

function Tile({ name, value, foot }: { name: ReactNode; value: number; foot: string }) {
  const language = useLanguage()
  return (
    <div className="worth-tile">
      <dt>{name}</dt>
      <dd>
        <b>{value.toLocaleString(language)}</b>
      </dd>
      <p className="faint small">{foot || '\u00a0'}</p>
    </div>
  )
}

function Parameters({ model }: { model: WorthModel }) {
  const t = useText()
  const rows = [
    ...(model.buying
      ? [
          {
            key: 'buying',
            name: t('worth.buying'),
            values: `r ${digits(model.buying.r)} · α ${digits(model.buying.alpha)} · a ${digits(model.buying.a)} · b ${digits(model.buying.b)}`,
            quality: model.buying.quality,
            note: t('worth.per-purchase', {
              rate: ((model.buying.r / model.buying.alpha) * 30).toFixed(2),
              leave: ((model.buying.a / (model.buying.a + model.buying.b)) * 100).toFixed(0),
            }),
          },
        ]
      : []),
    ...model.spending.map((each) => ({
      key: each.currency,
      name: t('worth.spending', { currency: each.currency }),
      values: `p ${digits(each.p)} · q ${digits(each.q)} · v ${digits(each.v)}`,
      quality: each.quality,
      note: t('worth.correlation', { n: each.correlation.toFixed(2), customers: each.customers }),
    })),
  ]
  return (
    <section className="worth-card">
      <h2>{t('worth.parameters')}</h2>
      <Table
        size="small"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: t('worth.part'), dataIndex: 'name', render: (name: string, row) => <><p>{name}</p><p className="faint small">{row.note}</p></> },
          { title: t('worth.values'), dataIndex: 'values' },
          {
            title: t('worth.fit'),
            render: (_, { quality }) => (
              <>
                <Tag color={quality.converged ? 'green' : 'gold'}>{t(quality.converged ? 'worth.converged' : 'worth.not-converged')}</Tag>
                {quality.atEdge && (
                  <Tooltip title={t('worth.at-edge-hint')}>
                    <Tag>{t('worth.at-edge')}</Tag>
                  </Tooltip>
                )}
                <p className="faint small">
                  LL {quality.logLikelihood.toFixed(1)} · {t('worth.starts', { n: quality.agreeing, all: quality.starts })}
                </p>
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

function Editions({ book }: { book: WorthBook }) {
  const t = useText()
  const language = useLanguage()
  return (
    <section className="worth-card">
      <h2>{t('worth.editions')}</h2>
      <Table
        size="small"
        pagination={{ pageSize: 8, hideOnSinglePage: true, size: 'small' }}
        rowKey="version"
        dataSource={book.editions}
        columns={[
          { title: t('worth.version'), dataIndex: 'version' },
          { title: t('worth.when'), dataIndex: 'at', render: (at: string) => new Date(at).toLocaleString(language) },
          { title: t('worth.customers'), dataIndex: 'customers', align: 'right', render: (n: number) => n.toLocaleString(language) },
          { title: t('worth.took'), dataIndex: 'tookMillis', align: 'right', render: (ms: number) => `${(ms / 1000).toFixed(1)} s` },
        ]}
      />
    </section>
  )
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
