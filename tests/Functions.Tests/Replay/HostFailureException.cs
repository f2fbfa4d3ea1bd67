using Microsoft.DurableTask.Protobuf;

namespace VideoGate.Tests.Replay;

/// <summary>Thrown by an activity of a test: the host reports this failure in its place.</summary>
internal sealed class HostFailureException(TaskFailureDetails details) : Exception(details.ErrorMessage)
{
    public TaskFailureDetails Details => details;
}
