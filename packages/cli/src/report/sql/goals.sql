-- The goals that were reached, and in which currencies.
SELECT name, goal, currency, COUNT(*) AS conversions
FROM outcomes
WHERE goal IS NOT NULL
GROUP BY name, goal, currency
ORDER BY name, goal, currency
