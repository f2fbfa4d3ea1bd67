using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Policies;

/// <summary>How well the text behind a rule is known.</summary>
[JsonConverter(typeof(CamelCase<SourceGrade>))]
public enum SourceGrade
{
    /// <summary>The official text was read.</summary>
    Official,

    /// <summary>Texts that quote it, or an agreeing second source, were read.</summary>
    Quoted,

    /// <summary>Only a summary was read.</summary>
    Summary,

    /// <summary>A draft that is not in force.</summary>
    Draft,

    /// <summary>No law: a rule of the platform.</summary>
    House,
}
