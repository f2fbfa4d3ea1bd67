using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Tests.Support;

/// <summary>The app's instruments, without a listener.</summary>
public static class TestMetrics
{
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddMetrics().AddSingleton(TimeProvider.System).BuildServiceProvider();

    public static T Of<T>()
        where T : class =>
        ActivatorUtilities.CreateInstance<T>(Services, Services.GetRequiredService<IMeterFactory>());
}
