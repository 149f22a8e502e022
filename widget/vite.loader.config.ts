import { defineConfig } from 'vite'

// widget.js: one classic script without imports, safe to put on any page.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2018',
    lib: {
      entry: 'src/loader/main.ts',
      formats: ['iife'],
      name: 'HuixiangLoader',
      fileName: () => 'widget.js',
    },
  },
})
