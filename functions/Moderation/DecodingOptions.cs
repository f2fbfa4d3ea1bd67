using System.ComponentModel.DataAnnotations;

namespace Serverless.Moderation;

/// <summary>Section <c>Decoding</c>.</summary>
public sealed class DecodingOptions
{
    public const string Section = "Decoding";

    /// <summary>Videos whose pictures are decoded at a time; each keeps about one processor busy.</summary>
    [Range(1, 64)]
    public int MaxParallelVideos { get; set; } = 2;
}
