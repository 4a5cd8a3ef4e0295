// Constructed, as a strict CSP allows; in px, whatever the page's font size. What is important wins over the page's own rules.
export const styles = new CSSStyleSheet();
styles.replaceSync(`
:host { all: initial !important; display: block !important; flex: none !important; color-scheme: inherit !important; }
:host([hidden]) { display: none !important; }
:host([theme="light"]) { color-scheme: light !important; }
:host([theme="dark"]) { color-scheme: dark !important; }
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
.frame {
  --ground: var(--support-pin-background, light-dark(#ffffff, #161a21));
  --ink: var(--support-pin-color, light-dark(#161b24, #e9edf3));
  --ink-2: var(--support-pin-color-quiet, light-dark(#545f70, #a3aebd));
  --line: var(--support-pin-border, light-dark(#e1e5eb, #2a313d));
  --accent: var(--support-pin-accent, light-dark(#1d5bd6, #86b0ff));
  --on-accent: var(--support-pin-on-accent, light-dark(#ffffff, #0b1526));
  --soft: var(--support-pin-soft, light-dark(#eaf1fe, #1a2740));
  --good: light-dark(#0f6b41, #6fd6a3);
  --bad: light-dark(#a8231b, #ff9d94);
  --warn: light-dark(#7a4e00, #f0c071);
  position: fixed; inset: auto 0 0; z-index: var(--support-pin-layer, 1000);
  container-type: inline-size;
  color: var(--ink); text-align: start;
  font: 15px/1.4 var(--support-pin-font, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif);
}
:host([inline]) .frame { position: relative; }
:host([inline]) .place { display: none; }
.extra { max-height: min(60vh, 480px); overflow: auto; background: var(--ground); border-top: 1px solid var(--line); }
.bar {
  position: relative; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; min-height: 64px; padding: 10px 20px;
  background: var(--ground); border-top: 1px solid var(--line); overflow: hidden;
}
.bar:focus { outline: none; }
.left {
  position: absolute; inset: 0 auto auto 0; width: 100%; height: 3px;
  background: var(--accent); transform-origin: 0 0; transform: scaleX(var(--left, 0));
}
:host(:dir(rtl)) .left { transform-origin: 100% 0; }
.icon { width: 20px; height: 20px; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.name { display: flex; align-items: center; gap: 8px; font-weight: 600; white-space: nowrap; }
.name .icon { color: var(--accent); }
.is-locked .name .icon { color: var(--bad); }
.code { display: flex; align-items: center; gap: 4px; }
.pin {
  padding: 0 12px; border-radius: 8px; background: var(--soft); white-space: nowrap; font-variant-numeric: tabular-nums;
  font: 600 32px/44px var(--support-pin-mono, ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Liberation Mono", monospace);
}
.seen { user-select: all; -webkit-user-select: all; }
.gap { display: inline-block; width: 11px; }
.times { flex: 1 1 0; min-width: 200px; display: grid; font-variant-numeric: tabular-nums; }
.reminder, .line, .more, .note { color: var(--ink-2); font-size: 13px; }
.message { flex: 1 1 224px; min-width: 0; }
.more { display: block; font-variant-numeric: tabular-nums; }
.end { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 8px 12px; margin-inline-start: auto; }
.off { color: var(--warn); font-weight: 600; font-size: 13px; }
button {
  min-height: 40px; padding: 0 16px; border: 1px solid var(--accent); border-radius: 8px;
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer;
  font-variant-numeric: tabular-nums;
}
button.quiet { background: transparent; color: var(--accent); }
button.small { min-width: 40px; padding: 0; border-color: transparent; background: transparent; color: var(--ink-2); }
button.small .icon { display: block; margin: auto; }
button.quiet:hover, button.small:hover { background: var(--soft); }
button[aria-pressed="true"] { color: var(--accent); background: var(--soft); }
button[data-off] { border-color: var(--line); background: transparent; color: var(--ink-2); cursor: default; }
.unfold { display: none; margin-inline-start: auto; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none; -webkit-user-select: none; }
@container (max-width: 544px) {
  .bar { padding: 8px 16px; gap: 4px 12px; }
  .times { flex: 1 1 100%; }
  .end { flex: 1 1 100%; margin: 0; }
  .end button { flex: 1 1 auto; }
  .note { flex: 1 1 100%; }
}
@media (max-height: 416px) {
  .extra { max-height: 45vh; }
  .bar { min-height: 0; padding: 4px 8px; gap: 4px; }
  .pin { padding: 0 6px; }
  .unfold { display: block; }
  .is-folded > .times, .is-folded > .end, .is-folded .code > button { display: none; }
}
@media (forced-colors: active) { .left { background: Highlight; } button[aria-pressed="true"] { background: Highlight; color: HighlightText; forced-color-adjust: none; } button[data-off] { color: GrayText; border-color: GrayText; } }
@media print { :host { display: none !important; } }
`);
