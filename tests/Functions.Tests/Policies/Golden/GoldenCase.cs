using System.Globalization;
using System.Text.Json;
using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Testing;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Policies.Golden;

/// <summary>One row of <c>golden-cases.json</c>: facts, and what a law asks.</summary>
internal sealed record GoldenCase(string Id, string Law, JsonElement In, JsonElement Out)
{
    private const string Today = "2026-11-30";
    private const string CaliforniaBegins = "2027-01-01";

    public static IReadOnlyList<GoldenCase> All { get; } = Read();

    public Decision Decide(Declaration? declaration = null)
    {
        var policy = TestPolicies.ById(PolicyId());
        var input = Input(declaration ?? Declared());
        var day = Text(In, "on") ?? (policy.Jurisdiction is "US-CA" ? CaliforniaBegins : Today);
        var at = DateTimeOffset.Parse($"{day}T00:00:00Z", CultureInfo.InvariantCulture);
        return PolicyEngine.Decide(policy, input with { Safety = policy.Safety is null ? SafetyState.NotChecked : SafetyState.Safe }, at);
    }

    public bool AnyDeclaration => Text(In, "declaration") is "any";

    private string PolicyId() => (Id, Text(In, "country")) switch
    {
        ("CN-12", _) => "cn-virtual-humans-draft",
        ("IN-7", _) => "in-it-rules-draft",
        (_, "CN") => "cn-labeling-measures",
        (_, "EU") => "eu-ai-act",
        (_, "US-CA") => "us-california",
        (_, "IN") => "in-it-rules",
        (_, "VN") => "vn-decree-142",
        (_, "KR") => "kr-ai-basic-act",
        _ => throw new InvalidOperationException($"{Id} names no country of a policy."),
    };

    private DecisionInput Input(Declaration declaration)
    {
        var labels = TestPolicies.Input(FileOrigin(declaration)).Labels with
        {
            Credentials = Text(In, "credentials") is "intact" ? CredentialIntegrity.Intact : CredentialIntegrity.None,
            Signer = Text(In, "signer") is "trusted" ? SignerTrust.Trusted : SignerTrust.None,
            Captured = Text(In, "dst") is "digitalCapture",
        };
        return new(labels, Seen(), declaration)
        {
            Realism = Value<Realism>("realism"),
            EditKind = Text(In, "edit") switch { null => EditKind.Unknown, "quality only" => EditKind.Quality, _ => EditKind.Routine },
        };
    }

    private AiOrigin FileOrigin(Declaration declaration) => this switch
    {
        _ when Text(In, "fileSays") is "Label 1" || Text(In, "dst") is "trainedAlgorithmicMedia" => AiOrigin.Confirmed,
        _ when Text(In, "aiMark") is not null || Id is "CN-12" => AiOrigin.Confirmed,
        _ when declaration is Declaration.Generated or Declaration.Edited => AiOrigin.NotFound,
        _ => Value<AiOrigin>("origin"),
    };

    private ExplicitLabelCompliance Seen() => this switch
    {
        _ when In.TryGetProperty("firstShownAt", out _) => ExplicitLabelCompliance.NotAtStart,
        _ when Text(In, "labelSpan") is "start" || Text(In, "seen") is "explicit label or trace" => ExplicitLabelCompliance.Present,
        _ => ExplicitLabelCompliance.Missing,
    };

    // A row about marks that are missing is about generated content.
    private Declaration Declared() => Text(In, "declaration") is { } said and not "any"
        ? Enum.Parse<Declaration>(said, ignoreCase: true)
        : Text(In, "marking") is "none" ? Declaration.Generated : Declaration.NotAi;

    private T Value<T>(string name)
        where T : struct, Enum => Text(In, name) is { } text ? Enum.Parse<T>(text, ignoreCase: true) : default;

    public static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static List<GoldenCase> Read()
    {
        var path = Path.Combine(Repository.Root, "tests", "Functions.Tests", "Policies", "Golden", "golden-cases.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. document.RootElement.GetProperty("cases").EnumerateArray().Select(row => new GoldenCase(
                Text(row, "id")!, Text(row, "law")!, row.GetProperty("in").Clone(), row.GetProperty("out").Clone())),
        ];
    }
}
