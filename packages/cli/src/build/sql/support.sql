-- How often each product was looked at, and what that takes from the weight of what leads from it and to it.
SELECT item, events,
  POWER(events + shrink, -row_power) AS row_factor,
  POWER(events + shrink, -column_power) AS column_factor
FROM (SELECT item, COUNT(*) AS events FROM sequence GROUP BY item) AS counts CROSS JOIN settings
