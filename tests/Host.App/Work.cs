using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace HostApp;

public static class Work
{
    [Function(nameof(Work))]
    public static Task<string> RunAsync([ActivityTrigger] WorkRequest request, CancellationToken cancellationToken) =>
        DoAsync(request, cancellationToken);

    public static async Task<string> DoAsync(WorkRequest request, CancellationToken cancellationToken)
    {
        var lines = Markers.Append(request.Key, "started");
        switch (request.How)
        {
            case "fail" when lines < 3:
                throw new InvalidOperationException($"Failed at {request.Key}.");
            case "die" when lines == 1:
                Process.GetCurrentProcess().Kill();
                break;
        }

        try
        {
            await Task.Delay(TimeSpan.FromSeconds(request.Seconds), request.How == "ignore" ? CancellationToken.None : cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Markers.Append(request.Key, "cancelled");
            throw;
        }

        Markers.Append(request.Key, "ended");
        return request.Key;
    }
}
