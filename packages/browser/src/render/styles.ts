// What the tag itself shows: a message in the page, and a rail. One rule a line and no space too many, for the text is
// shipped as it stands. What is not set is inherited from the page: font, colours, direction, colour scheme. `--sk-…`
// and `::part()` change the rest: docs/theming.md. Borders without a colour are there for forced colours.
export const STYLES = `:host{display:block}
*{box-sizing:border-box;margin:0}
[part~=box]{display:flow-root;margin-block:16px;padding:20px 24px;border:1px solid #8886;border-radius:var(--sk-radius,16px);background:var(--sk-background,none);color:var(--sk-color,inherit);line-height:1.5;overflow-wrap:anywhere}
button{min-width:44px;min-height:44px;padding:0;border:1px solid #0000;border-radius:50%;background:none;color:inherit;font:1.5em/1 system-ui;cursor:pointer}
button:hover{background:#8883}
[part=close]{float:right;float:inline-end;margin:-10px -14px 0 8px;margin-inline:8px -14px}
[part=title]{font-size:1.25em;line-height:1.3;text-wrap:balance}
[part=body]:not(:first-child){margin-top:4px}
[part=action]{display:inline-block;min-height:44px;margin-top:16px;padding:9px 20px;border:1px solid;border-radius:calc(var(--sk-radius,16px)/2);background:var(--sk-accent,none);color:var(--sk-accent-color,inherit);font-weight:600;text-decoration:none}
[part=rail]{margin-block:32px}
[part=head]{display:flex;gap:8px;align-items:center}
[part=head] [part=title]{flex:1}
[part~=scroll]{flex:none;border-color:#888a}
[part~=scroll][aria-disabled=true]{opacity:.4;cursor:default}
ul{display:flex;gap:16px;margin-inline:-4px;padding:16px 4px;overflow-x:auto;overscroll-behavior-x:contain;scroll-snap-type:x proximity;scroll-padding-inline:4px;scrollbar-width:thin;list-style:none}
li{position:relative;flex:0 0 176px;scroll-snap-align:start}
[part=link]{display:flex;flex-direction:column;gap:2px;height:100%;color:inherit;line-height:1.4;text-decoration:none;overflow-wrap:anywhere}
[part=link]:hover [part=name]{text-decoration:underline}
img{width:100%;height:auto;margin-bottom:6px;aspect-ratio:1;object-fit:cover;border-radius:calc(var(--sk-radius,16px)/2);background:#8882}
b{display:block;font-weight:600}
[part=prices]{display:flex;flex-wrap:wrap;gap:0 8px;margin-top:auto}
[part=prices]>*{unicode-bidi:plaintext}
s::before{content:attr(data-word)" ";position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media(hover:none){[part~=scroll]{display:none}}
@media(prefers-reduced-motion:no-preference){ul{scroll-behavior:smooth}}
@media print{[part~=box],button{display:none}}`;
