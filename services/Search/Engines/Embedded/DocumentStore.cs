using System.Text.Json;
using Microsoft.Data.Sqlite;
using PfP.Search.Indexing;

namespace PfP.Search.Engines.Embedded;

/// <summary>
/// The documents of an index on disk, in one SQLite file: the current version of each entry, withdrawn ones as tombstones.
/// A write that returned survives a crash (WAL, synchronous=FULL). Used by one writer.
/// </summary>
internal sealed class DocumentStore : IDisposable
{
    /// <summary>Raised when documents or their analysis change in a way that old files do not have: they are then built anew by replay.</summary>
    private const int Shape = 4;

    private readonly SqliteConnection connection;

    private DocumentStore(SqliteConnection connection, string path)
    {
        this.connection = connection;
        Path = path;
    }

    /// <summary>False once somebody deleted the file: what is written then would be lost with the process.</summary>
    public bool IsOnDisk => File.Exists(Path);

    public string Path { get; }

    public static DocumentStore Create(string path)
    {
        var store = new DocumentStore(Connect(path, SqliteOpenMode.ReadWriteCreate), path);
        store.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        store.Execute("""
            CREATE TABLE document (id BLOB NOT NULL UNIQUE, version INTEGER NOT NULL, content BLOB, changed_at INTEGER NOT NULL);
            CREATE TABLE replayed (producer TEXT PRIMARY KEY) WITHOUT ROWID;
            """);
        store.Execute($"PRAGMA user_version={Shape};");
        return store;
    }

    /// <summary>Null where there is no such file, or one that is damaged or of an older shape.</summary>
    public static DocumentStore? TryOpen(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }
        var connection = Connect(path, SqliteOpenMode.ReadWrite);
        try
        {
            var store = new DocumentStore(connection, path);
            store.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
            if (store.Scalar("PRAGMA user_version") is Shape && store.Scalar("PRAGMA quick_check") is "ok")
            {
                return store;
            }
        }
        catch (SqliteException)
        {
            // Not a database, or one that cannot be read: as good as none.
        }
        connection.Dispose();
        return null;
    }

    /// <summary>The services whose every aggregate has come in.</summary>
    public IReadOnlyList<string> Replayed()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT producer FROM replayed";
        using var reader = command.ExecuteReader();
        var producers = new List<string>();
        while (reader.Read())
        {
            producers.Add(reader.GetString(0));
        }
        return producers;
    }

    public void MarkReplayed(string producer)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT OR IGNORE INTO replayed (producer) VALUES ($producer)";
        command.Parameters.AddWithValue("$producer", producer);
        command.ExecuteNonQuery();
    }

    public IEnumerable<(Guid Id, int Version, SearchDocument? Document)> Read()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, version, content FROM document";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var content = reader.IsDBNull(2) ? null : JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(2), DocumentJson.Default.SearchDocument);
            yield return (new Guid(reader.GetFieldValue<byte[]>(0)), reader.GetInt32(1), content);
        }
    }

    /// <summary>In one transaction, each where its version is higher than the stored one.</summary>
    public void Write(IReadOnlyList<IndexChange> changes, DateTimeOffset now)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            INSERT INTO document (id, version, content, changed_at) VALUES ($id, $version, $content, $now)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, content = excluded.content, changed_at = excluded.changed_at
            WHERE excluded.version > document.version
            """;
        var (id, version, content) = (command.Parameters.Add("$id", SqliteType.Blob), command.Parameters.Add("$version", SqliteType.Integer),
            command.Parameters.Add("$content", SqliteType.Blob));
        command.Parameters.AddWithValue("$now", now.ToUnixTimeSeconds());
        foreach (var change in changes)
        {
            id.Value = change.Id.ToByteArray();
            version.Value = change.Version;
            content.Value = change.Document is null ? DBNull.Value : JsonSerializer.SerializeToUtf8Bytes(change.Document, DocumentJson.Default.SearchDocument);
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    /// <summary>Whether the file itself is bad. A full disk is not: writing may go on once there is room.</summary>
    public static bool IsDamage(Exception failure) => failure is SqliteException
    {
        SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_ERROR,
    };

    /// <summary>Forgets withdrawals so old that no earlier event of the entry can still be on its way.</summary>
    public void SweepTombstones(DateTimeOffset before) =>
        Execute($"DELETE FROM document WHERE content IS NULL AND changed_at < {before.ToUnixTimeSeconds()}");

    public void Dispose() => connection.Dispose();

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? (int)number : command.ExecuteScalar();
    }
}
