using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Local.Worker.State;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Local.Worker.Http;

/// <summary>The keys of the host, made at the first start and kept in <c>keys.json</c>, readable by its owner alone.</summary>
/// <param name="Master">Opens every level, <c>Admin</c> included.</param>
/// <param name="Function">Opens the level <c>Function</c>.</param>
internal sealed record AccessKeys(string Master, string Function)
{
    private const string Header = "x-functions-key";

    public static AccessKeys LoadOrCreate(string path)
    {
        if (File.Exists(path))
        {
            return JsonSerializer.Deserialize<AccessKeys>(File.ReadAllText(path), JsonSerializerOptions.Web)
                ?? throw new FormatException($"{path} is empty. Delete it, and new keys are made.");
        }

        var keys = new AccessKeys(NewKey(), NewKey());
        PrivateFile.Write(path, JsonSerializer.Serialize(keys, JsonSerializerOptions.Web));
        return keys;
    }

    /// <summary>Whether the request's <c>x-functions-key</c> header or <c>code</c> parameter opens the level.</summary>
    public bool Open(AuthorizationLevel level, HttpRequest request)
    {
        if (level == AuthorizationLevel.Anonymous)
        {
            return true;
        }

        string?[] offered = [.. request.Headers[Header], .. request.Query["code"]];
        return offered.Any(key => Same(key, Master) || (level == AuthorizationLevel.Function && Same(key, Function)));
    }

    private static bool Same(string? offered, string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(offered ?? ""), Encoding.UTF8.GetBytes(key));

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
