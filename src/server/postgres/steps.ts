/** The number of the first step: what the database of the same number is in SQLite, so that a backup fits both. */
export const FIRST = 2

/**
 * Append only: a step that has landed is never edited. Text is compared byte by byte, as SQLite does. Each table of a
 * campus shows only its lines to a transaction that named it: the second wall, should a query ever forget the first.
 */
export const steps: readonly string[] = [
  `
  CREATE TABLE server (key TEXT COLLATE "C" PRIMARY KEY, value TEXT NOT NULL);

  CREATE TABLE campuses (
    id TEXT COLLATE "C" PRIMARY KEY,
    name TEXT,
    kind TEXT,
    seq BIGINT NOT NULL DEFAULT 0,
    created BIGINT NOT NULL,
    claimed BIGINT
  );

  CREATE TABLE rows (
    campus TEXT COLLATE "C" NOT NULL REFERENCES campuses,
    tbl TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    sole TEXT COLLATE "C",
    state TEXT NOT NULL,
    digest BIGINT,
    PRIMARY KEY (campus, tbl, id)
  );
  CREATE INDEX rows_in_order ON rows (campus, seq, sole);

  CREATE TABLE changes (
    campus TEXT COLLATE "C" NOT NULL REFERENCES campuses,
    device TEXT COLLATE "C" NOT NULL,
    n BIGINT NOT NULL,
    id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    tbl TEXT COLLATE "C" NOT NULL,
    row TEXT COLLATE "C" NOT NULL,
    member TEXT NOT NULL,
    at BIGINT NOT NULL,
    fields TEXT NOT NULL,
    lost TEXT NOT NULL,
    refused TEXT,
    PRIMARY KEY (campus, device, n)
  );
  CREATE INDEX changes_of_row ON changes (campus, tbl, row, seq);
  CREATE INDEX changes_held ON changes (campus, device) WHERE refused = 'held';

  CREATE TABLE devices (
    campus TEXT COLLATE "C" NOT NULL REFERENCES campuses,
    id TEXT COLLATE "C" NOT NULL,
    member TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    acked BIGINT NOT NULL DEFAULT 0,
    created BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    PRIMARY KEY (campus, id)
  );
  CREATE INDEX devices_of_member ON devices (campus, member);

  CREATE TABLE sessions (
    digest TEXT COLLATE "C" PRIMARY KEY,
    campus TEXT COLLATE "C" NOT NULL,
    device TEXT COLLATE "C" NOT NULL,
    created BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    FOREIGN KEY (campus, device) REFERENCES devices
  );
  CREATE UNIQUE INDEX sessions_of_device ON sessions (campus, device);

  CREATE TABLE links (
    campus TEXT COLLATE "C" NOT NULL REFERENCES campuses,
    id TEXT COLLATE "C" NOT NULL,
    token TEXT COLLATE "C" NOT NULL UNIQUE,
    code TEXT COLLATE "C" NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    inviter TEXT,
    name TEXT,
    role TEXT NOT NULL,
    expires BIGINT NOT NULL,
    used_by TEXT,
    key TEXT,
    PRIMARY KEY (campus, id)
  );

  CREATE TABLE texts (
    campus TEXT COLLATE "C" NOT NULL REFERENCES campuses,
    tbl TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    field TEXT COLLATE "C" NOT NULL,
    folded BIGINT NOT NULL,
    updates BIGINT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (campus, tbl, id, field)
  );

  CREATE TABLE blobs (
    campus TEXT COLLATE "C" NOT NULL REFERENCES campuses,
    sha TEXT COLLATE "C" NOT NULL,
    size BIGINT NOT NULL,
    type TEXT NOT NULL,
    device TEXT COLLATE "C" NOT NULL,
    received BIGINT NOT NULL DEFAULT 0,
    created BIGINT NOT NULL,
    PRIMARY KEY (campus, sha)
  );

  CREATE TABLE chunks (
    campus TEXT COLLATE "C" NOT NULL,
    sha TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (campus, sha, at),
    FOREIGN KEY (campus, sha) REFERENCES blobs ON DELETE CASCADE
  );

  DO $$
  DECLARE one TEXT;
  BEGIN
    FOREACH one IN ARRAY ARRAY['rows', 'changes', 'devices', 'sessions', 'links', 'texts', 'blobs', 'chunks'] LOOP
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one);
      EXECUTE format(
        'CREATE POLICY of_campus ON %I USING (campus = current_setting(''maillage.campus'', true) OR current_setting(''maillage.every'', true) = ''yes'')',
        one);
    END LOOP;
    ALTER TABLE campuses ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    CREATE POLICY of_campus ON campuses USING (id = current_setting('maillage.campus', true) OR current_setting('maillage.every', true) = 'yes');
  END $$;
  `,
]
