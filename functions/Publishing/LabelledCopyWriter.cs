using AiLabels;
using AiLabels.Pixels.Burning;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reading;
using AiLabels.Reports;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Publishing.Signing;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Writes the labelled copy of a video, to be inspected before publication.</summary>
internal sealed class LabelledCopyWriter(
    BlobStorage storage, EvidenceStore evidence, CopySigner signer, IOptions<LabellingOptions> options)
{
    private readonly LabelWriter _writer = new(LabelPlan.Writing, TimeProvider.System);
    private readonly BurnOptions _burning = BurnOptionsOf(options.Value);

    public static BlobLocation Place(string caseId) => new(Containers.Evidence, $"{caseId}/{EvidenceFiles.Labelled}");

    /// <returns>
    /// The result with who signed the copy and what was encoded for it, or with the problem that prevented the copy.
    /// </returns>
    /// <exception cref="IOException">Storage does not respond.</exception>
    public async Task<LabellingResult> WriteAsync(
        ModerationCase decided, LabellingResult begun, LabelReport report, IByteSource bytes, CancellationToken cancellationToken)
    {
        var order = begun.Order;
        var burnt = order.Explicit is ExplicitChoice.None
            ? null
            : await new LabelBurner(_burning).BurnAsync(
                bytes, report.Container.Format, await BurnOrderAsync(decided.CaseId, order, cancellationToken), cancellationToken);
        using var video = burnt?.Video;
        if (burnt is { Problem: { } problem })
        {
            return begun with { Problem = new(problem.Code, problem.Message) };
        }

        IByteSource copy = video is null ? bytes : video;
        var label = LabelPlan.Label(decided, report, options.Value);
        if (label is not null)
        {
            var (outcome, labelled) = await _writer.PrepareAsync(copy, label, cancellationToken);
            if (labelled is null)
            {
                return begun with { Problem = LabelPlan.Problem(outcome) };
            }

            copy = labelled;
        }

        var encoding = LabelEncoding.Of(burnt?.Effort);
        var (signed, signature) = await signer.SignAsync(copy, bytes, report, [.. CopyEdits.Of(order, label, encoding)], cancellationToken);
        await StoreAsync(decided.CaseId, signed, Headers(decided, order, report), cancellationToken);
        return begun with { Signature = signature, Encoding = encoding };
    }

    /// <summary>Gets the headers under which the copy is served.</summary>
    public static BlobHttpHeaders Headers(ModerationCase decided, LabelOrder order, LabelReport report) =>
        order.Explicit is ExplicitChoice.None
            ? VideoHeaders.Of(report.Container.Format, decided.Upload.Name)
            : VideoHeaders.Of(ContainerFormat.IsoBmff, PublishedPlaces.AsMp4(decided.Upload.Name));

    private async Task StoreAsync(string caseId, IByteSource copy, BlobHttpHeaders headers, CancellationToken cancellationToken)
    {
        await using var blob = new BlockBlobWriteStream(storage.BlockBlob(Place(caseId)));
        await copy.CopyToAsync(blob, cancellationToken: cancellationToken);
        await blob.CommitAsync(
            new CommitBlockListOptions
            {
                Metadata = new Dictionary<string, string> { [BlobCopier.CaseIdKey] = caseId },
                HttpHeaders = headers,
            },
            cancellationToken);
    }

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
        MaxWhole = options.MaxDuration,
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
