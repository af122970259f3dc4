/** The style of the page: light and dark as the reader has it, and tables that scroll by themselves on a narrow screen. */
export const STYLE = `
:root { --text: #1d2430; --soft: #566074; --back: #fff; --rule: #d9dee7; --line: #1f5fbf; --band: #1f5fbf33; --alarm: #a3161d; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8ebf1; --soft: #a6afbf; --back: #14181f; --rule: #343c4a; --line: #7fb2ff; --band: #7fb2ff33; --alarm: #ff9a9a; }
}
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; overflow-wrap: anywhere; }
p { max-width: 45rem; }
.alarm { color: var(--alarm); font-weight: 600; border: 2px solid; border-radius: .4rem; padding: .5rem .75rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--soft); padding-bottom: .25rem; }
th, td { padding: .3rem .75rem .3rem 0; text-align: end; border-bottom: 1px solid var(--rule); white-space: nowrap; }
th:first-child { text-align: start; font-weight: inherit; }
thead th { color: var(--soft); font-weight: 600; }
figure { margin: 1.5rem 0 .5rem; } figcaption, summary { color: var(--soft); font-size: .875rem; }
svg { width: 100%; max-width: 45rem; height: auto; } svg text { fill: var(--soft); font-size: 13px; }
.grid { stroke: var(--rule); } .zero { stroke: var(--text); stroke-dasharray: 4 3; }
.band { fill: var(--band); } .line { fill: none; stroke: var(--line); stroke-width: 2.5; } .dot { fill: var(--line); }
@media (max-width: 30rem) { svg text { font-size: 20px; } }
`;
