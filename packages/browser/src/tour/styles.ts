// On top of the tag's own styles (render/styles.ts). `--b` and `--c` are the colours of the page. The ring around what is
// shown is an element of its own above the page: the target gets no attribute, no style and no other box.
export const TOUR_STYLES = `[part~=box]{position:fixed;z-index:99999;inset:0;display:block;width:min(var(--w,360px),100vw - 32px);height:fit-content;max-height:calc(100vh - 32px);max-height:calc(100dvh - 32px);margin:auto;padding:20px 24px;overflow:auto;overscroll-behavior:contain;border:1px solid #8886;box-shadow:0 0 2px #0002,0 12px 48px #0003;background:var(--sk-background,var(--b));color:var(--sk-color,var(--c))}
[part~=beside]{inset:auto;margin:0}
[part~=anchored]{position-area:block-end;position-try-fallbacks:block-start,inline-end,inline-start;margin:16px}
[part~=sheet]{--w:480px;top:auto;margin:16px auto max(16px,env(safe-area-inset-bottom))}
[part~=sheet][part~=away]{top:0;bottom:auto;margin-block:max(16px,env(safe-area-inset-top)) 16px}
[part=text]>*{unicode-bidi:plaintext}
[part=close]{position:relative;z-index:1}
[part=step]{font-size:.85em;opacity:.8}
[part=controls]{display:flex;flex-wrap:wrap;gap:8px;justify-content:flex-end;margin-top:16px}
[part=back],[part=action]{min-height:44px;margin:0;padding:9px 20px;border:1px solid #8888;border-radius:calc(var(--sk-radius,16px)/2);font:inherit;font-weight:600;line-height:1.5}
[part=action]{border-color:#0000;background:var(--sk-accent,var(--c));color:var(--sk-accent-color,var(--b))}
button:focus-visible,[part~=box]:focus-visible{outline:2px solid;outline-offset:2px}
[part~=ring]{position:fixed;z-index:99998;inset:auto;margin:0;padding:0;border:0;background:none;overflow:visible;pointer-events:none;border-radius:calc(var(--sk-radius,16px)/2);outline:3px solid var(--sk-accent,var(--c));box-shadow:0 0 0 5px var(--sk-background,var(--b))}
[part~=ring][part~=anchored]{position-anchor:auto;position-area:none;top:calc(anchor(top) - 6px);left:calc(anchor(left) - 6px);width:calc(anchor-size(width) + 12px);height:calc(anchor-size(height) + 12px);margin:0}
[part~=unseen]{visibility:hidden}
[part=status]{position:fixed;top:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media(forced-colors:active){[part~=ring]{outline-color:Highlight}[part=step]{opacity:1}[part=action]{border-color:ButtonText}}
@media(prefers-reduced-motion:no-preference){[part~=box]{animation:i .2s}}
@keyframes i{from{opacity:0}}
@media print{:host{display:none!important}}`;
