using AiLabels.Reports;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Policies;

namespace VideoGate.Tests.Support;

/// <summary>The policies that ship with the app, and inputs for them.</summary>
public static class TestPolicies
{
    public static LoadedPolicies Shipped { get; } = new(Options.Create(new PoliciesOptions()));

    public static Policy ById(string id) => Shipped.All.Single(policy => policy.Id == id);

    public static byte[] Text(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Policies", file));

    /// <summary>A case whose content is safe.</summary>
    public static DecisionInput Input(
        AiOrigin file,
        ExplicitLabelCompliance seen = ExplicitLabelCompliance.NotChecked,
        Declaration declared = Declaration.NotAi,
        string? generator = null,
        CredentialIntegrity credentials = CredentialIntegrity.None,
        SignerTrust signer = SignerTrust.None,
        params IReadOnlyList<string> problems) =>
        new(
            new()
            {
                Origin = file,
                Generator = generator,
                Credentials = credentials,
                Signer = signer,
                Findings = new Dictionary<string, int>(),
                Problems = problems,
                BytesRead = 0,
            },
            seen,
            declared,
            SafetyState.Safe);
}
