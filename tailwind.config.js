/**
 * The design tokens. A colour is one value for both themes: `light-dark()` follows `color-scheme`, which
 * follows the system until `data-theme` on <html> says otherwise. Text colours meet WCAG AA on paper and wash.
 * @type {import('tailwindcss').Config}
 */
export default {
  content: ['./index.html', './src/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    extend: {
      colors: {
        paper: 'light-dark(#fcfbf9, #151514)',
        wash: 'light-dark(#f5f3ee, #1b1b19)',
        raised: 'light-dark(#ffffff, #21201e)',
        line: 'light-dark(#e5e1d8, #2d2c29)',
        edge: 'light-dark(#8d877b, #77726a)',
        ink: 'light-dark(#1d1c1a, #ebe8e1)',
        soft: 'light-dark(#57534c, #b3aea4)',
        faint: 'light-dark(#6d6962, #979288)',
        accent: 'light-dark(#0e6b63, #5cbdb2)',
        'accent-strong': 'light-dark(#0a554f, #7acdc3)',
        'accent-wash': 'light-dark(#e3f0ee, #1a2f2d)',
        warn: 'light-dark(#9a4714, #e0935c)',
        'warn-wash': 'light-dark(#fbefe5, #2e2218)',
        code: 'light-dark(#f4f1ea, #1f1e1c)',
        mark: 'light-dark(#f6e3a1, #5b4a12)',
        // From likely to unlikely; each step is darker than the one before (in the dark: lighter), in any colour vision.
        'odds-1': 'light-dark(#fbf1d3, #2b2519)',
        'odds-2': 'light-dark(#f8dfa0, #43351c)',
        'odds-3': 'light-dark(#f3c46c, #5c431e)',
        'odds-4': 'light-dark(#e9a04d, #744b1f)',
        'odds-5': 'light-dark(#d97b3a, #8f5523)',
        'syntax-keyword': 'light-dark(#7b4a9e, #c39be0)',
        'syntax-string': 'light-dark(#376f32, #9ccc8f)',
        'syntax-number': 'light-dark(#8a4f12, #e0b27a)',
        'syntax-title': 'light-dark(#1f5f9c, #86b8e8)',
      },
      fontFamily: {
        sans: ['system-ui', '-apple-system', '"Segoe UI"', 'sans-serif'],
        mono: ['ui-monospace', '"SF Mono"', 'Menlo', 'Consolas', 'monospace'],
      },
      fontSize: {
        text: ['0.9375rem', '1.6'],
        chrome: ['0.84375rem', '1.45'],
        small: ['0.78125rem', '1.45'],
        tiny: ['0.71875rem', '1.4'],
      },
      spacing: {
        bar: '3rem',
        library: '15.5rem',
        search: '22rem',
        parameters: '19.5rem',
        thread: '53.75rem',
      },
      borderRadius: { chip: '6px', field: '7px', block: '8px', box: '12px' },
      boxShadow: {
        box: '0 1px 2px rgb(0 0 0 / 0.07), 0 8px 24px rgb(0 0 0 / 0.04)',
        float: '0 2px 6px rgb(0 0 0 / 0.08), 0 12px 40px rgb(0 0 0 / 0.16)',
      },
      screens: { phone: { max: '639px' }, wide: '1180px' },
    },
  },
}
