-- Which purchases a leak may concern. Plain SQL (ANSI SQL:1999): any engine that has these tables
-- can run it. Days are of type DATE; a range whose end lies before its start is empty.
--
--   purchases(line_no, merchant, bought_on, amount, kind)   kind: 'purchase', 'refund', 'instalment';
--                                                    bought_on and amount may be NULL
--   matches(merchant, incident)                      merchants' names that may mean an incident
--   spans(incident, core_first, core_last, near_first, near_last, open_first, open_last)
--
-- Result: line_no, incident, day that was judged, line_no of the purchase a refund or a later
-- instalment belongs to, and the standing: 3 inside, 2 near the edge, 1 cannot be told, 0 outside,
-- -1 without a day.
WITH known AS (
    SELECT p.line_no, p.merchant, p.bought_on, p.amount, p.kind
    FROM purchases p
    WHERE p.merchant IN (SELECT m.merchant FROM matches m)
),
origin_day AS (
    SELECT r.line_no, MAX(p.bought_on) AS bought_on
    FROM known r
    JOIN known p
        ON p.merchant = r.merchant
        AND p.kind = 'purchase'
        AND p.bought_on IS NOT NULL
        AND (
            (r.kind = 'refund' AND p.amount = ABS(r.amount) AND (r.bought_on IS NULL OR p.bought_on <= r.bought_on))
            OR (r.kind = 'instalment' AND p.bought_on = r.bought_on)
        )
    WHERE r.kind <> 'purchase'
    GROUP BY r.line_no
),
origin AS (
    SELECT r.line_no, d.bought_on, MAX(p.line_no) AS points_to
    FROM known r
    JOIN origin_day d ON d.line_no = r.line_no
    JOIN known p
        ON p.merchant = r.merchant
        AND p.kind = 'purchase'
        AND p.bought_on = d.bought_on
        AND (r.kind = 'instalment' OR p.amount = ABS(r.amount))
    GROUP BY r.line_no, d.bought_on
),
judged AS (
    SELECT k.line_no, k.merchant, COALESCE(o.bought_on, k.bought_on) AS bought_on, o.points_to
    FROM known k
    LEFT JOIN origin o ON o.line_no = k.line_no
)
SELECT
    j.line_no,
    m.incident,
    j.bought_on,
    j.points_to,
    MAX(
        CASE
            WHEN j.bought_on IS NULL THEN -1
            WHEN j.bought_on BETWEEN s.core_first AND s.core_last THEN 3
            WHEN j.bought_on BETWEEN s.near_first AND s.near_last THEN 2
            WHEN j.bought_on BETWEEN s.open_first AND s.open_last THEN 1
            ELSE 0
        END
    ) AS standing
FROM judged j
JOIN matches m ON m.merchant = j.merchant
JOIN spans s ON s.incident = m.incident
GROUP BY j.line_no, m.incident, j.bought_on, j.points_to
