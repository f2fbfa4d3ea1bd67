using AiLabels.C2pa.Jumbf;

namespace AiLabels.C2pa.Manifests;

/// <summary>JUMBF types of manifests and claims (C2PA 2.2, section 11.1.4.2).</summary>
internal static class ManifestType
{
    public const string Compressed = "c2cm";
    public const string Claim = "c2cl";

    private const string Update = "c2um";

    // c2md is the former type of standard manifests, now c2ma (section 11.2.2).
    private static readonly HashSet<string> All = ["c2ma", "c2md", Update, Compressed];

    public static bool IsManifest(JumbfBox box) => All.Contains(box.Type);

    public static bool IsUpdate(JumbfBox box) => box.Type == Update;
}
