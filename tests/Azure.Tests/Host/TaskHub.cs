using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.DurableTask.Protobuf;

namespace Serverless.Azure.Tests.Host;

/// <summary>What the Durable Task extension offers to <c>DurableTaskClient</c>, as far as a start, an event and the question whether there is an instance.</summary>
internal sealed class TaskHub(FunctionsHost host) : TaskHubSidecarService.TaskHubSidecarServiceBase
{
    private readonly ConcurrentDictionary<string, Orchestration> _instances = new();

    public IReadOnlyCollection<Orchestration> Instances => [.. _instances.Values];

    public override Task<Empty> Hello(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override Task<CreateInstanceResponse> StartInstance(CreateInstanceRequest request, ServerCallContext context)
    {
        // The extension goes on in the trace of the call, which is that of the function that starts the instance.
        request.ParentTraceContext ??= new() { TraceParent = context.RequestHeaders.GetValue("traceparent") ?? "" };
        return _instances.TryAdd(request.InstanceId, new(host, request, host.Version))
            ? Task.FromResult(new CreateInstanceResponse { InstanceId = request.InstanceId })
            : throw new RpcException(new Status(StatusCode.AlreadyExists, $"'{request.InstanceId}' exists."));
    }

    public override Task<GetInstanceResponse> GetInstance(GetInstanceRequest request, ServerCallContext context) =>
        Task.FromResult(new GetInstanceResponse { Exists = _instances.ContainsKey(request.InstanceId) });

    public override Task<RaiseEventResponse> RaiseEvent(RaiseEventRequest request, ServerCallContext context)
    {
        if (_instances.TryGetValue(request.InstanceId, out var instance))
        {
            instance.Raise(request.Name, request.Input);
        }

        return Task.FromResult(new RaiseEventResponse());
    }
}
