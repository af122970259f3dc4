-- The goals that a client reached after the exposure and within the window. One that names an experiment is that experiment's
-- alone: an order is told once for each that it counts for. Money in another currency is no value here.
SELECT
  exposures.experiment_id,
  exposures.variation,
  outcomes.client,
  outcomes.id,
  outcomes.ts,
  outcomes.day,
  CASE
    WHEN outcomes.value IS NULL THEN 0.0
    WHEN outcomes.currency <> experiments.currency THEN 0.0
    ELSE outcomes.value
  END AS value
FROM exposures
JOIN experiments ON experiments.experiment_id = exposures.experiment_id
JOIN outcomes
  ON outcomes.client = exposures.client
  AND outcomes.goal = experiments.goal
  AND outcomes.name = experiments.goal_event
  AND (outcomes.experiment_id IS NULL OR outcomes.experiment_id = experiments.experiment_id)
WHERE exposures.variations = 1
  AND outcomes.ts >= exposures.ts
  AND outcomes.ts < exposures.ts + experiments.window_ms
