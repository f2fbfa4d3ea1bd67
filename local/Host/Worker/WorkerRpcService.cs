using Grpc.Core;
using VideoGate.Local.Host.Rpc;

namespace VideoGate.Local.Host.Worker;

/// <summary>The service that workers connect to; each keeps one stream open for its lifetime.</summary>
internal sealed class WorkerRpcService(WorkerSupervisor supervisor) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (await requestStream.MoveNext(context.CancellationToken) && requestStream.Current.StartStream is { } start)
        {
            await supervisor.ConnectAsync(start.WorkerId, requestStream, responseStream, context.CancellationToken);
        }
    }
}
