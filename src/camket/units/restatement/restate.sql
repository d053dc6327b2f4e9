-- Figures on another map. Wants two tables:
--   figures(unit, indicator, period, quantity, rule, value, weight): one row a figure. quantity is 'population' or
--     'area', by which share the indicator goes; rule is its aggregation. For 'ratio', value is the numerator and weight
--     the denominator; for 'weighted_mean', weight is what the value weighs. value is DECIMAL with at most 4 decimals,
--     weight with at most 2: DECIMAL(18, 4) and DECIMAL(18, 2) do.
--   flows: as FlowRow has it, share DECIMAL(11, 10).
-- amount and base are exact; a rate is amount / base, before the scale of its unit of measure.
-- refused is NULL, or the first of these that holds: 'no_rule', 'missing_part', 'unknown_share', 'missing_base',
-- 'zero_base'. Figures of units without successor join no flow: an anti-join on source finds them.
WITH met AS (
    SELECT
        flow.target,
        figure.indicator,
        figure.period,
        figure.rule,
        flow.alone,
        flow.by_share,
        flow.sources AS needed,
        sum(
            CAST(
                CASE figure.rule WHEN 'weighted_mean' THEN figure.value * figure.weight ELSE figure.value END
                AS DECIMAL(38, 6)
            ) * flow.share
        ) AS amount,
        sum(CAST(figure.weight AS DECIMAL(38, 2)) * flow.share) AS base,
        count(*) AS sources,
        -- nothing is nothing, whatever its share
        bool_or(flow.share IS NULL AND (figure.value <> 0 OR figure.weight <> 0)) AS unknown_share,
        count(figure.weight) AS weights
    FROM figures AS figure
    JOIN flows AS flow ON flow.source = figure.unit AND flow.quantity = figure.quantity
    -- what a target or an indicator decides is a key: as an aggregate it would cost more than it tells
    GROUP BY flow.target, figure.indicator, figure.period, figure.rule, flow.alone, flow.by_share, flow.sources
),
judged AS (
    SELECT
        *,
        CASE
            WHEN rule = 'none' AND NOT alone THEN 'no_rule'
            WHEN sources < needed THEN 'missing_part'
            WHEN unknown_share THEN 'unknown_share'
            WHEN rule IN ('ratio', 'weighted_mean') AND weights < sources THEN 'missing_base'
            WHEN rule IN ('ratio', 'weighted_mean') AND base = 0 THEN 'zero_base'
        END AS refused
    FROM met
)
SELECT
    target AS unit,
    indicator,
    period,
    rule,
    CASE WHEN refused IS NULL THEN amount END AS amount,
    CASE WHEN refused IS NULL AND rule IN ('ratio', 'weighted_mean') THEN base END AS base,
    by_share AS estimated,
    refused
FROM judged
