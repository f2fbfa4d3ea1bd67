using System.Net;
using VideoGate.Local.ContentSafety.Emulator;
using VideoGate.Local.Identity;

namespace VideoGate.Local.Host.Services;

/// <summary>Replaces the Azure services that an app uses: an identity issuer and Content Safety. They serve only this machine.</summary>
internal static class StandIns
{
    /// <param name="stateFolder">Folder of the issuer's key, so that tokens survive a restart.</param>
    public static async Task<WebApplication> StartAsync(int port, string stateFolder, ILoggerFactory loggers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(loggers);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        var routes = app.MapLoopbackOnly();
        new IdentityEndpoints(IdentityKey.LoadOrCreate(Path.Combine(stateFolder, "identity.pem")), app.Configuration, TimeProvider.System,
            loggers.CreateLogger<IdentityEndpoints>())
            .Map(routes);
        new ContentSafetyEmulator(app.Configuration["ContentSafety:Key"] ?? ContentSafetyEmulator.DefaultKey, TimeProvider.System,
            loggers.CreateLogger<ContentSafetyEmulator>())
            .Map(routes);
        await app.StartAsync();
        return app;
    }
}
