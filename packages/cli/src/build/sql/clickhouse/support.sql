SELECT item, events,
  pow(events + (SELECT shrink FROM settings), -(SELECT row_power FROM settings)) AS row_factor,
  pow(events + (SELECT shrink FROM settings), -(SELECT column_power FROM settings)) AS column_factor
FROM (SELECT item, count() AS events FROM sequence GROUP BY item)
