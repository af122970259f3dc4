// What is not set is inherited from the page: font, colours, direction, colour scheme. `--sk-…` and `::part()` change
// the rest. Lines are drawn by borders, which forced colours keep.
export const STYLES = `:host{display:block;line-height:1.5;overflow-wrap:anywhere}
*{box-sizing:border-box;margin:0;padding:0}
[part=top],[part=sections]{display:grid;gap:20px;grid-template-columns:minmax(0,1fr)}
[part=summary]{display:grid;gap:8px}
[part=actions]{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
[part=actions] p{flex:1 1 100%}
button{min-height:44px;padding:8px 16px;border:1px solid;border-radius:calc(var(--sk-radius,16px)/2);background:none;color:inherit;font:inherit;font-weight:600;cursor:pointer}
button:hover{background:#8883}
[part~=primary]{background:var(--sk-accent,#8883);color:var(--sk-accent-color,inherit)}
:focus-visible{outline:2px solid;outline-offset:2px}
[part=status]{margin-block:8px;min-height:1.5em;font-weight:600}
[part=heading]{font-size:1.15em}
[part=note]{opacity:.8;font-size:.9em}
[part=list]{list-style:none}
[part=line]{display:flex;gap:12px;align-items:center;padding-block:8px;border-block-end:1px solid #8886}
[part=line]>div{flex:1 1 0;min-width:0}
[part=line] button{flex:none;min-height:36px;padding:4px 12px;font-size:.9em}
[part=name]{color:inherit;font-weight:600}
[part=detail]{opacity:.8;font-size:.9em}
[part=image]{flex:none;width:48px;height:48px;object-fit:cover;border-radius:calc(var(--sk-radius,16px)/4);background:#8882}
[part=groups]{display:flex;flex-wrap:wrap;gap:8px;padding-block:8px;list-style:none}
[part=group]{padding:2px 12px;border:1px solid #888a;border-radius:99px}
[part~=more]{margin-block-start:12px}
@media(max-width:340px){[part=image]{display:none}}
@media(forced-colors:active){[part=note],[part=detail]{opacity:1}}
@media print{button{display:none}}`;
