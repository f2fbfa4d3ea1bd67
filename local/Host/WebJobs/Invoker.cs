using System.Diagnostics;
using Google.Protobuf;
using Microsoft.Azure.WebJobs;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using VideoGate.Local.Host.Rpc;
using VideoGate.Local.Host.Worker;

namespace VideoGate.Local.Host.WebJobs;

/// <summary>Converts calls of the WebJobs SDK to invocations of the worker, and responses to return values.</summary>
internal sealed class Invoker(WorkerSupervisor worker)
{
    private const string SystemBindingData = "sys";

    // Date-like text in a payload remains text.
    private static readonly JsonSerializerSettings Read = new() { DateParseHandling = DateParseHandling.None };

    // Trigger metadata holds arbitrary objects of the extension: those that cannot be serialized are omitted.
    private static readonly JsonSerializerSettings Write = new()
    {
        Error = static (_, error) => error.ErrorContext.Handled = true,
        ReferenceLoopHandling = ReferenceLoopHandling.Ignore,
    };

    /// <param name="inputs">Parameter names and the values bound by the SDK.</param>
    /// <param name="binder">Its binding data is the trigger's metadata.</param>
    public async Task<object?> InvokeAsync(
        string function, IEnumerable<KeyValuePair<string, object?>> inputs, Binder binder, CancellationToken cancellationToken)
    {
        var invocation = New();
        foreach (var (name, value) in inputs)
        {
            invocation.InputData.Add(new ParameterBinding { Name = name, Data = ToRpc(value) });
        }

        foreach (var (name, value) in binder.BindingData)
        {
            if (value is not null && name != SystemBindingData)
            {
                invocation.TriggerMetadata[name] = ToRpc(value);
            }
        }

        var session = await worker.ReadyAsync(cancellationToken);
        return FromRpc((await session.InvokeAsync(function, invocation, cancellationToken)).ReturnValue);
    }

    /// <summary>Creates an invocation in the trace of its caller.</summary>
    public static InvocationRequest New() => new()
    {
        InvocationId = Guid.NewGuid().ToString(),
        TraceContext = new() { TraceParent = Activity.Current?.Id ?? "" },
        RetryContext = new(),
    };

    private static TypedData ToRpc(object? value) => value switch
    {
        null => new(),
        string text => new() { String = text },
        Uri uri => new() { String = uri.ToString() },
        ParameterBindingData data => new()
        {
            ModelBindingData =
                new()
                {
                    Version = data.Version,
                    Source = data.Source,
                    ContentType = data.ContentType,
                    Content = ByteString.CopyFrom(data.Content)
                },
        },
        JToken token => new() { Json = token.ToString(Formatting.None) },
        _ => new() { Json = JsonConvert.SerializeObject(value, Write) },
    };

    private static object? FromRpc(TypedData? value) => value?.DataCase switch
    {
        TypedData.DataOneofCase.String => value.String,
        TypedData.DataOneofCase.Json => JsonConvert.DeserializeObject(value.Json, Read),
        TypedData.DataOneofCase.Bytes => value.Bytes.ToByteArray(),
        _ => null,
    };
}
