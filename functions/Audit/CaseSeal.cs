using VideoGate.Cases;

namespace VideoGate.Audit;

/// <summary>Seals events that are stored in a case until its log contains them. Pure except for the key.</summary>
internal static class CaseSeal
{
    /// <summary>Returns the case with its events sealed; without seals if the app has no key.</summary>
    public static ModerationCase Apply(ModerationCase written, AuditSigner signer)
    {
        var caseHash = CaseHash.Of(written);
        return written with
        {
            Unlogged = [.. written.Unlogged.Select(added => added with { Seal = signer.Sign(Text(written.CaseId, added, caseHash)) })],
        };
    }

    /// <summary>
    /// Gets whether the app wrote the event together with this hash of the case. True for every event if the app has no key.
    /// </summary>
    public static bool IsValid(ModerationCase stored, CaseEvent pending, AuditSigner signer) =>
        !signer.IsSigning || signer.Verify(Text(stored.CaseId, pending, CaseHash.Of(stored)), pending.Seal);

    private static string Text(string caseId, CaseEvent added, string caseHash) => CanonicalJson.Object(
    [
        ("caseId", CanonicalJson.Text(caseId)),
        ("id", CanonicalJson.Text(added.Id)),
        ("type", CanonicalJson.Text(added.Type)),
        ("actor", CanonicalJson.Text(added.Actor)),
        ("data", CanonicalJson.Object(added.Data.Select(entry => (entry.Key, CanonicalJson.Text(entry.Value))))),
        ("caseHash", CanonicalJson.Text(caseHash)),
    ]);
}
