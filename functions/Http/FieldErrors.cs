using System.Text.Json.Nodes;

namespace VideoGate.Http;

/// <summary>Collects what is wrong with the fields of a body, all at once.</summary>
public sealed class FieldErrors
{
    private readonly JsonArray _errors = [];

    public void Add(string field, string detail) =>
        _errors.Add((JsonNode)new JsonObject { ["pointer"] = $"#/{field}", ["detail"] = detail });

    /// <returns>The problem to answer with, or null when nothing is wrong.</returns>
    public ProblemResult? ToProblem() => _errors.Count == 0
        ? null
        : Problems.Invalid.Because($"{_errors.Count} field(s) of the body are not valid.").With("errors", _errors);
}
