import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@/shared/ui/base.css'
import { Providers } from './providers'
import { Routes } from './router'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers>
      <Routes />
    </Providers>
  </StrictMode>,
)
