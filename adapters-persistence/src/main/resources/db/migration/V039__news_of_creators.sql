-- Whoever listens hears whose creators changed, once for each owner and transaction: equal notes of a transaction are sent as one.

create function creators.tell_change() returns trigger
language plpgsql
as $$
begin
    perform pg_notify('creators', owner::text) from (select distinct team_id as owner from changed) as owners;
    return null;
end
$$;

create trigger tell_addition after insert on creators.creator
    referencing new table as changed for each statement execute function creators.tell_change();
create trigger tell_update after update on creators.creator
    referencing new table as changed for each statement execute function creators.tell_change();
create trigger tell_removal after delete on creators.creator
    referencing old table as changed for each statement execute function creators.tell_change();
