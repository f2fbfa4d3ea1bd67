using AiLabels.C2pa.Hashing;
using AiLabels.C2pa.Manifests;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa;

/// <summary>Whether the content of the file is the one that a manifest binds. The only check that reads the file whole.</summary>
/// <param name="inspection">Holds the file and gets the problems.</param>
/// <param name="places">Turns boxes into places.</param>
/// <param name="time">Measures <see cref="LabelReaderOptions.HashTimeout"/>.</param>
/// <param name="cancellation">The caller's: a file of gigabytes takes longer than its metadata may.</param>
internal sealed class ContentCheck(InspectionContext inspection, CredentialPlaces places, TimeProvider time, CancellationToken cancellation)
{
    /// <summary>Code of a hash that took too long.</summary>
    public const string OutOfTime = "limit.hashTime";

    private readonly LabelReaderOptions _options = inspection.Options;

    public async ValueTask<CredentialIntegrity> CheckAsync(Manifest bound)
    {
        var box = bound.Box;
        try
        {
            var binding = ContentBinding.Of(bound);
            box = binding.Assertion.Box;
            return _options.CheckContentHash ? await CheckAsync(bound, binding) : CredentialIntegrity.Unverified;
        }
        catch (ManifestException e)
        {
            inspection.Add(new Problem(e.Code, $"The content cannot be the one that was signed: {e.Message}.", places.Of(box)));
            return CredentialIntegrity.Broken;
        }
    }

    private async ValueTask<CredentialIntegrity> CheckAsync(Manifest bound, ContentBinding binding)
    {
        using var timeout = new CancellationTokenSource(_options.HashTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            if (MultiAssetHash.IsIn(bound))
            {
                await CheckWholeOrPartsAsync(bound, binding, both.Token);
                return CredentialIntegrity.Intact;
            }

            if (await MatchesAsync(binding, both.Token))
            {
                return CredentialIntegrity.Intact;
            }

            inspection.Add(
                new Problem(binding.MismatchCode, "The content is not the one that was signed.", places.Of(binding.Assertion.Box)));
            return CredentialIntegrity.Broken;
        }
        catch (OperationCanceledException e) when (e.CancellationToken == both.Token && !cancellation.IsCancellationRequested)
        {
            inspection.Add(
                new Problem(OutOfTime, $"The content could not be hashed within {_options.HashTimeout}.",
                    places.Of(binding.Assertion.Box)));
            return CredentialIntegrity.Unverified;
        }
    }

    /// <summary>Whatever the hash of the whole comes to, the parts have the last word (C2PA 2.2, section 15.12.4).</summary>
    private async ValueTask CheckWholeOrPartsAsync(Manifest bound, ContentBinding binding, CancellationToken both)
    {
        try
        {
            if (await MatchesAsync(binding, both))
            {
                return;
            }
        }
        catch (ManifestException)
        {
            // It does not fit the file, as when a part of the file was left out.
        }

        await new MultiAssetHash(bound, inspection.Bytes, _options.MaxBoxes).CheckAsync(both);
    }

    private ValueTask<bool> MatchesAsync(ContentBinding binding, CancellationToken both) =>
        binding.MatchesAsync(inspection.Bytes, _options.MaxBoxes, both);
}
