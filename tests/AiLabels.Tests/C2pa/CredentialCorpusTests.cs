using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Testing;
using VideoGate.Testing;

namespace AiLabels.Tests.C2pa;

/// <summary>Integrity and signer of every file of the corpus, if it is beside the repository.</summary>
public sealed class CredentialCorpusTests
{
    private const string Matroska =
        "Matroska and WebM are not among the formats of C2PA 2.2, annex A.1: no manifest store can stand in one, and this one names no remote manifest.";
    private const string MpegTs = "MPEG-TS is not among the formats of C2PA 2.2, annex A.1, and this one names no remote manifest.";
    private const string Flv =
        "FLV is not among the formats of C2PA 2.2, annex A.1; that the rest is garbage makes the verdict inconclusive, and adds no credentials.";

    /// <summary>
    /// The key says <c>unreadable</c> for these because its validator does not support their containers. Here the word means that
    /// credentials exist, or may exist, and could not be read; these containers have no place for any, so <c>none</c> is correct and not a
    /// limit of the reader.
    /// </summary>
    private static readonly Dictionary<string, string> WithoutCredentials = new()
    {
        ["aigc/tag.mkv"] = Matroska,
        ["aigc/tag.webm"] = Matroska,
        ["broken/flv_garbage.flv"] = Flv,
        ["broken/mkv_named.mp4"] = Matroska + " It is named .mp4; what counts is its content.",
        ["broken/mkv_truncated.mkv"] = Matroska + " What was cut off is media and tags; the report says that it was.",
        ["clean/h264_aac.ts"] = MpegTs,
        ["clean/vp9_opus.webm"] = Matroska,
    };

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var row in CorpusFolder.Rows.Where(static row => row.Credentials != "any"))
            {
                rows.Add(row.File, WithoutCredentials.ContainsKey(row.File) ? "none" : row.Credentials);
            }

            return rows;
        }
    }

    [CorpusTheory]
    [MemberData(nameof(Rows))]
    public async Task ReadAsync_CorpusFile_HasTheExpectedCredentials(string file, string credentials)
    {
        using var source = new FileByteSource(CorpusFolder.PathOf(file));

        var report = (await Inspect.Source(source, Corpus.Trusting)).Credentials;

        var namesSigner = credentials.Contains('/');
        Assert.Equal(credentials,
            namesSigner ? $"{CamelCase.Name(report.Integrity)}/{CamelCase.Name(report.Signer)}" : CamelCase.Name(report.Integrity));
    }

    /// <summary>A difference that the key no longer has, or in a container with a place for credentials, is not excused.</summary>
    [CorpusTheory]
    [MemberData(nameof(Differences))]
    public async Task ReadAsync_RowThatDiffers_IsOfAContainerWithoutAPlace(string file)
    {
        Assert.Equal("unreadable", CorpusFolder.Rows.Single(row => row.File == file).Credentials);
        Assert.Contains((await Inspect.File(CorpusFolder.PathOf(file))).Container.Format,
            (ContainerFormat[])[ContainerFormat.Matroska, ContainerFormat.WebM, ContainerFormat.Flv, ContainerFormat.MpegTs]);
    }

    public static TheoryData<string> Differences => [.. WithoutCredentials.Keys];
}
