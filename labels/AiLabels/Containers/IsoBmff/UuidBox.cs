namespace AiLabels.Containers.IsoBmff;

/// <summary>Extended types of uuid boxes that carry labels.</summary>
internal static class UuidBox
{
    public const int TypeLength = 16;

    /// <summary>XMP, ISO 16684-1 and Adobe's XMP Specification Part 3.</summary>
    public static Guid Xmp { get; } = new("be7acfcb-97a9-42e8-9c71-999491e3afac");

    /// <summary>C2PA, Technical Specification annex A.5.</summary>
    public static Guid C2pa { get; } = new("d8fec3d6-1b0e-483c-9297-5828877ec481");
}
