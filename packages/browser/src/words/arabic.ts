import type { Words } from "./words.ts";

// Modern Standard Arabic; nouns in place of imperatives, which would tell a man from a woman.
export const words: Words = {
  lang: "ar",
  close: "إغلاق",
  previous: "السابق",
  next: "التالي",
  listPrice: "السعر الأصلي",
  back: "رجوع",
  done: "تم",
  step: "{step} من {steps}",
  "recently-viewed.title": "شوهدت مؤخرًا",
  "idle-help.title": "هل يمكننا المساعدة؟",
  "idle-help.body": "نحن هنا للإجابة عن أسئلتك.",
  "idle-help.label": "تواصل معنا",
};
