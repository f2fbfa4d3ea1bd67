using AiLabels.C2pa.Hashing;
using AiLabels.C2pa.Manifests;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa;

/// <summary>Checks that the content of the file is the content bound by a manifest. The only check that reads the whole file.</summary>
/// <param name="inspection">Holds the file and receives the problems.</param>
/// <param name="places">Names the places of boxes.</param>
/// <param name="time">Measures <see cref="LabelReaderOptions.HashTimeout"/>.</param>
/// <param name="cancellation">The caller's token, without the timeout for metadata: hashing gigabytes takes longer.</param>
internal sealed class ContentCheck(InspectionContext inspection, CredentialPlaces places, TimeProvider time, CancellationToken cancellation)
{
    private readonly LabelReaderOptions _options = inspection.Options;

    public async ValueTask<CredentialIntegrity> CheckAsync(Manifest bound)
    {
        var box = bound.Box;
        try
        {
            var binding = ContentBinding.Of(bound);
            box = binding.Assertion.Box;
            // A manifest store in a separate file comes without the content.
            return _options.CheckContentHash && inspection.Container.Format != ContainerFormat.C2pa
                ? await CheckAsync(bound, binding)
                : CredentialIntegrity.Unverified;
        }
        catch (ManifestException e)
        {
            inspection.Add(new Problem(e.Code, $"The content does not match the signed content: {e.Message}.", places.Of(box)));
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
                new Problem(binding.MismatchCode, "The content does not match the signed content.", places.Of(binding.Assertion.Box)));
            return CredentialIntegrity.Broken;
        }
        catch (OperationCanceledException e) when (e.CancellationToken == both.Token && !cancellation.IsCancellationRequested)
        {
            inspection.Add(
                new Problem(Note.HashTime, $"The content could not be hashed within {_options.HashTimeout}.",
                    places.Of(binding.Assertion.Box)));
            return CredentialIntegrity.Unverified;
        }
    }

    /// <summary>The hashes of the parts decide, whatever the hash of the whole file gives (C2PA 2.2, section 15.12.4).</summary>
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
            // The assertion does not fit the file, for example because a part of the file was removed.
        }

        await new MultiAssetHash(bound, inspection.Bytes, Stores, _options.MaxBoxes).CheckAsync(both);
    }

    private ValueTask<bool> MatchesAsync(ContentBinding binding, CancellationToken both) =>
        binding.MatchesAsync(inspection.Bytes, Stores, _options.MaxBoxes, both);

    private IReadOnlyList<FileRange> Stores =>
        [.. inspection.ManifestStores.Select(static store => new FileRange(store.Outer.Offset, store.Outer.Offset + store.Outer.Length))];
}
