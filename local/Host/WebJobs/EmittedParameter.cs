using System.Reflection.Emit;
using System.Text.Json;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using VideoGate.Local.Host.Worker;

namespace VideoGate.Local.Host.WebJobs;

/// <summary>A parameter of an emitted method: extensions bind it by its type and attribute.</summary>
internal sealed record EmittedParameter(string Name, Type Type, CustomAttributeBuilder Attribute, bool IsTrigger)
{
    /// <returns>The parameter, or null for bindings outside the WebJobs SDK: HTTP and return values.</returns>
    public static EmittedParameter? Of(JsonElement binding)
    {
        string? Text(string property) => FunctionMetadata.Text(binding, property);
        bool? Flag(string property) => FunctionMetadata.Flag(binding, property);
        return Text("type") switch
        {
            "orchestrationTrigger" => Trigger<OrchestrationTriggerAttribute>(typeof(string), [], ("Orchestration", Text("orchestration"))),
            "activityTrigger" => Trigger<ActivityTriggerAttribute>(typeof(string), [], ("Activity", Text("activity"))),
            "timerTrigger" => Trigger<TimerTriggerAttribute>(
                typeof(TimerInfo), [Text("schedule")!], ("RunOnStartup", Flag("runOnStartup")), ("UseMonitor", Flag("useMonitor"))),
            // Binds the blob's properties: a stream or a string would download it.
            "blobTrigger" => Trigger<BlobTriggerAttribute>(
                typeof(ParameterBindingData), [Text("path")!], ("Connection", Text("connection")),
                ("Source", Enum.Parse<BlobTriggerSource>(Text("source") ?? "LogsAndContainerScan"))),
            "durableClient" => new(Text("name")!, typeof(string), Attributed<DurableClientAttribute>([]), IsTrigger: false),
            "httpTrigger" or "http" or null => null,
            var type => throw new HostException($"This host does not support the binding {type}; `func start` does."),
        };

        EmittedParameter Trigger<T>(Type type, object[] arguments, params (string Name, object? Value)[] properties) =>
            new(Text("name")!, type, Attributed<T>(arguments, properties), IsTrigger: true);
    }

    private static CustomAttributeBuilder Attributed<T>(object[] arguments, params (string Name, object? Value)[] properties)
    {
        var set = properties.Where(property => property.Value is not null).ToArray();
        return new(
            typeof(T).GetConstructor([.. arguments.Select(argument => argument.GetType())])!,
            arguments,
            [.. set.Select(property => typeof(T).GetProperty(property.Name)!)],
            [.. set.Select(property => property.Value!)]);
    }
}
