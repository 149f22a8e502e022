import { Modal } from 'antd'
import { useText } from '@/shared/i18n/text'
import { CodeBlock } from '@/shared/ui/settings/secret'
import type { ChannelAccount } from './api'

/** What to put into the shop's page, or how another system sends its first message. */
export function Embedding({ account, onClose }: { account: ChannelAccount; onClose(): void }) {
  const t = useText()
  const house = location.origin
  const kind = account.kind === 'api' ? 'api' : 'web'
  return (
    <Modal open title={t(`settings.channels.how-${kind}`)} footer={null} width={680} onCancel={onClose}>
      {kind === 'web' ? (
        <>
          <p className="quiet">{t('settings.channels.embed-script')}</p>
          <CodeBlock text={`<script async src="${house}/widget.js" data-site="${account.id}"></script>`} />
          <p className="quiet form-after">{t('settings.channels.embed-link')}</p>
          <CodeBlock text={`${house}/chat?site=${account.id}`} />
        </>
      ) : (
        <>
          <p className="quiet">{t('settings.channels.embed-api')}</p>
          <CodeBlock text={firstMessage(house, account.id)} />
        </>
      )}
    </Modal>
  )
}

function firstMessage(house: string, account: string): string {
  return `KEY=…      # ${account}
SECRET=…
BODY='{"customer":{"id":"u-1001"},"id":"m-1","kind":"text","body":{"text":"hello"}}'
TIME=$(date +%s)
SIGNATURE=$(printf '%s.%s' "$TIME" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -hex | sed 's/.* //')

curl -X POST ${house}/api/channel/${account}/messages \\
  -H 'Content-Type: application/json' \\
  -H "X-Huixiang-Key: $KEY" \\
  -H "X-Huixiang-Timestamp: $TIME" \\
  -H "X-Huixiang-Signature: $SIGNATURE" \\
  -d "$BODY"`
}
