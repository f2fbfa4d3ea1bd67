using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;
using AiLabels.Reading;

namespace AiLabels.C2pa.Validation;

/// <summary>
/// Assertions with external data (C2PA 2.2, section 18.11). They are reported and never fetched: an upload could make the service send
/// requests to any host.
/// </summary>
internal static class ExternalData
{
    public const string Name = "c2pa.cloud-data";

    private const int MaxUrlLength = 256;
    private static readonly string[] Required = ["label", "size", "location", "content_type"];

    /// <summary>Returns the fault of a reference (section 15.10.3.2.1); null if there is none.</summary>
    public static Fault? ViolationOf(Assertion assertion) =>
        Required.FirstOrDefault(field => assertion.Cbor?[field] is null) is { } field
            ? new Fault(StatusCode.CloudDataMalformed, $"the assertion {assertion.Box.Label} has no {field}")
            : assertion.Cbor!["label"]?.Text?.StartsWith("c2pa.hash.", StringComparison.Ordinal) == true
                ? new Fault(StatusCode.CloudDataHardBinding, "the content hash is stored externally")
                : null;

    /// <summary>Returns a fault for every assertion that could not be read.</summary>
    public static IEnumerable<Fault> Find(Manifest manifest) => manifest.Assertions
        .Where(assertion => assertion.Name is Name or "c2pa.external-reference")
        .Select(assertion => new Fault(
            StatusCode.AssertionInaccessible,
            $"{Label(assertion.Cbor) ?? assertion.Box.Label} is stored at {Url(assertion.Cbor) ?? "an unknown URL"}, which is not fetched"));

    private static string? Label(CborNode? reference) => reference?["label"]?.Text?.Truncate(MaxUrlLength);

    private static string? Url(CborNode? reference) => reference?["location"]?["url"]?.Text?.Truncate(MaxUrlLength);
}
