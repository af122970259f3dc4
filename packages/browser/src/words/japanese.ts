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
  "welcome-back.title": "おかえりなさい",
  "welcome-back.body": "またお越しいただき、ありがとうございます。",
  "recently-viewed.title": "最近チェックした商品",
  "idle-help.title": "何かお困りですか？",
  "idle-help.body": "お探しのものをお知らせください。",
  "idle-help.label": "お問い合わせ",
  "cart-reminder.title": "カートに商品が残っています",
  "cart-reminder.body": "前回お選びいただいた商品がカートに入ったままです。",
  "cart-reminder.label": "カートを見る",
};
