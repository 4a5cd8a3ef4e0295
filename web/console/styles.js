/** The agent console. It adapts to its own width, not the window's, because it may be shown in a column. */
export const STYLES = `
.console { container-type: inline-size; min-height: 384px; }

.console-columns { display: grid; gap: var(--space-5); }
.console-stage, .console-side-column { min-width: 0; }
.console-side-column:empty { display: none; }
.console h2:focus, .console fieldset:focus { outline: none; }
.console-note { color: var(--ink-2); font-weight: 400; }
.console-crumb { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2); color: var(--ink-2); font-size: var(--text-s); }

/* The bar above a verified call */
.console-bar-frame { display: grid; gap: var(--space-3); margin-block-end: var(--space-5); }
.console-bar-frame > div:empty { display: none; }
.console-bar {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--space-3) var(--space-5);
  padding: var(--space-3) var(--space-4); background: var(--surface); border: 1px solid var(--line);
  border-inline-start: 3px solid var(--good); border-radius: var(--radius); box-shadow: var(--shadow);
}
.console-contents { display: contents; }
.console-bar-facts { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-5); min-width: 0; }
.console-bar-facts dt { color: var(--ink-2); font-size: var(--text-s); }
.console-bar-facts dd { font-weight: 600; overflow-wrap: anywhere; }
.console-time { font-variant-numeric: tabular-nums; }
.console-time[data-soon] { color: var(--warn); }
.console-time[data-soon]::before { content: "●"; margin-inline-end: 0.4em; font-size: 0.7em; vertical-align: 0.15em; }

/* Notices */
.console-notice { grid-template-columns: auto minmax(0, 1fr); gap: var(--space-3); border-inline-start: 0; }
.console-notice-title { font-weight: 600; }
.console-notice p { overflow-wrap: anywhere; }
.console-wait { font-variant-numeric: tabular-nums; font-weight: 600; }
.console-mark {
  display: inline-grid; place-items: center; width: 24px; height: 24px; border-radius: 50%; flex: none;
  font-size: var(--text-s); font-weight: 700; line-height: 1;
}
.console-mark--good { background: var(--good); color: var(--surface); }
.console-mark--warn { background: var(--warn); color: var(--surface); }
.console-mark--bad { background: var(--bad); color: var(--surface); }
.console-mark--wait { background: var(--accent); color: var(--on-accent); animation: breathe 1.6s ease-in-out infinite; }

/* The PIN */
.console-verify { display: grid; gap: var(--space-5); max-width: 544px; margin-inline: auto; }
.console-verify > div:empty, .console-sms > div:empty { display: none; }
.console-pair { display: grid; gap: var(--space-4); }
.input.console-pin { max-width: 320px; min-height: 64px; font-size: var(--text-2xl); font-weight: 600; }
.console-pin::placeholder { color: var(--ink-2); opacity: 0.55; }
.console-sms {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--space-3);
  padding-block-start: var(--space-5); border-block-start: 1px solid var(--line);
}
.console-sms > [role="status"] { flex-basis: 100%; }

/* The catalogue */
.console-actions { display: grid; gap: var(--space-2); padding: 0; list-style: none; }
.console-action {
  display: grid; grid-template-columns: auto minmax(0, 1fr); align-items: center; justify-items: start; gap: 2px var(--space-2); width: 100%; min-height: 40px; padding: 6px var(--space-3);
  text-align: start; font-weight: 600; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius-s); cursor: pointer;
}
.console-action:hover, .console-action:focus-visible { border-color: var(--accent); background: var(--surface-2); }
.console-action .badge { grid-column: 2; }
.console-groups { display: grid; gap: var(--space-4); align-items: start; }
.console-group { color: var(--ink-2); font-size: var(--text-s); }
.console-search { min-height: 48px; font-size: var(--text-l); }
.console-action-skeleton { min-height: 40px; border-radius: var(--radius); list-style: none; }

/* Forms */
.console-form, .console-review, .console-outcome {
  padding: var(--space-4); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius-l);
  box-shadow: var(--shadow);
}
.console-form > div:empty, .console-review > div:empty { display: none; }
.console-back { margin-inline-start: calc(-1 * var(--space-3)); }
.console-form .input, .console-form .select, .console-form .textarea { max-width: 576px; }
.console-form .textarea { display: block; resize: vertical; }
.console-form .select { appearance: auto; }
.console-set { gap: var(--space-2); }
.console-set > legend { margin-block-end: var(--space-1); }
.console-nested { display: grid; gap: var(--space-4); align-items: start; padding-inline-start: var(--space-4); border-inline-start: 2px solid var(--line); }
.console-entry {
  display: grid; gap: var(--space-3); padding: var(--space-3) var(--space-4) var(--space-4); background: var(--surface-2);
  border: 1px solid var(--line); border-radius: var(--radius);
}
.console-entry > .row { min-height: 32px; }
.console-entry-number { color: var(--ink-2); font-size: var(--text-s); font-weight: 600; font-variant-numeric: tabular-nums; }
.console-entry-fields { display: grid; gap: var(--space-4); align-items: start; }
.console-line { display: grid; gap: var(--space-2); align-items: start; }
.console-line:has(button) { grid-template-columns: minmax(0, 576px) auto; justify-content: start; }
.console-line .button { min-height: 40px; font-size: var(--text-l); }
.console-line label {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.console-whole { color: var(--bad); font-size: var(--text-s); font-weight: 600; }

.console-segments {
  display: inline-flex; flex-wrap: wrap; width: fit-content; max-width: 100%; padding: 2px; gap: 2px;
  background: var(--surface-3); border: 1px solid var(--line-strong); border-radius: var(--radius-s);
}
.console-segment { position: relative; display: grid; }
.console-segment-input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.console-segment label { padding: var(--space-1) var(--space-3); border-radius: var(--radius-s); font-size: var(--text-s); font-weight: 600; color: var(--ink-2); }
.console-segment-input:checked + label { background: var(--surface); color: var(--ink); box-shadow: 0 0 0 1px var(--line-strong); }
.console-segment-input:focus-visible + label { outline: 2px solid var(--accent); outline-offset: 2px; }

/* Review and outcome */
.console-sentences { display: grid; gap: var(--space-2); padding: 0; list-style: none; }
.console-sentences li { padding-inline-start: var(--space-4); border-inline-start: 3px solid var(--line); overflow-wrap: anywhere; }
.console-sentences li:first-child { border-color: var(--accent); font-weight: 600; }
.console-outcome-head { display: flex; gap: var(--space-3); align-items: start; }
.console-outcome-head .console-mark { margin-block-start: 2.4px; width: 32px; height: 32px; font-size: var(--text-m); }
.console-reason { font-weight: 600; }
.console-reason .small { font-weight: 400; }
.console-facts { display: grid; gap: var(--space-3) var(--space-5); grid-template-columns: repeat(auto-fit, minmax(min(100%, 192px), 1fr)); }
.console-fact dt { color: var(--ink-2); font-size: var(--text-s); }
.console-fact dd { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--space-2); font-weight: 600; overflow-wrap: anywhere; min-width: 0; }
.console-fact dd .mono { min-width: 0; }
.console-fact .button { margin-inline-start: calc(-1 * var(--space-2)); padding-inline: var(--space-2); }

/* The call's history */
.console-history { display: grid; gap: var(--space-2); align-content: start; }
.console-entries { display: grid; gap: var(--space-2); padding: 0; list-style: none; }
.console-past {
  display: grid; gap: var(--space-1); width: 100%; padding: var(--space-3); text-align: start; background: var(--surface);
  border: 1px solid var(--line); border-radius: var(--radius);
}
button.console-past { cursor: pointer; }
button.console-past:hover { border-color: var(--accent); }
.console-past-title { font-weight: 600; font-size: var(--text-s); }
.console-past-what { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.console-past-foot { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--space-1) var(--space-2); }
.console-keys dl { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); color: var(--ink-2); font-size: var(--text-s); }
.console-keys dl > div { display: flex; align-items: baseline; gap: var(--space-2); }
.console kbd {
  padding: 0.05em 0.45em; background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius-s);
  font-family: var(--mono); font-size: 0.92em; white-space: nowrap;
}

/* What the customer has */
.console-things { display: grid; gap: var(--space-2); }
.console-rows { display: grid; padding: 0; list-style: none; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
.console-row { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--space-2) var(--space-3); padding: var(--space-2) var(--space-3); min-width: 0; }
.console-row + .console-row { border-block-start: 1px solid var(--line); }
.console-row-what { display: grid; flex: 1 1 200px; min-width: 0; overflow-wrap: anywhere; }
.console-row-title { font-weight: 600; }
.console-row-facts { display: flex; flex-wrap: wrap; gap: 2px var(--space-3); }
.console-row-buttons { display: flex; flex-wrap: wrap; gap: var(--space-2); }

/* Records in place */
.console-record { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px var(--space-3); flex: 1 1 200px; min-width: 0; }
.console-record-name { font-weight: 600; overflow-wrap: anywhere; }
.console-record-values { display: grid; min-width: 0; overflow-wrap: anywhere; }
.console-row[data-removed] .console-record { text-decoration: line-through; color: var(--ink-2); }
.console-row--edit { background: var(--accent-soft); align-items: end; }
.console-record-fields { display: grid; gap: var(--space-2); flex: 1 1 100%; align-items: start; }

/* Now and then */
.console-changes { display: grid; border: 1px solid var(--line); border-radius: var(--radius); }
.console-changes:empty { display: none; }
.console-now-then { display: grid; gap: var(--space-1) var(--space-4); padding: var(--space-3) var(--space-4); }
.console-now-then + .console-now-then { border-block-start: 1px solid var(--line); }
.console-now-then dt { font-weight: 600; overflow-wrap: anywhere; }
.console-ascii { display: block; font-weight: 400; }
.console-now-then dd { display: grid; align-content: start; overflow-wrap: anywhere; }
.console-label { color: var(--ink-2); font-size: var(--text-s); }
.console-then .mono { font-weight: 600; }
.console-amount { font-size: var(--text-l); }
.console-review[data-high] { border: 2px solid var(--bad); }
.console-high { color: var(--bad); font-weight: 600; }
.console-deed { background: var(--bad); border-color: var(--bad); color: var(--surface); }
.console-deed:hover { background: var(--bad); border-color: var(--ink); }
.console-deed[aria-disabled="true"] { background: var(--surface-3); border-color: var(--line); color: var(--ink-2); }

.console-verified { display: grid; font-size: var(--text-l); color: var(--good); }
.console-verified [data-name] { color: var(--ink); font-weight: 600; overflow-wrap: anywhere; }
.console-summary { margin: 0; padding: var(--space-3); background: var(--surface-2); border: 1px solid var(--line); border-radius: var(--radius-s); font-family: var(--mono); font-size: var(--text-s); white-space: pre-wrap; overflow-wrap: anywhere; min-width: 0; flex: 1 1 240px; }
.console-more { padding-block-start: var(--space-4); border-block-start: 1px solid var(--line); }
.console-more > summary { display: list-item; cursor: pointer; font-weight: 600; color: var(--accent); }
.console-more[open] > summary { margin-block-end: var(--space-4); }
.console-others { display: grid; gap: var(--space-5); }
.input.console-four { max-width: 144px; }
.input.console-six { max-width: 192px; }

@container (min-width: 480px) {
  .console-now-then { grid-template-columns: 1fr 1fr; }
  .console-now-then dt { grid-column: 1 / -1; }
  .console-form, .console-review, .console-outcome { padding: var(--space-5); }
  .console-pair { grid-template-columns: 1fr 1fr; align-items: start; }
}

@container (min-width: 704px) {
  .console-groups { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .console-record-fields { grid-template-columns: 110px minmax(0, 1fr) minmax(0, 2fr) 90px; }
  .console-entry-fields, .console-nested { grid-template-columns: 1fr 1fr; }
  .console-entry-fields > .console-set, .console-nested > .console-set { grid-column: 1 / -1; }
}

@container (min-width: 992px) {
  .console-columns:has(.console-side-column:not(:empty)) { grid-template-columns: minmax(0, 1fr) 272px; }
  .console-side-column { align-content: start; }
}

@media (forced-colors: active) {
  .console-segment-input:checked + label { outline: 2px solid Highlight; }
}

.console-code { font-size: var(--text-2xl); font-weight: 600; letter-spacing: 0.06em; }
`;
