using System.Text.Json;
using AiLabels.Reading;
using AiLabels.Tests.Builders;

namespace AiLabels.Tests.C2pa;

/// <summary>Integrity and signer of every file of the corpus, where it stands beside the repository.</summary>
public sealed class CredentialCorpusTests
{
    /// <summary>The row's validator could not open these and calls them unreadable; here they have no content credentials.</summary>
    private static readonly HashSet<string> WithoutCredentials =
    [
        "aigc/tag.mkv", "aigc/tag.webm", "broken/flv_garbage.flv", "broken/mkv_named.mp4", "broken/mkv_truncated.mkv",
        "clean/h264_aac.ts", "clean/vp9_opus.webm",
    ];

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (file, credentials) in Corpus.Credentials().Where(row => row.Credentials != "any"))
            {
                rows.Add(file, WithoutCredentials.Contains(file) ? "none" : credentials);
            }

            return rows;
        }
    }

    [CorpusTheory]
    [MemberData(nameof(Rows))]
    public async Task ReadAsync_CorpusFile_HasTheExpectedCredentials(string file, string credentials)
    {
        using var source = new FileByteSource(Corpus.PathOf(file));

        var report = (await Inspect.Source(source, Corpus.Trusting)).Credentials;

        var namesSigner = credentials.Contains('/');
        Assert.Equal(credentials, namesSigner ? $"{Name(report.Integrity)}/{Name(report.Signer)}" : Name(report.Integrity));
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
