import { App, Button } from 'antd'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '../problem'

/** Says that it is done; where it can be taken back, for a few seconds one click does so. */
export function useDone() {
  const t = useText()
  const { message } = App.useApp()
  const complain = useComplaint()
  return (what: string, undo?: () => Promise<unknown>) => {
    if (!undo) return void message.success(what)
    const key = `undo-${Date.now()}`
    const takeBack = () => {
      message.destroy(key)
      undo().then(() => void message.success(t('settings.undone')), complain)
    }
    void message.open({
      key,
      type: 'success',
      duration: 8,
      content: (
        <>
          {what}
          <Button type="link" size="small" onClick={takeBack}>
            {t('settings.undo')}
          </Button>
        </>
      ),
    })
  }
}

/** Asks once before something that hurts: what will happen, in words. */
export function useAsk() {
  const t = useText()
  const { modal } = App.useApp()
  const complain = useComplaint()
  return (question: { title: string; means: string; act: string; danger?: boolean; run(): Promise<unknown> }) => {
    modal.confirm({
      title: question.title,
      content: question.means,
      okText: question.act,
      okButtonProps: { danger: question.danger !== false },
      cancelText: t('action.cancel'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => question.run().catch(complain),
    })
  }
}
