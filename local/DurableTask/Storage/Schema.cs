namespace Local.Durable.Storage;

/// <summary>
/// The tables. <c>instances</c> is what clients see; <c>history</c> holds one row per turn; <c>tasks</c>, <c>timers</c> and <c>inbox</c> hold only
/// what is still to be done, so that taking up work after a crash reads nothing that is finished. Times are UTC ticks.
/// </summary>
internal static class Schema
{
    /// <summary>
    /// With a write-ahead log a killed process loses nothing that was committed, also without an fsync per commit (<c>synchronous=NORMAL</c>). Only a
    /// power failure can lose the last commits; the database stays consistent then too.
    /// </summary>
    public const string Pragmas = """
        PRAGMA journal_mode=WAL;
        PRAGMA synchronous=NORMAL;
        PRAGMA wal_autocheckpoint=4000;
        PRAGMA temp_store=MEMORY;
        PRAGMA cache_size=-32000;
        """;

    public const string Tables = """
        CREATE TABLE IF NOT EXISTS instances(
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, execution INTEGER NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL,
            status INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
            input TEXT, output TEXT, custom_status TEXT, failure TEXT, tags TEXT,
            parent_key INTEGER, parent_execution INTEGER, parent_task INTEGER, parent_id TEXT, parent_name TEXT, trace_parent TEXT) STRICT;
        CREATE INDEX IF NOT EXISTS instances_by_status ON instances(status, id);
        CREATE INDEX IF NOT EXISTS instances_by_creation ON instances(created_at);
        CREATE INDEX IF NOT EXISTS instances_by_parent ON instances(parent_key) WHERE parent_key IS NOT NULL;
        CREATE TABLE IF NOT EXISTS history(
            key INTEGER NOT NULL, batch INTEGER NOT NULL, events TEXT NOT NULL, PRIMARY KEY(key, batch)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS tasks(
            key INTEGER NOT NULL, execution INTEGER NOT NULL, task INTEGER NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, input TEXT,
            PRIMARY KEY(key, execution, task)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS timers(
            key INTEGER NOT NULL, execution INTEGER NOT NULL, task INTEGER NOT NULL, fire_at INTEGER NOT NULL,
            PRIMARY KEY(key, execution, task)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS inbox(
            message INTEGER PRIMARY KEY, key INTEGER NOT NULL, execution INTEGER NOT NULL, event TEXT NOT NULL) STRICT;
        """;

    /// <summary>Databases from before instances had a trace lack its column.</summary>
    public const string HasTraces = "SELECT count(*) FROM pragma_table_info('instances') WHERE name = 'trace_parent'";

    public const string AddTraces = "ALTER TABLE instances ADD COLUMN trace_parent TEXT";
}
