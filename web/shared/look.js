/**
 * The look of elements that live in other people's pages: design tokens and classes as in tokens.css and base.css, but in px and on
 * the root of a shadow tree, so that no rule, size or inherited value of the page reaches them. Light or dark follows the page's
 * color-scheme.
 */
export const LOOK = `
:host { display: block; }
:host([hidden]) { display: none; }
.root {
  all: initial;
  color-scheme: inherit;
  display: block;
  color: var(--ink);
  font: var(--text-m) / 1.5 var(--font);

  --ground: light-dark(#f4f6f8, #0e1116);
  --surface: light-dark(#ffffff, #161a21);
  --surface-2: light-dark(#f8f9fb, #1c212a);
  --surface-3: light-dark(#eef1f5, #232934);
  --line: light-dark(#e1e5eb, #2a313d);
  --line-strong: light-dark(#8590a0, #6b7686);

  --ink: light-dark(#161b24, #e9edf3);
  --ink-2: light-dark(#545f70, #a3aebd);

  --accent: light-dark(#1d5bd6, #86b0ff);
  --accent-strong: light-dark(#1749ae, #a9c7ff);
  --accent-soft: light-dark(#eaf1fe, #1a2740);
  --on-accent: light-dark(#ffffff, #0b1526);

  --good: light-dark(#0f6b41, #6fd6a3);
  --good-soft: light-dark(#e6f5ed, #12291f);
  --warn: light-dark(#7a4e00, #f0c071);
  --warn-soft: light-dark(#fff4dd, #2d2413);
  --bad: light-dark(#a8231b, #ff9d94);
  --bad-soft: light-dark(#fdecea, #341a19);

  --font: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Liberation Mono", monospace;

  --text-s: 13px;
  --text-m: 15px;
  --text-l: 18px;
  --text-xl: 24px;
  --text-2xl: 32px;

  --space-1: 4px;
  --space-2: 8px;
  --space-3: 12px;
  --space-4: 16px;
  --space-5: 24px;
  --space-6: 32px;

  --radius-s: 6px;
  --radius: 10px;
  --radius-l: 14px;
  --shadow: light-dark(0 1px 2px rgb(20 30 50 / 6%), 0 1px 2px rgb(0 0 0 / 40%));
}

*, *::before, *::after { box-sizing: border-box; }

h1, h2, h3, p, ul, ol, dl, dd, pre, figure { margin: 0; }
h1 { font-size: var(--text-xl); line-height: 1.25; letter-spacing: -0.01em; }
h2 { font-size: var(--text-l); line-height: 1.3; }
h3 { font-size: var(--text-m); line-height: 1.4; }
a { color: var(--accent); text-underline-offset: 0.2em; }
code, .mono { font-family: var(--mono); font-size: 0.95em; }
[hidden] { display: none !important; }
button, input, select, textarea { font: inherit; color: inherit; }

:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

.stack { display: grid; gap: var(--space-4); }
.stack-s { display: grid; gap: var(--space-2); }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-3); }
.row--between { justify-content: space-between; }
.muted { color: var(--ink-2); }
.small { font-size: var(--text-s); }
.visually-hidden {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}

.card {
  background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius-l);
  padding: var(--space-5); box-shadow: var(--shadow);
}

.button {
  display: inline-flex; align-items: center; justify-content: center; gap: var(--space-2);
  min-height: 40px; padding: 0 var(--space-4); border: 1px solid var(--line-strong); border-radius: var(--radius-s);
  background: var(--surface); color: var(--ink); font-weight: 600; cursor: pointer;
}
.button:hover { background: var(--surface-3); }
.button--primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.button--primary:hover { background: var(--accent-strong); border-color: var(--accent-strong); }
.button--danger { color: var(--bad); border-color: var(--bad); }
.button--danger:hover { background: var(--bad-soft); }
.button--quiet { border-color: transparent; background: transparent; color: var(--accent); }
.button--quiet:hover { background: var(--accent-soft); }
.button--small { min-height: 32px; padding: 0 var(--space-3); font-size: var(--text-s); }
.button[aria-disabled="true"], .button:disabled {
  background: var(--surface-3); border-color: var(--line); color: var(--ink-2); cursor: default;
}

.field { display: grid; gap: var(--space-1); }
.field > label, .field > .label, legend { font-weight: 600; font-size: var(--text-s); padding: 0; }
.field .hint { color: var(--ink-2); font-size: var(--text-s); }
.field .error { color: var(--bad); font-size: var(--text-s); font-weight: 600; }
.input, .select, .textarea {
  width: 100%; min-height: 40px; padding: var(--space-2) var(--space-3);
  background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius-s);
}
.input[aria-invalid="true"], .select[aria-invalid="true"], .textarea[aria-invalid="true"] { border-color: var(--bad); }
.input--code { font-family: var(--mono); font-size: var(--text-l); letter-spacing: 0.3em; }
fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }

.badge {
  display: inline-flex; align-items: center; gap: var(--space-1); padding: 0.1em 0.6em; border-radius: 99px;
  background: var(--surface-3); color: var(--ink-2); font-size: var(--text-s); font-weight: 600; white-space: nowrap;
}
.badge--good { background: var(--good-soft); color: var(--good); }
.badge--warn { background: var(--warn-soft); color: var(--warn); }
.badge--bad { background: var(--bad-soft); color: var(--bad); }
.badge--accent { background: var(--accent-soft); color: var(--accent); }

.notice {
  display: grid; gap: var(--space-2); padding: var(--space-3) var(--space-4); border-radius: var(--radius);
  background: var(--surface-3); border-inline-start: 3px solid var(--line-strong);
}
.notice--good { background: var(--good-soft); border-color: var(--good); }
.notice--warn { background: var(--warn-soft); border-color: var(--warn); }
.notice--bad { background: var(--bad-soft); border-color: var(--bad); }

.empty { display: grid; justify-items: center; gap: var(--space-2); padding: var(--space-6) var(--space-4); text-align: center; color: var(--ink-2); }

.table { width: 100%; border-collapse: collapse; font-size: var(--text-s); }
.table th, .table td { padding: var(--space-2) var(--space-3); border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
.table th { color: var(--ink-2); font-weight: 600; }

.skeleton { border-radius: var(--radius-s); background: var(--surface-3); min-height: 1em; animation: breathe 1.6s ease-in-out infinite; }
@keyframes breathe { 50% { opacity: 0.55; } }

@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation: none !important; transition: none !important; }
}
`;

/** A shadow tree with its own style sheets; the content belongs into `root`. */
export function sealed(host, ...styles) {
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [LOOK, ...styles].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  const root = document.createElement("div");
  root.className = "root";
  shadow.append(root);
  return { shadow, root };
}
