import type { GammaGamma } from "./predictions.ts";

/**
 * What an order of this customer comes to: between what they have spent for one and what all customers do, the nearer to
 * their own the more orders there are. Equation 5 of the note.
 *
 * @see http://www.brucehardie.com/notes/025/gamma_gamma.pdf
 */
export const expectedOrderValue = ({ p, q, v }: GammaGamma, orders: number, spent: number): number =>
  (p * (v + spent)) / (p * orders + q - 1);
