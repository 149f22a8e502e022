import { defineConfig } from 'vite'

const application = process.env.HUIXIANG_URL ?? 'http://localhost:8080'

// The chat window. The loader script is a second, tiny build: vite.loader.config.ts.
export default defineConfig({
  base: '/app/widget/',
  build: {
    outDir: 'dist',
    target: 'es2020',
    assetsInlineLimit: 0,
    rollupOptions: { input: 'chat.html' },
  },
  server: {
    port: 8092,
    strictPort: true,
    proxy: {
      '/api': application,
      '/files': application,
      '/shop': application,
      '/widget.js': application,
      '/live': { target: application, ws: true },
    },
  },
})
