using Microsoft.Extensions.Logging;

namespace Local.Durable.Engine;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Durable engine started on {Database}: {Activities} activities, {Messages} messages and {Timers} timers were pending.")]
    public static partial void Started(ILogger logger, string database, int activities, int messages, int timers);

    [LoggerMessage(2, LogLevel.Warning, "Activity '{Activity}' (#{TaskId}) of instance '{InstanceId}' failed.")]
    public static partial void ActivityFailed(ILogger logger, Exception exception, string activity, int taskId, string instanceId);

    [LoggerMessage(3, LogLevel.Warning, "Orchestration '{Orchestrator}' with id '{InstanceId}' failed: {ErrorType}: {ErrorMessage}")]
    public static partial void OrchestrationFailed(ILogger logger, string orchestrator, string instanceId, string errorType, string errorMessage);

    [LoggerMessage(4, LogLevel.Error, "A turn of instance {Key} could not be stored; it is tried again in {Delay}.")]
    public static partial void TurnNotStored(ILogger logger, Exception exception, long key, TimeSpan delay);
}
