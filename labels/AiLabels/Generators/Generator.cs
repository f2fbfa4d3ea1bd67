using System.Text.Json;

namespace AiLabels.Generators;

/// <summary>One row of <c>generators.json</c>: a generator and its marks, each kind matched only in its own place.</summary>
internal sealed record Generator
{
    public required string Name { get; init; }

    /// <summary>How well the weakest mark of the row is known.</summary>
    public required EvidenceGrade Evidence { get; init; }

    /// <summary>Unified social credit codes (18 characters), or the plain names that some vendors write as ContentProducer.</summary>
    public IReadOnlyList<string> Producers { get; init; } = [];

    /// <summary>Prefixes of the vendor's ProduceID values.</summary>
    public IReadOnlyList<string> ContentIds { get; init; } = [];

    /// <summary>Organization or common name in a certificate that signs only this generator's content credentials.</summary>
    public IReadOnlyList<string> C2paIssuers { get; init; } = [];

    /// <summary>
    /// Organization or common name in a certificate that also signs other media, such as edited photographs: it identifies the generator of
    /// AI content only.
    /// </summary>
    public IReadOnlyList<string> C2paServices { get; init; } = [];

    /// <summary>C2PA softwareAgent or claim generator; a version may follow.</summary>
    public IReadOnlyList<string> C2paAgents { get; init; } = [];

    /// <summary>String members of JSON objects in metadata values.</summary>
    public IReadOnlyList<JsonMark> Metadata { get; init; } = [];

    /// <summary>H.264 and H.265 SEI messages of type user_data_unregistered.</summary>
    public IReadOnlyList<SeiMark> Sei { get; init; } = [];

    /// <summary>Whole words of encoder tags, such as the last one of <c>Lavc60.31.102 h264_slapi</c>.</summary>
    public IReadOnlyList<string> Encoders { get; init; } = [];

    /// <summary>
    /// Beginnings of the names of its model files, letters and digits only, such as <c>wan2</c> for <c>Wan2.1_t2v.safetensors</c>.
    /// </summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Values of XMP's CreatorTool, IPTC's AISystemUsed and Credit; a version may follow.</summary>
    public IReadOnlyList<string> Credits { get; init; } = [];

    /// <summary>Text that the generator draws into the picture; a version may follow.</summary>
    public IReadOnlyList<string> VisibleMarks { get; init; } = [];
}

/// <param name="Member">Path of the member from the root of the JSON value, such as <c>data.product</c>.</param>
/// <param name="Value">Its whole value, compared case-insensitively.</param>
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

/// <param name="Uuid">The uuid_iso_iec_11578 of the message; null if only the text is known.</param>
/// <param name="Text">Prefix of the payload after the UUID.</param>
internal sealed record SeiMark(Guid? Uuid, string Text);
