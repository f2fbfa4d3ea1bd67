using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Serverless.Policies;

/// <summary>Every policy in the configured folder, read and checked once.</summary>
public sealed class PolicySet
{
    private readonly Dictionary<string, PolicyFile> _byHash;

    /// <exception cref="InvalidPolicyException">A file is no policy, or two have the same id.</exception>
    /// <exception cref="InvalidOperationException">The folder is missing, or the active policy is not in it.</exception>
    public PolicySet(IOptions<PoliciesOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = Path.Combine(AppContext.BaseDirectory, options.Value.Folder);
        var files = PolicyFile.ReadAll(folder);
        _byHash = files.ToDictionary(file => file.Policy.Hash);
        All = [.. files.Select(file => file.Policy)];
        Active = All.FirstOrDefault(policy => policy.Id == options.Value.Active) ?? throw new InvalidOperationException(
            $"Policies:Active is '{options.Value.Active}', but {folder} holds only {string.Join(", ", All.Select(policy => $"'{policy.Id}'"))}. Set it to one of these or add the file.");
    }

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<Policy> All { get; }

    public Policy Active { get; }

    internal IEnumerable<PolicyFile> Files => _byHash.Values;

    internal bool TryGet(string hash, [NotNullWhen(true)] out Policy? policy)
    {
        policy = _byHash.GetValueOrDefault(hash)?.Policy;
        return policy is not null;
    }
}
