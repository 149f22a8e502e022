import { App, Button, Form, InputNumber } from 'antd'
import { useLanguage, useText, type TextKey } from '@/shared/i18n/text'
import { useChangeGoodsStandard, useGoodsBook, type GoodsStandard } from './goods-api'

const FIELDS: { name: keyof GoodsStandard; label: TextKey; min: number; max: number }[] = [
  { name: 'days', label: 'goods.standard-days', min: 7, max: 3650 },
  { name: 'largestBasket', label: 'goods.standard-largest', min: 2, max: 500 },
  { name: 'fewestBaskets', label: 'goods.standard-fewest', min: 2, max: 10_000 },
  { name: 'eachProduct', label: 'goods.standard-each', min: 1, max: 200 },
  { name: 'soldWithinDays', label: 'goods.standard-sold', min: 1, max: 3650 },
]

/** By what goods that go together are counted, and the last count. */
export function GoodsStandardForm({ maySet }: { maySet: boolean }) {
  const t = useText()
  const language = useLanguage()
  const { message } = App.useApp()
  const { data: book } = useGoodsBook()
  const change = useChangeGoodsStandard()
  if (!book) return null
  return (
    <section className="worth-card" style={{ marginTop: 16 }}>
      <h2>{t('goods.standard')}</h2>
      <p className="quiet small">
        {book.last
          ? t('goods.counted', {
              at: new Date(book.last.at).toLocaleString(language),
              baskets: book.last.baskets.toLocaleString(language),
              products: book.last.products.toLocaleString(language),
              pairs: book.last.pairs.toLocaleString(language),
            })
          : t('goods.not-counted')}
      </p>
      <Form<GoodsStandard>
        name="goods"
        key={JSON.stringify(book.standard)}
        layout="vertical"
        requiredMark={false}
        disabled={!maySet}
        initialValues={book.standard}
        onFinish={(fields) => change.mutate(fields, { onSuccess: () => void message.success(t('goods.standard-saved')) })}
      >
        <div className="worth-standard">
          {FIELDS.map(({ name, label, ...limits }) => (
            <Form.Item key={name} name={name} label={t(label)} rules={[{ required: true, message: t('worth.standard-missing') }]}>
              <InputNumber {...limits} />
            </Form.Item>
          ))}
        </div>
        {maySet && (
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t('action.save')}
          </Button>
        )}
      </Form>
    </section>
  )
}
