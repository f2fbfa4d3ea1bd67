using AiLabels.C2pa.Jumbf;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa.Manifests;

/// <summary>All manifests of one file; the last is the active one (C2PA 2.2, section 15.5.1).</summary>
internal sealed class ManifestStore
{
    private readonly Dictionary<string, JumbfBox> _byLabel = new(StringComparer.Ordinal);

    private ManifestStore(IReadOnlyList<JumbfBox> manifests)
    {
        (Manifests, Active) = (manifests, manifests[^1]);
        foreach (var manifest in manifests)
        {
            if (!_byLabel.TryAdd(manifest.Label, manifest))
            {
                throw new ManifestException(StatusCode.GeneralError, $"two manifests are labelled {manifest.Label}");
            }
        }
    }

    /// <summary>In file order, compressed ones expanded.</summary>
    public IReadOnlyList<JumbfBox> Manifests { get; }

    public JumbfBox Active { get; }

    /// <param name="parts">The store, or the original one and the one with updates at the end of the file (annex A.5.3).</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="ManifestException">The bytes hold no manifest store, an empty one, or one that exceeds a limit.</exception>
    public static ManifestStore Read(IReadOnlyList<ManifestStoreData> parts, LabelReaderOptions options)
    {
        var expander = new ManifestExpander(options, parts.Sum(part => part.Jumbf.Length));
        var manifests = new List<JumbfBox>();
        foreach (var part in parts)
        {
            // Superboxes of other types are extensions, which readers skip (section 11.1.2).
            var own = ReadRoot(part, options).Children.Where(ManifestType.IsManifest).Select(expander.Expand).ToList();
            manifests.AddRange(part.Role != StoreRole.Update || own.TrueForAll(ManifestType.IsUpdate)
                ? own
                : throw new ManifestException(StatusCode.ManifestUpdateInvalid, "the store with updates contains other manifests"));
        }

        return manifests.Count > 0
            ? new ManifestStore(manifests)
            : throw new ManifestException(StatusCode.ClaimMissing, "the manifest store contains no manifest");
    }

    /// <summary>Returns the manifest that an absolute JUMBF URI names.</summary>
    public JumbfBox? Find(string url) =>
        JumbfUri.Parse(url) is { Manifest: { } label, Path: [] } ? _byLabel.GetValueOrDefault(label) : null;

    private static JumbfBox ReadRoot(ManifestStoreData part, LabelReaderOptions options)
    {
        try
        {
            var root = JumbfParser.Parse(part.Jumbf, part.Source.Offset, options.MaxDepth, options.MaxBoxes);
            return root.Label == "c2pa" ? root : throw new InvalidDataException("it is not labelled c2pa");
        }
        catch (InvalidDataException e)
        {
            throw new ManifestException(StatusCode.GeneralError, $"the JUMBF is not a C2PA manifest store: {e.Message}", e);
        }
    }
}
