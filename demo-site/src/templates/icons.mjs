import { raw } from "./html.mjs";

const icon = (d) =>
  raw(
    `<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${d}</svg>`,
  );

export const searchIcon = icon('<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21"/>');
export const heartIcon = icon(
  '<path class="heart" d="M12 20.2S3.6 15.4 3.6 9.4A4.6 4.6 0 0 1 12 6.9a4.6 4.6 0 0 1 8.4 2.5c0 6-8.4 10.8-8.4 10.8z"/>',
);
export const personIcon = icon(
  '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c1-4.2 4-6 7.5-6s6.5 1.8 7.5 6"/>',
);
export const basketIcon = icon(
  '<path d="M3.5 9.500h17l-1.7 10h-13.6z"/><path d="M8 9.500l3-6M16 9.500l-3-6"/>',
);
export const starIcon = raw(
  '<svg class="star" viewBox="0 0 20 20" width="14" height="14" aria-hidden="true" focusable="false"><path fill="currentColor" d="M10 1.500l2.5 5.6 6.1.6-4.6 4.1 1.3 6L10 14.700l-5.3 3.1 1.3-6L1.4 7.700l6.1-.6z"/></svg>',
);

/** The name, as it is painted over the door: the light stands at the end of the ø. */
export const wordmark = raw(
  '<svg class="wordmark" viewBox="0 0 272 92" width="136" height="46" fill="none" stroke="currentColor" stroke-width="8.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="M8 12V80M52 12V80M8 47H52M117 35V80M142 8V80M160 35L180 80L200 35M216 82L258 30"/><circle cx="94" cy="57.5" r="22.5"/><circle cx="237" cy="57.5" r="22.5"/><circle class="wordmark-light" cx="263" cy="22" r="5" stroke="none"/></svg>',
);
