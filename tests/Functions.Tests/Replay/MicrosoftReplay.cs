using Google.Protobuf;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Worker.Grpc;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VideoGate.Tests.Replay;

/// <summary>One turn of an orchestrator, run by the same code as in the Functions worker.</summary>
internal static class MicrosoftReplay
{
    /// <param name="turn">The history so far as past events, and the arrived events as new events.</param>
    /// <returns>The actions that the orchestrator requests.</returns>
    public static OrchestratorResponse Run<TInput, TOutput>(
        OrchestratorRequest turn, Func<TaskOrchestrationContext, Task<TOutput>> code, ILoggerFactory loggers)
    {
        using var services =
            new ServiceCollection().AddSingleton(new DurableTaskShimFactory(options: null, loggers)).BuildServiceProvider();
        var response = GrpcOrchestrationRunner.LoadAndRun<TInput, TOutput>(
            turn.ToByteString().ToBase64(), async (context, _) => await code(context), services);
        return OrchestratorResponse.Parser.ParseFrom(ByteString.FromBase64(response));
    }
}
