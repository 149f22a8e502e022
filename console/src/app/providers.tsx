import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useState, type ReactNode } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { usePreferences } from '@/shared/state/preferences'
import { useAppearance } from '@/shared/theme/appearance'
import { antTheme } from '@/shared/theme/palette'

export function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        // A refusal stays a refusal; only a broken way there is worth another try.
        retry: (failures, problem) => failures < 2 && !(problem instanceof ApiProblem && problem.status >= 400 && problem.status < 500),
        retryDelay: (failures) => Math.min(5000, 500 * 2 ** failures) * (0.5 + Math.random()),
      },
    },
  })
}

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient)
  const { language } = usePreferences()
  const { isDark, palette } = useAppearance()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  return (
    <QueryClientProvider client={client}>
      <ConfigProvider
        theme={antTheme(palette, isDark)}
        locale={language === 'zh-CN' ? zhCN : enUS}
        button={{ autoInsertSpace: false }}
      >
        <App component={false} message={{ top: 56, maxCount: 3 }} notification={{ placement: 'bottomRight', bottom: 24 }}>
          {children}
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  )
}
