using AiLabels.Reports;
using VideoGate.Testing;

namespace AiLabels.Tests;

/// <summary>Roots of the corpus' signers and time-stamping authorities.</summary>
internal static class Corpus
{
    private const string Signers = "signers.pem";
    private const string TimeStampers = "time-stampers.pem";

    public static LabelReaderOptions Trusting => new()
    {
        SignerAnchors = TrustAnchors.FromPem(CorpusFolder.Pem(Signers)),
        TimeStampAnchors = TrustAnchors.FromPem(CorpusFolder.Pem(TimeStampers)),
    };

    /// <summary>Both kinds of roots in one, for readers that do not separate them.</summary>
    public static string AllRoots => CorpusFolder.Pem(Signers) + CorpusFolder.Pem(TimeStampers);
}
