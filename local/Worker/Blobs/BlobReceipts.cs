using Local.Worker.State;

namespace Local.Worker.Blobs;

/// <summary>
/// What one function has done with the blobs of its container. A receipt lives as long as its blob, so that the book holds what
/// lies in the container and not all that ever went through it.
/// </summary>
internal sealed class BlobReceipts
{
    private readonly RuntimeDatabase _database;
    private readonly string _function;
    private readonly string _container;
    private readonly Dictionary<BlobVersion, Receipt> _receipts;

    public BlobReceipts(RuntimeDatabase database, string function, string container)
    {
        _database = database;
        _function = function;
        _container = container;
        _receipts = database.Query(
            "SELECT name, etag, attempts, settled FROM receipts WHERE function = $function AND container = $container",
            row => (new BlobVersion(row.GetString(0), row.GetString(1)), new Receipt(row.GetInt32(2), row.GetBoolean(3))),
            ("$function", function), ("$container", container)).ToDictionary();
    }

    /// <summary>Failed attempts so far, and whether the blob needs no further one.</summary>
    public Receipt Of(BlobVersion blob)
    {
        lock (_receipts)
        {
            return _receipts.GetValueOrDefault(blob, new Receipt(0, false));
        }
    }

    public void Write(BlobVersion blob, Receipt receipt)
    {
        lock (_receipts)
        {
            _database.Execute(
                """
                INSERT INTO receipts VALUES ($function, $container, $name, $etag, $attempts, $settled)
                ON CONFLICT DO UPDATE SET attempts = $attempts, settled = $settled
                """,
                [.. Key(blob), ("$attempts", receipt.Attempts), ("$settled", receipt.Settled)]);
            _receipts[blob] = receipt;
        }
    }

    /// <summary>Forgets the blobs that are gone.</summary>
    /// <param name="present">Every blob that the container holds.</param>
    public void KeepOnly(IReadOnlySet<BlobVersion> present)
    {
        lock (_receipts)
        {
            foreach (var gone in _receipts.Keys.Where(blob => !present.Contains(blob)).ToList())
            {
                _database.Execute(
                    "DELETE FROM receipts WHERE function = $function AND container = $container AND name = $name AND etag = $etag", Key(gone));
                _receipts.Remove(gone);
            }
        }
    }

    private (string, object)[] Key(BlobVersion blob) =>
        [("$function", _function), ("$container", _container), ("$name", blob.Name), ("$etag", blob.ETag)];
}

/// <param name="Attempts">How often the function has failed on the blob version.</param>
/// <param name="Settled">The function succeeded, or the blob is in the poison queue.</param>
internal sealed record Receipt(int Attempts, bool Settled);
