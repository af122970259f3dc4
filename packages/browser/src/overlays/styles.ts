// What lies over the page, on top of the tag's own styles (render/styles.ts). `--b` and `--c` are the colours of the page.
// A box is above the page, and a bar below the consent tools that a shopper has to answer first. On a phone none but
// the modal one covers more than a quarter of the viewport; what does not fit is scrolled, and its close button stays.
// What is sticky keeps clear of its scroller's padding: it may go as far into that as its margin takes it.
export const OVERLAY_STYLES = `[part~=box]{position:fixed;z-index:99999;inset:auto;bottom:0;inset-inline-end:0;display:block;width:min(var(--w,380px),100% - 32px);height:fit-content;max-height:calc(100% - 32px);margin:max(16px,env(safe-area-inset-top)) max(16px,env(safe-area-inset-right)) max(16px,env(safe-area-inset-bottom)) max(16px,env(safe-area-inset-left));padding:24px;overflow:auto;overscroll-behavior:contain;border:1px solid #8884;box-shadow:0 0 2px #0002,0 12px 48px #0003;background:var(--sk-background,var(--b));color:var(--sk-color,var(--c))}
[part~=bar]{--w:880px;inset-inline:0;margin-inline:auto;padding:16px 24px}
[part~=side]{top:0;max-height:100%;margin-block:auto;margin-inline-end:0;padding-block:32px;border-start-end-radius:0;border-end-end-radius:0}
[part~=center]{--w:460px;inset:0;margin:auto;padding:32px}
[part=close]{position:sticky;top:-10px;background:inherit}
[part=close]:hover{background:linear-gradient(#8883,#8883),var(--sk-background,var(--b))}
[part=action]{border-color:#0000;background:var(--sk-accent,var(--c));color:var(--sk-accent-color,var(--b))}
[part=status]{position:fixed;top:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
dialog:not([open]){display:none}
dialog::backdrop{background:#0008}
@media(min-width:640px){[part~=bar]{display:grid;grid-template-columns:1fr auto auto;gap:0 16px;align-items:center}[part~=bar]>[part=close]{grid-area:1/3;margin-block:-10px}[part~=bar]>[part=text]{grid-area:1/1}[part~=bar]>[part=action]{margin:0}}
@media(max-width:639px),(max-height:480px){[part~=side]{top:auto;margin:16px;margin-bottom:max(16px,env(safe-area-inset-bottom));border-radius:var(--sk-radius,16px)}[part~=bar],[part~=corner],[part~=side]{max-height:max(25vh,160px);max-height:max(25dvh,160px);padding:16px 20px}[part~=bar]>[part=action],[part~=corner]>[part=action],[part~=side]>[part=action]{margin-top:12px}}
[part~=box][part~=away]{top:0;bottom:auto}
@media(min-width:640px) and (min-height:481px){[part~=side][part~=away]{bottom:0;inset-inline:0 auto}}
@media(prefers-reduced-motion:no-preference){[part~=box]{animation:i .3s}}
@keyframes i{from{opacity:0;translate:0 16px}}
@media print{[part~=box]{display:none}}`;
