/** The supervisor's page. */
export const STYLES = `
.supervisor { container-type: inline-size; display: grid; gap: var(--space-5); }
.supervisor-list { display: grid; gap: var(--space-3); padding: 0; list-style: none; }
.supervisor-item { display: grid; gap: var(--space-3); padding: var(--space-4); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); min-width: 0; overflow-wrap: anywhere; }
.supervisor-item[data-high] { border: 2px solid var(--bad); }
.supervisor-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: var(--space-1) var(--space-3); }
.supervisor-title { font-weight: 600; }
.supervisor-changes { display: grid; border: 1px solid var(--line); border-radius: var(--radius-s); }
.supervisor-change { display: grid; gap: var(--space-1) var(--space-4); padding: var(--space-2) var(--space-3); min-width: 0; }
.supervisor-change + .supervisor-change { border-block-start: 1px solid var(--line); }
.supervisor-change dt { font-weight: 600; }
.supervisor-change dd { display: grid; align-content: start; min-width: 0; overflow-wrap: anywhere; }
.supervisor-facts { display: grid; gap: var(--space-1); margin: 0; padding: var(--space-2) var(--space-3); background: var(--surface-2); border-radius: var(--radius-s); }
.supervisor-fact { display: grid; grid-template-columns: minmax(96px, 1fr) 2fr; gap: var(--space-3); align-items: baseline; }
.supervisor-fact dd { min-width: 0; overflow-wrap: anywhere; }
.supervisor-decide { display: grid; gap: var(--space-3); }
.supervisor-decide .error:empty { display: none; }
.supervisor-quiet { display: grid; justify-items: center; gap: var(--space-2); padding: var(--space-6) var(--space-4); text-align: center; }
.supervisor-quiet p:first-child { font-size: var(--text-l); font-weight: 600; }
@container (min-width: 560px) {
  .supervisor-change { grid-template-columns: 1fr 1fr; }
  .supervisor-change dt { grid-column: 1 / -1; }
  .supervisor-decide { grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: var(--space-1) var(--space-3); }
  .supervisor-decide .field { display: contents; }
  .supervisor-decide label, .supervisor-decide .error { grid-column: 1 / -1; }
  .supervisor-decide .error { grid-row: 3; }
  .supervisor-decide .row { grid-area: 2 / 2; }
}
`;
