import { App } from 'antd'
import { ApiProblem } from '../api/client'
import { inLanguage, useLanguage, useText } from '../i18n/text'

/** Says in one line why an act of the user did not work. */
export function useComplaint() {
  const t = useText()
  const language = useLanguage()
  const { message } = App.useApp()
  return (problem: unknown) => {
    void message.error(problem instanceof ApiProblem ? inLanguage(problem, language) : t('failure.title'))
  }
}
