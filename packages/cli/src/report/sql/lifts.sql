-- How much each variation is above the control, with an interval that holds however often one looks: the formula is told in
-- docs/report.md. Change the settings here; the control is the variation of that name.
WITH settings AS (
  SELECT 0.05 AS alpha, 5000 AS expected, 25 AS enough
),
totals AS (
  SELECT
    experiment_id,
    variation,
    SUM(exposures) AS clients,
    SUM(conversions) AS conversions,
    SUM(value) AS value,
    SUM(value_squares) AS value_squares
  FROM daily
  GROUP BY experiment_id, variation
),
compared AS (
  SELECT experiment_id, COUNT(*) - 1 AS variations
  FROM totals
  GROUP BY experiment_id
),
samples AS (
  SELECT experiment_id, variation, 'conversion' AS measure, clients, conversions, 1.0 * conversions AS total, 1.0 * conversions AS squares
  FROM totals
  UNION ALL
  SELECT experiment_id, variation, 'value' AS measure, clients, conversions, value AS total, value_squares AS squares
  FROM totals
),
moments AS (
  SELECT
    experiment_id,
    variation,
    measure,
    clients,
    total / clients AS average,
    (squares - total * total / clients) / (clients - 1) / clients AS variance
  FROM samples
  CROSS JOIN settings
  WHERE clients > 1 AND total > 0 AND conversions >= enough
),
ratios AS (
  SELECT
    treated.experiment_id,
    treated.variation,
    treated.measure,
    treated.clients + base.clients AS clients,
    LN(treated.average / base.average) AS estimate,
    SQRT(
      treated.variance / (treated.average * treated.average) + base.variance / (base.average * base.average)
    ) AS deviation,
    settings.alpha / compared.variations AS alpha,
    settings.expected
  FROM moments AS treated
  JOIN moments AS base ON base.experiment_id = treated.experiment_id AND base.measure = treated.measure
  JOIN compared ON compared.experiment_id = treated.experiment_id
  CROSS JOIN settings
  WHERE base.variation = 'control' AND treated.variation <> 'control'
),
tuned AS (
  SELECT ratios.*, expected / (2 * LN(1 / alpha) + LN(1 + 2 * LN(1 / alpha))) AS rho
  FROM ratios
),
bounds AS (
  SELECT tuned.*, deviation * SQRT((clients + rho) / clients * LN((clients + rho) / (rho * alpha * alpha))) AS half
  FROM tuned
)
SELECT
  experiment_id,
  variation,
  measure,
  EXP(estimate) - 1 AS lift,
  EXP(estimate - half) - 1 AS low,
  EXP(estimate + half) - 1 AS high
FROM bounds
ORDER BY experiment_id, variation, measure
