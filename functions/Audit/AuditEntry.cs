using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace VideoGate.Audit;

/// <summary>One line of an audit log.</summary>
public sealed record AuditEntry
{
    public required string CaseId { get; init; }

    /// <summary>Starts at 1, without gaps.</summary>
    public required long Sequence { get; init; }

    public required string Id { get; init; }

    [JsonConverter(typeof(UtcTimestamp))]
    public required DateTimeOffset At { get; init; }

    public required string Type { get; init; }

    public required string Actor { get; init; }

    public required IReadOnlyDictionary<string, string> Data { get; init; }

    /// <summary>
    /// Hash of the case after this entry: SHA-256, lower-case hexadecimal, of its canonical form (<see cref="Audit.CaseHash"/>). An entry
    /// that changes nothing in the case repeats the hash of the preceding one.
    /// </summary>
    public required string CaseHash { get; init; }

    /// <summary>Hash of the preceding entry; 64 zeros for the first entry.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256, lower-case hexadecimal, of the entry without this member in the canonical form of RFC 8785.</summary>
    public required string Hash { get; init; }

    /// <summary>Returns the entry with its computed hash.</summary>
    public AuditEntry Sealed() => this with { Hash = ComputeHash() };

    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Object(Members()))));

    /// <summary>Serializes the entry as in the log, without the line ending.</summary>
    public string ToLine() => CanonicalJson.Object(Members().Append(("hash", CanonicalJson.Text(Hash))));

    private IEnumerable<(string Name, string Json)> Members() =>
    [
        ("caseId", CanonicalJson.Text(CaseId)),
        ("sequence", Sequence.ToString(CultureInfo.InvariantCulture)),
        ("id", CanonicalJson.Text(Id)),
        ("at", CanonicalJson.Text(UtcTimestamp.Format(At))),
        ("type", CanonicalJson.Text(Type)),
        ("actor", CanonicalJson.Text(Actor)),
        ("data", CanonicalJson.Object(Data.Select(entry => (entry.Key, CanonicalJson.Text(entry.Value))))),
        ("caseHash", CanonicalJson.Text(CaseHash)),
        ("previousHash", CanonicalJson.Text(PreviousHash)),
    ];
}
