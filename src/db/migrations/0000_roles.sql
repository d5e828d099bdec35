-- Two roles. The owner (whoever runs the migrations) owns the tables and does nothing else; everything the program reads or writes
-- happens as sourcing_app, which is no superuser and can't step around row level security.

do $$
begin
  if not exists (select from pg_roles where rolname = 'sourcing_app') then
    create role sourcing_app nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
exception
  -- Roles belong to the whole server: another database of it may be migrated at this moment.
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  if not pg_has_role(current_user, 'sourcing_app', 'set') then
    execute format('grant sourcing_app to %I', current_user);
  end if;
end
$$;

grant usage on schema public to sourcing_app;

-- Tables of later migrations are the program's to use without saying so in each.
alter default privileges in schema public grant select, insert, update, delete on tables to sourcing_app;
alter default privileges in schema public grant usage, select on sequences to sourcing_app;
