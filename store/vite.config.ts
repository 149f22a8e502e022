import { defineConfig } from 'vite'

const application = process.env.HUIXIANG_URL ?? 'http://localhost:8080'

// Two pages: the specialist's phone (index.html) and the terminal at the door (terminal.html).
export default defineConfig({
  base: '/app/store/',
  build: {
    outDir: 'dist',
    target: 'es2022',
    assetsInlineLimit: 0,
    rollupOptions: { input: ['index.html', 'terminal.html'] },
  },
  server: {
    port: 8093,
    strictPort: true,
    // The tokens of the design language lie with the customer's window, the first page that had them.
    fs: { allow: ['..'] },
    proxy: {
      '/api': application,
      '/files': application,
      '/live': { target: application, ws: true },
    },
  },
})
