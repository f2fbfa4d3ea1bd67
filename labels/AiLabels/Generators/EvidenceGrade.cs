namespace AiLabels.Generators;

/// <summary>How a mark is known.</summary>
internal enum EvidenceGrade
{
    /// <summary><c>M</c>: background knowledge.</summary>
    Mentioned,

    /// <summary><c>C</c>: seen in third-party code or dumps of files.</summary>
    Corroborated,

    /// <summary><c>P</c>: in a list that its publisher maintains, such as a trust list.</summary>
    Published,

    /// <summary><c>V</c>: read in files of the generator or in the vendor's own words.</summary>
    Verified,
}
