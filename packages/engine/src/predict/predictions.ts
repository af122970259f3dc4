/** What `shopkeeper build` has learnt of a shop's customers: numbers that go into the model's manifest. */
export interface Predictions {
  /** How often customers order, and when they stop. Absent where it does not fit this shop: then there is `rfm`. */
  lapsing?: LapsingModel;
  /** What an order comes to. Only of use beside `lapsing`. */
  value?: GammaGamma;
  rfm?: RfmTable;
  intent?: IntentModel;
}

/** What came true of what a model said: pairs of both, ascending by what it said. Between two is a straight line. */
export type Calibration = [said: number, share: number][];

/**
 * The Pareto/NBD model of Schmittlein, Morrison and Colombo (1987), in days.
 *
 * @see http://www.brucehardie.com/notes/009/pareto_nbd_derivations_2005-11-05.pdf
 */
export interface ParetoNbd {
  /** Customers order at rates that are gamma distributed: shape, and rate in days. */
  r: number;
  alpha: number;
  /** They stop at rates that are gamma distributed: shape, and rate in days. */
  s: number;
  beta: number;
}

export interface LapsingModel extends ParetoNbd {
  /** Days that `visitor.lapsing` looks ahead. */
  horizon: number;
  /** Of the orders that the model expects within the horizon, the share of customers who had none. */
  calibration: Calibration;
}

/**
 * The Gamma-Gamma model of money per order, fitted to all orders of a customer, the first included.
 *
 * @see http://www.brucehardie.com/notes/025/gamma_gamma.pdf
 */
export interface GammaGamma {
  p: number;
  q: number;
  v: number;
}

/** Where customers are parted into five by what they have ordered, and what became of those. */
export interface RfmTable {
  /** Ascending, four each: days since the last order, orders, money. */
  recency: number[];
  frequency: number[];
  monetary: number[];
  /** Days that `silent` looks ahead. */
  horizon: number;
  /** Share of customers who ordered nothing within the horizon, by the sum of their three scores. */
  silent: Calibration;
  /** Money within a year, by the score of money. */
  perYear: Calibration;
}

/** Whether a visit ends with an order: a logistic model of what a browser knows of it. */
export interface IntentModel {
  bias: number;
  /** By the names of {@link VisitSigns}. */
  weights: Partial<Record<keyof VisitSigns, number>>;
  /** Of the chance that the model tells, the share of visits with an order. */
  calibration: Calibration;
}

/** What a browser knows of the present visit, so far. Yes is 1 and no is 0. */
export interface VisitSigns {
  /** Natural logarithm of 1 and the pages so far, likewise of the products looked at. */
  pages: number;
  products: number;
  /** Natural logarithm of 1 and the minutes between the first page and the latest. */
  minutes: number;
  returning: number;
  /** Has ordered before this visit. */
  customer: number;
  /** Something is in the cart. */
  cart: number;
  weekend: number;
  search: number;
  email: number;
  social: number;
  referral: number;
  direct: number;
}

/** What a customer has done, in days since the first order. */
export interface OrderHistory {
  /** Orders after the first. */
  repeats: number;
  /** When the last of them was; 0 without one. */
  last: number;
  /** Now. */
  age: number;
}
