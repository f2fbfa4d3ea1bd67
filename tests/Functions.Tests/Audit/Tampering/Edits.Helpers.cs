using System.Text;
using System.Text.Json;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Tests.Audit.Tampering;

internal static partial class Edits
{
    private static BlobLocation CaseAt(string caseId) => new(Containers.Cases, $"by-id/{caseId}.json");

    private static BlobLocation LogAt(string caseId) => new(Containers.Audit, $"{caseId}.jsonl");

    private static BlobLocation ManifestAt(string name) => new(Containers.Audit, name);

    private static Edit OfCase(
        string name, Func<TamperFixture, string> of, string where, string fault, Func<ModerationCase, ModerationCase> change) =>
        new(name, gate => ChangeAsync(gate, of(gate), where, fault, change));

    private static Edit OfHead(
        string name, Func<TamperFixture, string> of, string where, string fault, Func<AuditHead, AuditHead?> change) =>
        OfCase(name, of, where, fault, said => said with { AuditHead = change(said.AuditHead!) });

    private static Edit OfLog(
        string name, Func<TamperFixture, string> of, string where, string fault, Func<string[], string, string[]> change) =>
        new(name, async gate =>
        {
            var caseId = of(gate);
            await gate.WriteLogAsync(caseId, change(await gate.LogAsync(caseId), caseId));
            return new(caseId, where, fault);
        });

    /// <param name="row">The row that replaces the one there; null to remove it.</param>
    private static Edit OfIndex(string name, string prefix, Func<TamperFixture, string> of, string index, string? row) =>
        new(name, async gate =>
        {
            var place = gate.IndexBlob(prefix, of(gate));
            if (row is null)
            {
                await gate.DeleteAsync(place);
            }
            else
            {
                await gate.WriteAsync(place, BinaryData.FromString(""), new Dictionary<string, string> { ["row"] = row });
            }

            return new(of(gate), index, "NotIndexed");
        });

    private static async Task<NamedFault> ChangeAsync(
        TamperFixture gate, string caseId, string where, string fault, Func<ModerationCase, ModerationCase> change)
    {
        await WriteCaseAsync(gate, change(await gate.CaseAsync(caseId)));
        return new(caseId, where, fault);
    }

    private static Task WriteCaseAsync(TamperFixture gate, ModerationCase said) => gate.WriteAsync(
        CaseAt(said.CaseId), BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(said, CaseJson.Stored.ModerationCase)));

    /// <summary>Changes an entry and computes every hash from there on, as somebody does who knows the format.</summary>
    private static string[] Rechained(string caseId, string[] lines, int from, Func<AuditEntry, AuditEntry> change)
    {
        var entries = Entries(caseId, lines);
        for (var i = from; i < entries.Length; i++)
        {
            var changed = i == from ? change(entries[i]) : entries[i];
            entries[i] = (changed with { PreviousHash = i == 0 ? changed.PreviousHash : entries[i - 1].Hash }).Sealed();
        }

        return [.. entries.Select(entry => entry.ToLine())];
    }

    private static string[] Appended(string caseId, string[] lines, AuditEvent forged)
    {
        var trail = AuditChain.Verify(caseId, Bytes(lines));
        var (_, added) = AuditChain.Extend(caseId, AuditChain.HeadOf(trail), [forged], TimeProvider.System.GetUtcNow());
        return [.. lines, Encoding.UTF8.GetString(added).TrimEnd('\n')];
    }

    private static AuditEntry[] Entries(string caseId, string[] lines) => [.. AuditChain.Verify(caseId, Bytes(lines)).Entries];

    private static byte[] Bytes(string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n")));
}
