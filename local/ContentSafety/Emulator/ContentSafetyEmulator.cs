using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Local.ContentSafety.Emulator;

internal sealed class ContentSafetyEmulator(string key, TimeProvider time)
{
    public const string DefaultKey = "local-content-safety-key";

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = (routes, key, time);
    }
}
