using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace VideoGate.Policies;

/// <summary>All policies in the configured folder, read and validated once.</summary>
public sealed class LoadedPolicies
{
    private readonly Dictionary<string, PolicyFile> _byHash;

    /// <exception cref="InvalidPolicyException">A file is not a valid policy, or two policies have the same id.</exception>
    /// <exception cref="InvalidOperationException">
    /// The folder does not exist, the active or the shadow policy is not in it, or both are the same.
    /// </exception>
    public LoadedPolicies(IOptions<PoliciesOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = Path.Combine(AppContext.BaseDirectory, options.Value.Folder);
        var files = PolicyFile.ReadAll(folder);
        _byHash = files.ToDictionary(file => file.Policy.Hash);
        All = [.. files.Select(file => file.Policy)];
        Active = Require("Policies:Active", options.Value.Active, folder);
        Shadow = string.IsNullOrEmpty(options.Value.Shadow) ? null : Require("Policies:Shadow", options.Value.Shadow, folder);
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

    internal IEnumerable<PolicyFile> Files => _byHash.Values;

    internal bool TryGet(string hash, [NotNullWhen(true)] out PolicyFile? file) => _byHash.TryGetValue(hash, out file);

    private Policy Require(string setting, string id, string folder) =>
        All.FirstOrDefault(policy => policy.Id == id) ?? throw new InvalidOperationException(
        $"{setting} is '{id}', but {folder} holds only {string.Join(", ", All.Select(policy => $"'{policy.Id}'"))}. Set it to one of these or add the file.");
}
