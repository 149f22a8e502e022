import { MergeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Customer, Me } from '@/shared/api/types'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { Face } from '@/shared/ui/face'
import { useComplaint } from '@/shared/ui/problem'
import { mayMerge, useDismiss, useSuggestions } from './identity-api'
import { MergeDialog } from './merge-dialog'
import './merge.css'

/** Who may be the same person, and why we think so. Somebody looks and decides. */
export function MergeSuggestions({ customer, me }: { customer: Customer; me: Me }) {
  const t = useText()
  const language = useLanguage()
  const complain = useComplaint()
  const { data: suggestions = [] } = useSuggestions(customer.id, mayMerge(me))
  const dismiss = useDismiss(customer.id)
  const [other, setOther] = useState<string | null>(null)
  if (suggestions.length === 0) return null
  return (
    <section className="merge-card" aria-label={t('merge.suggested')}>
      <h4>
        <MergeOutlined /> {t('merge.suggested')}
      </h4>
      <ul>
        {suggestions.slice(0, 3).map((one) => (
          <li key={one.customer.id}>
            <div className="merge-person">
              <Face name={one.customer.name} picture={one.customer.avatar} size={28} />
              <span className="ellipsis">{one.customer.name}</span>
              <span className="faint small">{t('merge.sure', { n: Math.round(one.score * 100) })}</span>
            </div>
            <ul className="merge-why small quiet">
              {one.why.map((why) => (
                <li key={why.en}>{inLanguage(why, language)}</li>
              ))}
            </ul>
            <div className="merge-acts">
              <Button size="small" type="primary" ghost onClick={() => setOther(one.customer.id)}>
                {t('merge.look')}
              </Button>
              <Button
                size="small"
                type="text"
                onClick={() => dismiss.mutate(one.customer.id, { onError: complain })}
              >
                {t('merge.not-the-same')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {other && <MergeDialog customer={customer} otherId={other} onClose={() => setOther(null)} />}
    </section>
  )
}
