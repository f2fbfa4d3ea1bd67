using Local.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    /// <param name="args"><c>--port 7071</c>, and settings as <c>--Key value</c>.</param>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(LocalEnvironment.OfProcess(args));
}
