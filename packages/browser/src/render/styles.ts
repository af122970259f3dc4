// One rule a line and no space too many, for the text is shipped as it stands. What is not set is inherited from the
// page: font, direction, colour scheme. `--sk-…` and `::part()` change the rest; `--b` and `--c` are the colours of the
// page. A box is above the page, and below the consent tools that a shopper has to answer first.
export const STYLES = `:host{display:block}
*{box-sizing:border-box;margin:0}
[part~=box]{position:fixed;z-index:99999;inset:auto;bottom:0;inset-inline-end:0;display:flex;flex-wrap:wrap;align-items:center;align-content:start;gap:16px;width:min(var(--w,380px),100% - 32px);max-height:calc(100% - 32px);margin:16px 16px max(16px,env(safe-area-inset-bottom));padding:24px;padding-inline-end:56px;overflow:auto;overflow-wrap:anywhere;border:1px solid #8884;border-radius:var(--sk-radius,16px);box-shadow:0 12px 48px #0003;background:var(--sk-background,var(--b));color:var(--sk-color,var(--c));line-height:1.5}
[part~=bar]{--w:880px;inset-inline:0;margin-inline:auto;padding-block:16px}
[part~=side]{top:0;height:100%;max-height:none;margin:0;border-radius:0}
[part~=center]{--w:460px;inset:0;margin:auto}
[part~=inline]{position:relative;z-index:0;width:auto;margin:16px 0;box-shadow:none}
dialog::backdrop{background:#0008}
[part=text]{flex:1 1 300px}
[part=title]{font-size:1.2em}
[part=close]{position:absolute;top:6px;inset-inline-end:6px;width:44px;height:44px;border:0;border-radius:50%;background:none;color:inherit;font-size:26px;line-height:1;cursor:pointer}
[part=action]{padding:10px 20px;border:1px solid #0000;border-radius:calc(var(--sk-radius,16px)/2);background:var(--sk-accent,var(--c));color:var(--sk-accent-color,var(--b));font-weight:600;text-decoration:none}
[part=rail]{margin-block:32px}
ul{display:flex;gap:16px;padding:16px 0;overflow-x:auto;list-style:none}
li{flex:0 0 176px}
[part=link]{color:inherit;text-decoration:none}
img{width:100%;height:auto;aspect-ratio:1;object-fit:cover;border-radius:calc(var(--sk-radius,16px)/2);background:#8882}
b{display:block;font-weight:600}
s{margin-inline-start:8px}
@media(prefers-reduced-motion:no-preference){[part~=box]{animation:i .3s}}
@keyframes i{from{opacity:0;translate:0 16px}}
@media print{[part~=box]{display:none}}`;
