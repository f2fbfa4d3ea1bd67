using System.Globalization;
using System.Text;
using System.Text.Json;
using VideoGate.Cases;

namespace VideoGate.Audit;

/// <summary>The hash chain of an audit log: extends it and detects tampering. Pure.</summary>
public static class AuditChain
{
    private static readonly AuditHead Start = new(0, new string('0', 64), 0, [], new string('0', 64));

    /// <summary>Gets entries for the events that the log does not contain yet.</summary>
    /// <param name="head">End of the log, or null if it is empty.</param>
    /// <param name="caseHash">
    /// Hash of the case after the change. If the last entry has another one, because an earlier attempt or a concurrent change intervened,
    /// an entry of type <c>restated</c> follows. Null if the events carry it themselves.
    /// </param>
    /// <returns>The head after <c>Lines</c> are appended; <c>Lines</c> is empty if every event is already logged.</returns>
    public static (AuditHead Head, byte[] Lines) Extend(
        string caseId, AuditHead? head, IEnumerable<AuditEvent> events, DateTimeOffset at, string? caseHash = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        head ??= Start;
        var lines = new StringBuilder();
        foreach (var added in events.DistinctBy(added => added.Id).ExceptBy(head.Events, added => added.Id).ToList())
        {
            head = Append(caseId, head, added, at, lines);
        }

        return (Restate(caseId, head, at, caseHash, lines), Encoding.UTF8.GetBytes(lines.ToString()));
    }

    private static AuditHead Restate(string caseId, AuditHead head, DateTimeOffset at, string? caseHash, StringBuilder lines)
    {
        if (caseHash is null || head.CaseHash == caseHash)
        {
            return head;
        }

        var type = AuditEventTypes.Restated.Name;
        var id = string.Create(CultureInfo.InvariantCulture, $"{type}:{head.Sequence + 1}");
        return Append(caseId, head, new(type, Actors.System, []) { Id = id, CaseHash = caseHash }, at, lines);
    }

    private static AuditHead Append(string caseId, AuditHead head, AuditEvent added, DateTimeOffset at, StringBuilder lines)
    {
        var entry = new AuditEntry
        {
            CaseId = caseId,
            Sequence = head.Sequence + 1,
            Id = added.Id,
            At = at,
            Type = added.Type,
            Actor = added.Actor,
            Data = ErasableText.Encrypt(added),
            CaseHash = added.CaseHash ?? head.CaseHash,
            PreviousHash = head.Hash,
            Hash = "",
        }.Sealed();
        var line = $"{entry.ToLine()}\n";
        lines.Append(line);
        return new(
            entry.Sequence, entry.Hash, head.Position + Encoding.UTF8.GetByteCount(line), [.. head.Events, entry.Id], entry.CaseHash);
    }

    /// <param name="head">The log's head as recorded in the case, or null if the case has none.</param>
    public static AuditTrail Verify(string caseId, ReadOnlySpan<byte> log, AuditHead? head = null)
    {
        var lines = Parse(log);
        var broken = FirstBreak(caseId, lines) ?? (head is null ? null : Against(head, lines));
        return new([.. lines.OfType<AuditEntry>()], log.Length, broken);
    }

    /// <summary>Gets the head of a valid log, or null if the log is empty.</summary>
    public static AuditHead? HeadOf(AuditTrail trail)
    {
        ArgumentNullException.ThrowIfNull(trail);
        return trail.Entries is [.., var last]
            ? new(last.Sequence, last.Hash, trail.Length, [.. trail.Entries.Select(entry => entry.Id)], last.CaseHash)
            : null;
    }

    private static AuditBreak? FirstBreak(string caseId, List<AuditEntry?> lines)
    {
        var previous = Start.Hash;
        for (var i = 0; i < lines.Count; i++)
        {
            if (FaultOf(lines[i], caseId, i + 1, previous, lines) is { } fault)
            {
                return new(i + 1, fault);
            }

            previous = lines[i]!.Hash;
        }

        return null;
    }

    private static AuditFault? FaultOf(AuditEntry? entry, string caseId, long expected, string previous, List<AuditEntry?> lines) =>
        entry switch
        {
            null => AuditFault.Garbage,
            _ when entry.CaseId != caseId => AuditFault.ForeignCase,
            _ when entry.Hash != entry.ComputeHash() => AuditFault.Changed,
            _ when entry.Sequence > expected && !lines.Exists(other => other?.Sequence == expected) => AuditFault.Removed,
            _ when entry.Sequence != expected => AuditFault.Reordered,
            _ when entry.PreviousHash != previous => AuditFault.Rewritten,
            _ => null,
        };

    private static AuditBreak? Against(AuditHead head, List<AuditEntry?> lines) =>
        head.Sequence < 1 ? new(1, AuditFault.HeadChanged)
        : lines.Count < head.Sequence ? new(lines.Count + 1, AuditFault.Truncated)
        : lines[(int)head.Sequence - 1]!.Hash != head.Hash ? new(head.Sequence, AuditFault.Rewritten)
        : IsAt(head, lines) ? null
        : new(head.Sequence, AuditFault.HeadChanged);

    /// <summary>Gets whether the head covers the entries up to its own: later appends rely on its position and its events.</summary>
    private static bool IsAt(AuditHead head, List<AuditEntry?> lines)
    {
        var known = lines.Take((int)head.Sequence).ToList();
        return head.CaseHash == known[^1]!.CaseHash
            && head.Position == known.Sum(entry => Encoding.UTF8.GetByteCount(entry!.ToLine()) + 1)
            && head.Events.SequenceEqual(known.Select(entry => entry!.Id));
    }

    /// <summary>Parses one item per line; null for a line that differs from the canonical serialization of an entry.</summary>
    private static List<AuditEntry?> Parse(ReadOnlySpan<byte> log)
    {
        List<AuditEntry?> lines = [];
        while (!log.IsEmpty)
        {
            var end = log.IndexOf((byte)'\n');
            lines.Add(end < 0 ? null : ParseLine(log[..end]));
            log = end < 0 ? [] : log[(end + 1)..];
        }

        return lines;
    }

    private static AuditEntry? ParseLine(ReadOnlySpan<byte> line)
    {
        try
        {
            var entry = JsonSerializer.Deserialize(line, AuditJson.Default.AuditEntry);
            return entry is not null && !entry.Data.Values.Contains(null) && line.SequenceEqual(Encoding.UTF8.GetBytes(entry.ToLine()))
                ? entry
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
