/** Append only: a step that has landed is never edited, each has a committed fixture in tests/server/fixtures. */
export const steps: readonly string[] = [
  `
  CREATE TABLE server (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE campuses (
    id TEXT PRIMARY KEY,
    name TEXT,
    kind TEXT,
    seq INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL,
    claimed INTEGER
  ) STRICT;

  CREATE TABLE rows (
    campus TEXT NOT NULL REFERENCES campuses,
    tbl TEXT NOT NULL,
    id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    sole TEXT,
    state TEXT NOT NULL,
    PRIMARY KEY (campus, tbl, id)
  ) STRICT;
  CREATE INDEX rows_in_order ON rows (campus, seq, sole);

  CREATE TABLE changes (
    campus TEXT NOT NULL REFERENCES campuses,
    device TEXT NOT NULL,
    n INTEGER NOT NULL,
    id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    tbl TEXT NOT NULL,
    row TEXT NOT NULL,
    member TEXT NOT NULL,
    at INTEGER NOT NULL,
    fields TEXT NOT NULL,
    lost TEXT NOT NULL,
    refused TEXT,
    PRIMARY KEY (campus, device, n)
  ) STRICT;
  CREATE INDEX changes_of_row ON changes (campus, tbl, row, seq);

  CREATE TABLE devices (
    campus TEXT NOT NULL REFERENCES campuses,
    id TEXT NOT NULL,
    member TEXT NOT NULL,
    name TEXT NOT NULL,
    acked INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (campus, id)
  ) STRICT;
  CREATE INDEX devices_of_member ON devices (campus, member);

  CREATE TABLE sessions (
    digest TEXT PRIMARY KEY,
    campus TEXT NOT NULL,
    device TEXT NOT NULL,
    created INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    FOREIGN KEY (campus, device) REFERENCES devices
  ) STRICT;
  CREATE UNIQUE INDEX sessions_of_device ON sessions (campus, device);

  CREATE TABLE links (
    campus TEXT NOT NULL REFERENCES campuses,
    id TEXT NOT NULL,
    token TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    inviter TEXT,
    name TEXT,
    role TEXT NOT NULL,
    expires INTEGER NOT NULL,
    used_by TEXT,
    key TEXT,
    PRIMARY KEY (campus, id)
  ) STRICT;
  `,
  `
  ALTER TABLE rows ADD COLUMN digest INTEGER;

  CREATE TABLE texts (
    campus TEXT NOT NULL REFERENCES campuses,
    tbl TEXT NOT NULL,
    id TEXT NOT NULL,
    field TEXT NOT NULL,
    folded INTEGER NOT NULL,
    updates INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (campus, tbl, id, field)
  ) STRICT;

  CREATE TABLE blobs (
    campus TEXT NOT NULL REFERENCES campuses,
    sha TEXT NOT NULL,
    size INTEGER NOT NULL,
    type TEXT NOT NULL,
    device TEXT NOT NULL,
    received INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL,
    PRIMARY KEY (campus, sha)
  ) STRICT;

  CREATE TABLE chunks (
    campus TEXT NOT NULL,
    sha TEXT NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (campus, sha, at),
    FOREIGN KEY (campus, sha) REFERENCES blobs ON DELETE CASCADE
  ) STRICT;

  CREATE INDEX changes_held ON changes (campus, device) WHERE refused = 'held';
  `,
]
