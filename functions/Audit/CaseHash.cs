using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using VideoGate.Cases;

namespace VideoGate.Audit;

/// <summary>
/// Hash of a case: SHA-256 of its canonical form (RFC 8785), without members that are null, empty or of their default value,
/// so that a member added by a later version leaves the hashes of earlier cases as they are. Pure.
/// </summary>
/// <remarks>
/// Covers every member except those that change without an entry and state nothing about the video or its decision:
/// <list type="bullet">
/// <item><c>auditHead</c>: is compared with the log itself.</item>
/// <item><c>unlogged</c>: is in the log soon after, and sealed until then.</item>
/// <item><c>broken</c>: is the result of this comparison.</item>
/// <item><c>traceParent</c>: belongs to telemetry.</item>
/// <item><c>review.claim.expiresAt</c>: a claim is renewed every few minutes; who holds it is covered.</item>
/// </list>
/// </remarks>
internal static class CaseHash
{
    private static readonly CaseJson Json = new(new(CaseJson.Stored.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    });

    public static string Of(ModerationCase said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var covered = said with { AuditHead = null, Unlogged = [], Broken = null, TraceParent = null };
        var json = JsonSerializer.SerializeToNode(covered, Json.ModerationCase)!;
        (json["review"]?["claim"] as JsonObject)?.Remove("expiresAt");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Value(json))));
    }
}
