/** What we use of jstat, which has no types of its own: https://jstat.github.io/distributions.html */
declare module "jstat" {
  const library: {
    jStat: {
      normal: {
        cdf(x: number, mean: number, deviation: number): number;
        inv(p: number, mean: number, deviation: number): number;
      };
      chisquare: { cdf(x: number, degreesOfFreedom: number): number };
      betaln(a: number, b: number): number;
      gammaln(x: number): number;
    };
  };
  export default library;
}
