using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Duties;

namespace VideoGate.Policies;

/// <summary>All policies in the configured folder, read and validated once.</summary>
public sealed class LoadedPolicies
{
    private readonly Dictionary<string, PolicyFile> _byHash;
    private readonly PoliciesOptions _options;

    /// <exception cref="InvalidPolicyException">A file is not a valid policy, or two policies have the same id.</exception>
    /// <exception cref="InvalidOperationException">
    /// The folder does not exist, a policy named by a setting is not in it, the active policy has no review section or is the shadow
    /// policy, too, or a jurisdiction is not a code of one.
    /// </exception>
    public LoadedPolicies(IOptions<PoliciesOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        var folder = Path.Combine(AppContext.BaseDirectory, options.Value.Folder);
        var files = PolicyFile.ReadAll(folder);
        _byHash = files.ToDictionary(file => file.Policy.Hash);
        All = [.. files.Select(file => file.Policy)];
        Active = Require("Policies:Active", options.Value.Active, folder);
        Shadow = string.IsNullOrEmpty(options.Value.Shadow) ? null : Require("Policies:Shadow", options.Value.Shadow, folder);
        foreach (var (index, id) in _options.Drafts.Index())
        {
            Require($"Policies:Drafts:{index}", id, folder);
        }

        if (_options.Jurisdictions.FirstOrDefault(code => !Jurisdictions.IsValid(code)) is { } wrong)
        {
            throw new InvalidOperationException($"Policies:Jurisdictions has '{wrong}'. Use codes such as CN, EU or US-CA.");
        }

        if (!Active.HasReview)
        {
            throw new InvalidOperationException(
                $"Policies:Active is '{Active.Id}', which has no review section. Add one, or name its jurisdiction in Policies:Jurisdictions.");
        }

        if (Shadow == Active)
        {
            throw new InvalidOperationException(
                $"Policies:Shadow is '{Active.Id}', which is already the active policy. Set it to another policy or remove it.");
        }
    }

    /// <summary>Ordered by id.</summary>
    public IReadOnlyList<Policy> All { get; }

    public Policy Active { get; }

    /// <summary>The shadow policy, evaluated on new cases without effect, or null if none is set.</summary>
    public Policy? Shadow { get; }

    /// <summary>Gets the policies to ask beside <see cref="Active"/>, in the order of their ids.</summary>
    /// <param name="audience">Jurisdictions of the audience; if empty, the configured ones.</param>
    public IReadOnlyList<Policy> LawsFor(IReadOnlyList<string> audience)
    {
        ArgumentNullException.ThrowIfNull(audience);
        IEnumerable<string> places = audience.Count > 0 ? audience : _options.Jurisdictions;
        return [.. All.Where(policy => policy != Active
            && IsInForce(policy)
            && places.Any(place => Jurisdictions.Applies(policy.Jurisdiction!, place)))];
    }

    /// <summary>Gets whether a policy is asked for the audience of its jurisdiction.</summary>
    public bool IsInForce(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy is { Jurisdiction: not null } && (!policy.IsDraft || _options.Drafts.Contains(policy.Id));
    }

    internal IEnumerable<PolicyFile> Files => _byHash.Values;

    internal bool TryGet(string hash, [NotNullWhen(true)] out PolicyFile? file) => _byHash.TryGetValue(hash, out file);

    private Policy Require(string setting, string id, string folder) =>
        All.FirstOrDefault(policy => policy.Id == id) ?? throw new InvalidOperationException(
        $"{setting} is '{id}', but {folder} holds only {string.Join(", ", All.Select(policy => $"'{policy.Id}'"))}. Set it to one of these or add the file.");
}
