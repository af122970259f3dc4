/**
 * What is known of one variation: of each client one number (1 or 0 for converted or not, or what it was worth), added up.
 *
 * @example { clients: 1000, sum: 31, squares: 31 } // 31 of 1,000 have converted
 */
export interface Sample {
  clients: number;
  sum: number;
  /** The sum of the squares. Of ones and noughts it is the sum again. */
  squares: number;
}

export const mean = ({ clients, sum }: Sample): number => sum / clients;

/** The square of the mean's standard error, `s²/n` with the unbiased `s²`; 0 for fewer than two clients. */
export function varianceOfMean({ clients, sum, squares }: Sample): number {
  if (clients < 2) return 0;
  // Rounding must not make it negative where all have the same number.
  return Math.max(0, squares - (sum * sum) / clients) / (clients - 1) / clients;
}
