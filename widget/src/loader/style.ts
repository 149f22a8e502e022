export const launcherStyle = `
:host { all: initial; --brand: #0e7c66; --brand-strong: #0a6453; --on: #fff; --alarm: #d92d20; --ground: #f4f7f6; --edge: rgb(16 32 27 / 10%);
  position: fixed; right: 24px; bottom: 24px; z-index: 2147483000; font: 14px/22px system-ui, sans-serif; color-scheme: light; }
:host([theme=dark]) { --brand: #3fb59b; --brand-strong: #5cc8b0; --on: #06231c; --alarm: #f2655a; --ground: #111716; --edge: rgb(255 255 255 / 12%); color-scheme: dark; }
@media (prefers-color-scheme: dark) { :host(:not([theme=light])) { --brand: #3fb59b; --brand-strong: #5cc8b0; --on: #06231c; --alarm: #f2655a; --ground: #111716; --edge: rgb(255 255 255 / 12%); color-scheme: dark; } }
.launcher { position: relative; display: grid; place-items: center; width: 56px; height: 56px; margin: 0; padding: 0; border: 0; border-radius: 50%; background: var(--brand); color: var(--on); cursor: pointer;
  box-shadow: 0 6px 20px rgb(16 32 27 / 24%); transition: background-color .15s, transform .15s; }
.launcher:hover { background: var(--brand-strong); }
.launcher:active { transform: scale(.96); }
.launcher:focus-visible { outline: 3px solid var(--brand); outline-offset: 3px; }
svg { grid-area: 1 / 1; width: 32px; height: 32px; fill: none; stroke: currentColor; stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; }
.fold, :host([open]) .echo { display: none; }
:host([open]) .fold { display: block; }
.badge { position: absolute; top: -4px; right: -4px; box-sizing: border-box; min-width: 20px; height: 20px; padding: 0 5px; border-radius: 10px; background: var(--alarm); color: #fff; font: 600 12px/20px system-ui, sans-serif; text-align: center; font-variant-numeric: tabular-nums; }
.badge[hidden], .box[hidden] { display: none; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.box { position: absolute; right: 0; bottom: 72px; width: 380px; height: min(640px, calc(100vh - 120px)); border-radius: 14px; overflow: hidden; background: var(--ground); box-shadow: 0 12px 40px rgb(16 32 27 / 22%), 0 0 0 1px var(--edge); }
iframe { display: block; width: 100%; height: 100%; border: 0; }
@media (max-width: 520px) {
  :host { right: 16px; bottom: 16px; }
  .box { position: fixed; inset: 0; width: 100%; height: 100%; border-radius: 0; box-shadow: none; }
  :host([open]) .launcher { display: none; }
}
@media (prefers-reduced-motion: reduce) { .launcher { transition: none; } }
`
