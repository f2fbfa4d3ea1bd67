using AiLabels;
using AiLabels.Gb45438;
using AiLabels.Pixels.Burning;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reading;
using AiLabels.Reports;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Writes the labelled copy of a video, to be inspected before publication.</summary>
internal sealed class LabelledCopyWriter(BlobStorage storage, EvidenceStore evidence, IOptions<LabellingOptions> options)
{
    private const int BlockLength = 1 << 20;

    private readonly LabelWriter _writer = new(LabelPlan.Writing, TimeProvider.System);
    private readonly BurnOptions _burning = BurnOptionsOf(options.Value);

    public static BlobLocation Place(string caseId) => new(Containers.Evidence, $"{caseId}/{EvidenceFiles.Labelled}");

    /// <returns>The problem that prevented the copy, or null if it was written.</returns>
    /// <exception cref="IOException">Storage does not respond.</exception>
    public async Task<LabelProblem?> WriteAsync(
        ModerationCase decided, LabelOrder order, LabelReport report, IByteSource bytes, CancellationToken cancellationToken)
    {
        var label = LabelPlan.Label(decided, report, options.Value);
        if (order.Explicit is ExplicitChoice.None)
        {
            return await WriteAsync(decided.CaseId, bytes, label!, Headers(decided, order, report), cancellationToken);
        }

        var burnt = await new LabelBurner(_burning).BurnAsync(
            bytes, report.Container.Format, await BurnOrderAsync(decided.CaseId, order, cancellationToken), cancellationToken);
        using var video = burnt.Video;
        return video is null ? new(burnt.Problem!.Code, burnt.Problem.Message)
            : label is null ? await StoreAsync(decided.CaseId, video, Headers(decided, order, report), cancellationToken)
            : await WriteAsync(decided.CaseId, video, label, Headers(decided, order, report), cancellationToken);
    }

    /// <summary>Gets the headers under which the copy is served.</summary>
    public static BlobHttpHeaders Headers(ModerationCase decided, LabelOrder order, LabelReport report) =>
        order.Explicit is ExplicitChoice.None
            ? VideoHeaders.Of(report.Container.Format, decided.Upload.Name)
            : VideoHeaders.Of(ContainerFormat.IsoBmff, PublishedPlaces.AsMp4(decided.Upload.Name));

    private async Task<LabelProblem?> WriteAsync(
        string caseId, IByteSource bytes, LabelToWrite label, BlobHttpHeaders headers,
        CancellationToken cancellationToken)
    {
        await using var blob = new BlockBlobWriteStream(storage.BlockBlob(Place(caseId)));
        var outcome = await _writer.WriteAsync(bytes, blob, label, cancellationToken: cancellationToken);
        if (!outcome.IsWritten)
        {
            return LabelPlan.Problem(outcome);
        }

        await CommitAsync(blob, caseId, headers, cancellationToken);
        return null;
    }

    /// <summary>Stores a burnt video as it is.</summary>
    private async Task<LabelProblem?> StoreAsync(
        string caseId, BurntVideo video, BlobHttpHeaders headers, CancellationToken cancellationToken)
    {
        await using var blob = new BlockBlobWriteStream(storage.BlockBlob(Place(caseId)));
        var block = new byte[BlockLength];
        for (var (offset, read) = (0L, 0); offset < video.Length; offset += read)
        {
            read = await video.ReadAsync(offset, block, cancellationToken);
            await blob.WriteAsync(block.AsMemory(0, read), cancellationToken);
        }

        await CommitAsync(blob, caseId, headers, cancellationToken);
        return null;
    }

    private static async Task CommitAsync(
        BlockBlobWriteStream blob, string caseId, BlobHttpHeaders headers, CancellationToken cancellationToken) => await blob.CommitAsync(
            new CommitBlockListOptions
            {
                Metadata = new Dictionary<string, string> { [BlobCopier.CaseIdKey] = caseId },
                HttpHeaders = headers,
            },
            cancellationToken);

    private async Task<BurnOrder> BurnOrderAsync(string caseId, LabelOrder order, CancellationToken cancellationToken)
    {
        var text = order.Text switch
        {
            LabelTexts.Chinese => LabelText.Chinese,
            LabelTexts.VirtualHuman => LabelText.VirtualHuman,
            _ => LabelText.English,
        };
        var seen = await evidence.ReadAsync(
            caseId, EvidenceFiles.ExplicitLabels, ExplicitLabelsJson.Default.ExplicitLabels, cancellationToken);
        return new(
            text,
            order.Explicit is ExplicitChoice.Start ? TimeSpan.FromSeconds(options.Value.StartSeconds) : null,
            FreeCorner.For(text, seen ?? new(), _burning));
    }

    private static BurnOptions BurnOptionsOf(LabellingOptions options) => new()
    {
        Preset = options.EncoderPreset,
        RateFactor = options.RateFactor,
        Threads = options.EncoderThreads,
        TemporaryFolder = options.TemporaryFolder ?? Path.GetTempPath(),
        Program = new()
        {
            Time = options.TimeLimit,
            CpuTime = options.CpuTimeLimit,
            Memory = options.MemoryLimit,
            Output = options.OutputLimit,
        },
    };
}
