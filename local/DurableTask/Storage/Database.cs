using Microsoft.Data.Sqlite;

namespace Local.Durable.Storage;

/// <summary>The database file, held by one engine at a time through a lock file beside it that ends with the process.</summary>
internal sealed class Database : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;

    private Database(string path, FileStream held) => (_path, _lock) = (path, held);

    /// <exception cref="InvalidOperationException">Another engine has the database open.</exception>
    public static Database Open(string path)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var database = new Database(full, Lock(full));
        using var connection = database.Connect();
        Execute(connection, Schema.Tables);
        if (Execute(connection, Schema.HasTraces) is 0L)
        {
            Execute(connection, Schema.AddTraces);
        }

        return database;
    }

    public SqliteConnection Connect(bool readOnly = false)
    {
        // Without pooling, closing the last connection really closes the file.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString());
        connection.Open();
        if (!readOnly)
        {
            Execute(connection, Schema.Pragmas);
        }

        return connection;
    }

    public void Dispose() => _lock.Dispose();

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held)
        {
            throw new InvalidOperationException(
                $"The durable store {path} is in use by another process, which would run every orchestration twice. Stop it, or choose another path.", held);
        }
    }
}
