using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Testing;
using VideoGate.Testing;

namespace AiLabels.Tests.Peers;

/// <summary>Every file of the corpus that c2pa-rs can process, validated by both with the same roots.</summary>
public sealed class C2paCorpusTests(C2paCorpusTests.Answers answers) : IClassFixture<C2paCorpusTests.Answers>
{
    public static TheoryData<string> Files => [.. CorpusFolder.Rows.Select(row => row.File).Where(IsFitFor)];

    [CorpusTheory]
    [MemberData(nameof(Files))]
    public async Task ReadAsync_CorpusFile_IsJudgedAsByC2paRsOrTheDifferenceIsKnown(string file)
    {
        using var source = new FileByteSource(CorpusFolder.PathOf(file));
        var peer = (await answers.All)[file].State;

        var credentials = (await Inspect.Source(source, Corpus.Trusting)).Credentials;

        var known = Disagreements.OnCredentials.SingleOrDefault(known => known.File == file);
        Assert.Equal(known?.TheyEndIn ?? InTermsOfC2paRs(credentials), peer);
        Assert.Equal(known?.WeEndIn ?? (credentials.Integrity, credentials.Signer), (credentials.Integrity, credentials.Signer));
    }

    /// <summary>A million boxes take it more than a minute, and it does not support these containers.</summary>
    private static bool IsFitFor(string file) =>
        !file.StartsWith("broken/", StringComparison.Ordinal)
            && Path.GetExtension(file) is not (".mkv" or ".webm" or ".ts" or ".flv" or ".wmv" or ".m4s");

    /// <summary>Maps the two facts of this project to the one state of c2pa-rs.</summary>
    private static string InTermsOfC2paRs(CredentialReport credentials) => (credentials.Integrity, credentials.Signer) switch
    {
        (CredentialIntegrity.None, _) => "None",
        (CredentialIntegrity.Unreadable, _) => "Error",
        (CredentialIntegrity.Intact, SignerTrust.Trusted) => "Trusted",
        (CredentialIntegrity.Intact, SignerTrust.Untrusted) => "Valid",
        _ => "Invalid",
    };

    /// <summary>Results of c2pa-rs for all files, from one run.</summary>
    public sealed class Answers
    {
        private readonly Lazy<Task<Dictionary<string, C2paAnswer>>> _all = new(AskAsync);

        internal Task<Dictionary<string, C2paAnswer>> All => _all.Value;

        private static async Task<Dictionary<string, C2paAnswer>> AskAsync()
        {
            var files = CorpusFolder.Rows.Select(row => row.File).Where(IsFitFor).ToList();
            var answers = await C2paRs.AskAsync(files.Select(file => C2paRs.Read(CorpusFolder.PathOf(file), Corpus.AllRoots)));
            return files.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }
}
