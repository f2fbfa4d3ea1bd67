using Local.Durable.History;

namespace Local.Durable.Storage;

/// <summary>Something that happened to an instance and waits for its next turn.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Execution">The execution it is meant for; 0: whichever runs.</param>
/// <param name="InboxId">The inbox row to delete with the turn; 0 when the event can be had again otherwise (activities, timers).</param>
internal sealed record Message(HistoryEvent Event, long Execution = 0, long InboxId = 0);

/// <summary>A stored message and the instance it is for.</summary>
/// <param name="Key">The instance.</param>
/// <param name="Message">The message.</param>
/// <param name="Created">What the instance starts from, when this message is what creates it.</param>
internal sealed record Delivery(long Key, Message Message, InstanceHeader? Created = null);

/// <summary>An activity call that has no result yet.</summary>
internal sealed record ActivityTask(
    long Key, long Execution, int TaskId, string InstanceId, string Name, string Version, string? Input, string? TraceParent);

/// <summary>A timer that has not fired. <see cref="StartTaskId"/> stands for the delayed start of an instance.</summary>
internal readonly record struct DueTimer(long FireAt, long Key, long Execution, int TaskId)
{
    public const int StartTaskId = -1;
}
