// A constructed style sheet, which a Content-Security-Policy without unsafe-inline allows.
export const styles = new CSSStyleSheet();
styles.replaceSync(`
:host {
  --ground: var(--support-pin-background, light-dark(#ffffff, #161a21));
  --ink: var(--support-pin-color, light-dark(#161b24, #e9edf3));
  --ink-2: var(--support-pin-color-quiet, light-dark(#545f70, #a3aebd));
  --line: var(--support-pin-border, light-dark(#dde2e9, #2a313d));
  --accent: var(--support-pin-accent, light-dark(#1d5bd6, #86b0ff));
  --on-accent: var(--support-pin-on-accent, light-dark(#ffffff, #0b1526));
  --soft: var(--support-pin-soft, light-dark(#f1f5fd, #1e2735));
  --bad: light-dark(#a8231b, #ff9d94);
  --warn: light-dark(#7a4e00, #f0c071);
  display: block;
  position: sticky;
  inset-block-end: 0;
  z-index: 10;
  container-type: inline-size;
  color: var(--ink);
  font: 0.9375rem/1.4 var(--support-pin-font, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif);
}
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
.bar {
  position: relative;
  display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1.25rem;
  min-height: 4rem; padding: 0.625rem 1.25rem;
  background: var(--ground); border-top: 1px solid var(--line);
  overflow: hidden;
}
.bar:focus { outline: none; }
.left {
  position: absolute; inset: 0 auto auto 0; width: 100%; height: 3px;
  background: var(--accent); transform-origin: 0 0; transform: scaleX(var(--left, 0));
}
:host(:dir(rtl)) .left { transform-origin: 100% 0; }
.name { display: flex; align-items: center; gap: 0.5rem; font-weight: 600; white-space: nowrap; }
.mark { width: 1.25rem; height: 1.25rem; color: var(--accent); flex: none; }
.pin {
  padding: 0.125rem 0.75rem; border-radius: 8px; background: var(--soft);
  font: 600 1.75rem/1.3 var(--support-pin-mono, ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Liberation Mono", monospace);
  letter-spacing: 0.06em; white-space: nowrap; font-variant-numeric: tabular-nums;
}
.gap { display: inline-block; width: 0.35em; }
.times { display: grid; font-variant-numeric: tabular-nums; }
.reminder { color: var(--ink-2); font-size: 0.8125rem; }
.message { flex: 1 1 14rem; min-width: 0; }
.more { display: block; color: var(--ink-2); font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.end { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 0.5rem 0.75rem; margin-inline-start: auto; }
.note { color: var(--ink-2); font-size: 0.8125rem; }
.off { color: var(--warn); font-weight: 600; font-size: 0.8125rem; }
.is-locked .mark { color: var(--bad); }
button {
  min-height: 2.5rem; padding: 0 1rem; border: 1px solid var(--accent); border-radius: 8px;
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; white-space: nowrap;
  font-variant-numeric: tabular-nums;
}
button.quiet { background: transparent; color: var(--accent); }
button.quiet:hover { background: var(--soft); }
button[data-off] { border-color: var(--line); background: transparent; color: var(--ink-2); cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@container (max-width: 48rem) {
  .name span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
@container (max-width: 34rem) {
  .bar { padding: 0.75rem 1rem; gap: 0.5rem 0.75rem; }
  .pin { font-size: 1.5rem; padding: 0.125rem 0.5rem; }
  .end { flex: 1 1 100%; margin: 0; }
  .end button { flex: 1 1 auto; }
  .note { flex: 1 1 100%; }
}
@media (forced-colors: active) { .left { background: Highlight; } }
`);
