using VideoGate.Local.Host.Rpc;

namespace VideoGate.Local.Host.Worker;

/// <summary>A function failed. The Durable extension parses exactly this message to tell it from a failure of the host.</summary>
internal sealed class FunctionFailedException(StatusResult result)
    : Exception($"Result: {result.Status}\nException: {result.Exception?.Message}\nStack: {result.Exception?.StackTrace}");
