using System.Text.Json;

namespace AiLabels.Generators;

/// <summary>
/// One row of <c>generators.json</c>: a generator and what it leaves behind, each kind of mark matched in its own place only.
/// </summary>
internal sealed record Generator
{
    public required string Name { get; init; }

    /// <summary>Unified social credit codes (18 characters), or the bare names some vendors write as ContentProducer.</summary>
    public IReadOnlyList<string> Producers { get; init; } = [];

    /// <summary>How the vendor's ProduceID values begin.</summary>
    public IReadOnlyList<string> ContentIds { get; init; } = [];

    /// <summary>Organisation or common name in a certificate that signs this generator's content credentials and nobody else's.</summary>
    public IReadOnlyList<string> C2paIssuers { get; init; } = [];

    /// <summary>
    /// The same for a certificate that signs other media too, such as edited photographs: it names the generator of AI content only.
    /// </summary>
    public IReadOnlyList<string> C2paServices { get; init; } = [];

    /// <summary>C2PA softwareAgent or claim generator; a version may follow.</summary>
    public IReadOnlyList<string> C2paAgents { get; init; } = [];

    /// <summary>String members of JSON objects that stand as metadata values.</summary>
    public IReadOnlyList<JsonMark> Metadata { get; init; } = [];

    /// <summary>H.264 and H.265 SEI messages of type user_data_unregistered.</summary>
    public IReadOnlyList<SeiMark> Sei { get; init; } = [];

    /// <summary>Whole words of encoder tags, such as the last one of <c>Lavc60.31.102 h264_slapi</c>.</summary>
    public IReadOnlyList<string> Encoders { get; init; } = [];

    /// <summary>Text that the generator draws into the picture; a version may follow.</summary>
    public IReadOnlyList<string> VisibleMarks { get; init; } = [];
}

/// <param name="Member">Path of the member from the root of the JSON value, such as <c>data.product</c>.</param>
/// <param name="Value">Its whole value, compared without regard to case.</param>
internal sealed record JsonMark(string Member, string Value)
{
    public bool Matches(JsonElement root)
    {
        var element = root;
        foreach (var name in Member.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return false;
            }
        }

        return element.ValueKind == JsonValueKind.String && Value.Equals(element.GetString(), StringComparison.OrdinalIgnoreCase);
    }
}

/// <param name="Uuid">The uuid_iso_iec_11578 of the message; null when only the text is known.</param>
/// <param name="Text">How the payload after the UUID begins.</param>
internal sealed record SeiMark(Guid? Uuid, string Text);
