using AiLabels.C2pa.Jumbf;

namespace AiLabels.C2pa.Manifests;

/// <summary>All manifests of one file; the last is the active one (C2PA 2.2, section 15.5.1).</summary>
internal sealed class ManifestStore
{
    private readonly Dictionary<string, JumbfBox> _byLabel = new(StringComparer.Ordinal);

    private ManifestStore(IReadOnlyList<JumbfBox> manifests)
    {
        Active = manifests[^1];
        foreach (var manifest in manifests)
        {
            if (!_byLabel.TryAdd(manifest.Label, manifest))
            {
                throw new ManifestException(StatusCode.GeneralError, $"two manifests are labelled {manifest.Label}");
            }
        }
    }

    public JumbfBox Active { get; }

    /// <exception cref="ManifestException">The bytes hold no manifest store, an empty one, or one beyond a limit.</exception>
    public static ManifestStore Read(ReadOnlyMemory<byte> jumbf, LabelReaderOptions options)
    {
        JumbfBox root;
        try
        {
            root = JumbfParser.Parse(jumbf, options.MaxDepth, options.MaxBoxes);
        }
        catch (InvalidDataException e)
        {
            throw new ManifestException(StatusCode.GeneralError, $"the manifest store is no valid JUMBF: {e.Message}", e);
        }

        if (root.Label != "c2pa")
        {
            throw new ManifestException(StatusCode.GeneralError, "the JUMBF holds no C2PA manifest store");
        }

        // Superboxes of other types are extensions, to be skipped (section 11.1.2); c2md is the older name of c2ma.
        var manifests = root.Children.Where(box => box.Type is "c2ma" or "c2md" or "c2um").ToList();
        return manifests.Count > 0
            ? new ManifestStore(manifests)
            : throw new ManifestException(StatusCode.ClaimMissing, "the manifest store holds no manifest");
    }

    /// <summary>The manifest that an absolute JUMBF URI names.</summary>
    public JumbfBox? Find(string url) =>
        JumbfUri.Parse(url) is { Manifest: { } label, Path: [] } ? _byLabel.GetValueOrDefault(label) : null;
}
