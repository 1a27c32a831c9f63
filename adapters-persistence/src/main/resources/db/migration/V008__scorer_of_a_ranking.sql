alter table matching.stored_ranking add column scorer jsonb;
comment on column matching.stored_ranking.scorer is 'what scored, as in the receipts: {id, version, weightsHash, missingPolicy}';

-- Rankings stored so far have it in their rows. Those without rows were scored by the only version there was, with the weights that
-- their question names, in the form whose digest is the fingerprint.
alter table matching.stored_ranking no force row level security;
update matching.stored_ranking set scorer = coalesce(rows -> 0 -> 'scorer', jsonb_build_object(
    'id', 'composite', 'version', '1.0.0', 'missingPolicy', 'cautious_prior@1', 'weightsHash', 'sha256:' || left(
        encode(sha256(convert_to(substring(question from E'\nweights:([^\n]*)\nday:'), 'UTF8')), 'hex'), 16)));
alter table matching.stored_ranking force row level security;

alter table matching.stored_ranking alter column scorer set not null;
