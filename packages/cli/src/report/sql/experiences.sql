-- What became of each experience: how often it was seen, clicked, dismissed, and led to what it is for.
SELECT
  experience_id,
  variation,
  COUNT(DISTINCT CASE WHEN name = 'experience_view' THEN client END) AS clients,
  SUM(CASE WHEN name = 'experience_view' THEN 1 ELSE 0 END) AS views,
  SUM(CASE WHEN name = 'experience_click' THEN 1 ELSE 0 END) AS clicks,
  SUM(CASE WHEN name = 'experience_dismiss' THEN 1 ELSE 0 END) AS dismissals,
  SUM(CASE WHEN name = 'experience_convert' THEN 1 ELSE 0 END) AS conversions
FROM outcomes
WHERE experience_id IS NOT NULL
  AND name IN ('experience_view', 'experience_click', 'experience_dismiss', 'experience_convert')
GROUP BY experience_id, variation
ORDER BY experience_id, variation
