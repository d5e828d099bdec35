-- Spend: payments as departments and councils publish them, file by file. A file is kept whole; which of its months count
-- is said in spend_month, so that a corrected file takes the place of an earlier one without anything being rewritten.

-- How the files of a publisher are laid out, so that a correction made once holds for the next file.
create table spend_layout (
  publisher_key text not null,
  series text not null,
  -- Role of a column → its heading.
  headings json not null,
  -- Whether a person said so; else it is what was recognised the last time.
  is_chosen boolean not null,
  saved_at timestamptz not null,
  primary key (publisher_key, series)
);

-- One file as read.
create table spend_file (
  -- Made from content, publisher, series and layout: reading the same file the same way again gives the same id.
  file_id text primary key,
  content_sha256 text not null,
  name text not null,
  publisher text not null,
  publisher_key text not null,
  publisher_basis text not null,
  -- Files of one publisher that stand beside each other, such as payments and purchase cards.
  series text not null,
  kind text not null,
  vat_basis text not null,
  encoding text not null,
  -- Role of a column → its heading, as read.
  headings json not null,
  -- loading: cut off while it was read, counts nowhere · held: read to its end.
  state text not null,
  read_count integer not null,
  stored_count integer not null,
  -- Rows that are no payments: reason → number.
  left_out json not null,
  sum_pence bigint not null,
  negative_count integer not null,
  rounded_count integer not null,
  undated_count integer not null,
  -- What a reader of the numbers should know, in sentences.
  notes text[] not null,
  ingested_at timestamptz not null
);
create index spend_file_publisher on spend_file (publisher_key, series);

-- What a file says about one month. Of each publisher, series and month the file read last counts.
create table spend_month (
  file_id text not null references spend_file on delete cascade,
  month date not null,
  is_current boolean not null,
  superseded_by text,
  line_count integer not null,
  sum_pence bigint not null,
  primary key (file_id, month)
);
create index spend_month_current on spend_month (month) where is_current;

-- Everyone named in spend files, once: a name or number to look up. Which organisation it is at present is worked out when asked.
create table spend_party (
  party_key text primary key,
  side text not null,
  name text not null,
  -- Likely a natural person: never shown by name, never looked up.
  is_person_likely boolean not null,
  search tsvector not null
);
create index spend_party_search on spend_party using gin (search);
create index spend_party_side on spend_party (side);

-- One payment.
create table spend_line (
  file_id text not null references spend_file on delete cascade,
  -- Number of the row over all sheets of the file, from 1.
  row_number integer not null,
  sheet text,
  sheet_row integer not null,
  month date not null,
  paid_on date,
  amount_pence bigint not null,
  payer_key text not null,
  payee_kind text not null,
  -- Null where the name is withheld or absent.
  payee_key text,
  category text,
  description text,
  reference text,
  primary key (file_id, row_number)
);
create index spend_line_payer on spend_line (payer_key, payee_key);
create index spend_line_payee on spend_line (payee_key);
create index spend_line_paid on spend_line (month desc, file_id, row_number);
create index spend_line_amount on spend_line (amount_pence desc, file_id, row_number);

-- What one payer paid to one payee by one file in one month, added up when the file has been read.
create table spend_pair (
  file_id text not null references spend_file on delete cascade,
  month date not null,
  payer_key text not null,
  payee_kind text not null,
  -- '' where there is no key.
  payee_key text not null,
  line_count integer not null,
  sum_pence bigint not null,
  primary key (file_id, month, payer_key, payee_kind, payee_key)
);
create index spend_pair_payer on spend_pair (payer_key);
create index spend_pair_payee on spend_pair (payee_key);
