using System.Text.Json.Nodes;

namespace VideoGate.Http;

/// <summary>Collects all field errors of a body.</summary>
public sealed class FieldErrors
{
    private readonly JsonArray _errors = [];

    public void Add(string field, string detail) =>
        _errors.Add((JsonNode)new JsonObject { ["pointer"] = $"#/{field}", ["detail"] = detail });

    /// <returns>The problem to return, or null if there are no errors.</returns>
    public ProblemResult? ToProblem() => _errors.Count == 0
        ? null
        : Problems.Invalid.Because($"{_errors.Count} field(s) of the body are invalid.").With("errors", _errors);
}
