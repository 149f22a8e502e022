import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const application = `http://127.0.0.1:${process.env.HUIXIANG_PORT ?? '8080'}`

export default defineConfig({
  base: '/app/console/',
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: Number(process.env.CONSOLE_PORT ?? '5173'),
    strictPort: true,
    proxy: {
      '/api': application,
      '/files': application,
      '/live': { target: application, ws: true },
    },
  },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // What rarely changes stays in the browser's cache when the console changes; charts come when the first is shown.
        codeSplitting: {
          groups: [
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 2 },
            { name: 'vendor', test: /node_modules/, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    // One browser world for all files: making a new one costs more than the tests.
    isolate: false,
    fileParallelism: false,
    testTimeout: 60_000,
    setupFiles: ['src/shared/testing/setup.ts'],
  },
})
