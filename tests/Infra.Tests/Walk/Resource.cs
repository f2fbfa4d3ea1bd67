using System.Text.Json;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>A resource of a snapshot. Values that only Azure knows are expressions in brackets.</summary>
/// <param name="Id">The whole resource id.</param>
/// <param name="FullName">Its name after those of its parents.</param>
internal sealed record Resource(string Id, string Type, string FullName, JsonElement Body)
{
    public JsonElement Properties => Body.GetProperty("properties");

    public string Name => FullName.Split('/')[^1];

    /// <summary>The account of a container, a queue or a service.</summary>
    public string Account => FullName.Split('/')[0];

    /// <summary>The target of an extension resource, such as a role assignment, as <see cref="PathOf"/>.</summary>
    public string Scope => PathOf(Id[..Id.LastIndexOf("/providers/", StringComparison.Ordinal)]);

    /// <summary>The names of a resource id, such as <c>/account/default/uploads</c>.</summary>
    public static string PathOf(string id)
    {
        var parts = id[(id.LastIndexOf("/providers/", StringComparison.Ordinal) + "/providers/".Length)..].Split('/');
        return "/" + string.Join('/', parts.Skip(2).Where((_, index) => index % 2 == 0));
    }
}
