import type { Words } from "./words.ts";

// Polite forms (です・ます).
export const words: Words = {
  lang: "ja",
  close: "閉じる",
  previous: "前へ",
  next: "次へ",
  listPrice: "通常価格",
  back: "戻る",
  done: "完了",
  step: "{step}/{steps}",
  "recently-viewed.title": "最近チェックした商品",
  "idle-help.title": "何かお困りですか？",
  "idle-help.body": "お探しのものをお知らせください。",
  "idle-help.label": "お問い合わせ",
};
