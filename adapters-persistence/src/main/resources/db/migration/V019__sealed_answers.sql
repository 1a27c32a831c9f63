-- The answers that are kept under idempotency keys are sealed from now on. What was kept in clear goes: it lived for a day at most.
truncate operations.idempotent_call;
comment on column operations.idempotent_call.body is 'sealed by a key of the program, since it may show a secret that is shown once';
