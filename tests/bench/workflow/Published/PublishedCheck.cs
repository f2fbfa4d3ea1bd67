using AiLabels;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Reading;
using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Storage;

namespace VideoGate.Bench.Workflow.Published;

/// <summary>Compares one published blob with what the laws asked, and with the upload.</summary>
internal sealed class PublishedCheck(BlobStorage storage, EvidenceStore evidence, LabelReader labels, ExplicitLabelReader pictures)
{
    public static PublishedCheck Of(BlobStorage storage) => new(
        storage, new(storage), new(new(), TimeProvider.System), new(LabelVocabulary.Default, new()));

    /// <returns>What is missing.</returns>
    public async Task<IReadOnlyList<string>> FaultsAsync(ModerationCase published)
    {
        List<string> faults = [];
        var blob = storage.Blob(published.Location!);
        var properties = (await blob.GetPropertiesAsync()).Value;
        await using var file = new FileStream(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        await blob.DownloadToAsync(file);
        var bytes = new StreamByteSource(file);
        var copy = await labels.ReadAsync(bytes);
        if (published.Review is null)
        {
            faults.AddRange(Metadata(published, copy));
            faults.AddRange(await PictureAsync(published, bytes, copy));
        }

        if (PublishedNotices.Metadata(published).Except(properties.Metadata).Any())
        {
            faults.Add("its notices are not in its blob metadata");
        }

        faults.AddRange(await LostAsync(published, copy));
        return faults;
    }

    private static IEnumerable<string> Metadata(ModerationCase published, LabelReport copy)
    {
        if (!published.Decision!.Labels.Any(label => label.Metadata))
        {
            yield break;
        }

        var found = copy.Findings.Where(finding => finding.Kind is FindingKind.AigcLabel).ToList();
        if (found is not [{ Details: var label }]
            || string.CompareOrdinal(label.GetValueOrDefault("Label"), published.Decision.NoticeLabel) > 0)
        {
            yield return $"{found.Count} AIGC labels, or a weaker one than {published.Decision.NoticeLabel}";
        }
        else if (label.GetValueOrDefault("PropagateID") != published.CaseId)
        {
            yield return "the content number of the platform is not in its label";
        }
    }

    private async Task<IEnumerable<string>> PictureAsync(ModerationCase published, IByteSource bytes, LabelReport copy)
    {
        if (!published.Decision!.Labels.Any(label => label.Span is not null))
        {
            return [];
        }

        await using var source = await FfmpegFrameSource.OpenAsync(bytes, copy.Container.Format, new FrameSourceOptions());
        var plan = SamplingPlan.For(source.Duration, new SamplingOptions());
        var seen = await pictures.ReadAsync(source, plan.Stretches.Select(stretch => stretch.Request));
        return seen.Labels.Any(label => label.Conformance.Passed) ? [] : ["no visible label that conforms"];
    }

    /// <summary>What the upload carried and the copy does not.</summary>
    private async Task<IEnumerable<string>> LostAsync(ModerationCase published, LabelReport copy)
    {
        var upload = await evidence.ReadAsync(published.CaseId, EvidenceFiles.Labels, LabelJson.Default.LabelReport);
        List<string> lost = upload is not null && copy.Origin < upload.Origin ? ["it states less than the upload"] : [];
        var beside = published.Location! with { Name = $"{published.Location.Name}.c2pa" };
        if (upload is { Credentials.Integrity: not CredentialIntegrity.None } && copy.Credentials.Integrity is CredentialIntegrity.None
            && !await storage.Blob(beside).ExistsAsync())
        {
            lost.Add("its manifest is neither in it nor beside it");
        }

        return lost;
    }
}
