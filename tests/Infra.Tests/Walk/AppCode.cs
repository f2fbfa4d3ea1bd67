using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using VideoGate.Storage;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>Requirements of the function app, read from its code.</summary>
internal static class AppCode
{
    private static readonly Assembly App = typeof(Containers).Assembly;

    private static readonly MethodInfo[] Methods =
        [.. App.GetTypes().SelectMany(
            type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))];

    /// <summary>Container to the name of its connection.</summary>
    public static IDictionary<string, string> Containers { get; } = new StorageOptions().Connections;

    public static JsonElement Host { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "host.json"))).RootElement;

    /// <summary>Section to its options class.</summary>
    public static IReadOnlyDictionary<string, Type> Options { get; } = App.GetTypes()
        .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section")?.IsLiteral is true)
        .ToDictionary(type => (string)type.GetField("Section")!.GetRawConstantValue()!);

    /// <summary>Names in percent signs that triggers read from the settings.</summary>
    public static IEnumerable<string> SettingsOfTriggers { get; } = Triggers<TimerTriggerAttribute>()
        .Select(trigger => trigger.Trigger.Schedule).Where(schedule => schedule.StartsWith('%')).Select(schedule => schedule.Trim('%'));

    /// <summary>Addresses of the HTTP functions, such as <c>/api/uploads/{uploadId}</c>.</summary>
    public static IEnumerable<string> Routes { get; } = Triggers<HttpTriggerAttribute>()
        .Select(trigger => "/" + string.Join('/', new[] { RoutePrefix, trigger.Trigger.Route }.Where(part => !string.IsNullOrEmpty(part))));

    /// <summary>Id to the text of every log message.</summary>
    public static ILookup<int, string> Events { get; } = Methods
        .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>()
        .ToLookup(message => message.EventId, message => message.Message);

    private static string? RoutePrefix => Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString();

    /// <summary>Each trigger of a kind with its function.</summary>
    public static IEnumerable<(string Function, T Trigger)> Triggers<T>()
        where T : Attribute =>
        from method in Methods
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<T>()
        where trigger is not null
        select (function.Name, trigger);
}
