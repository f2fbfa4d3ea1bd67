namespace AiLabels.Reports;

/// <summary>A product on the C2PA Conforming Products List.</summary>
public sealed record ConformingProduct
{
    /// <summary>Common name in its certificates.</summary>
    public required string Name { get; init; }

    /// <summary>Organization in its certificates.</summary>
    public required string Organization { get; init; }

    public string? RecordId { get; init; }

    /// <summary>Assurance level that it may reach, 1 or 2.</summary>
    public int? AssuranceLevel { get; init; }

    /// <summary>Whether it was assessed for making credentials of video.</summary>
    public bool MakesVideo { get; init; }

    /// <summary>Signals of the asset rubrics that it may not give.</summary>
    public IReadOnlyList<RubricSignal> DisallowedSignals { get; init; } = [];
}
