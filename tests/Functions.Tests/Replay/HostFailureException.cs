using Microsoft.DurableTask.Protobuf;

namespace VideoGate.Tests.Replay;

/// <summary>Thrown by a test's activity: the host reports this failure instead.</summary>
internal sealed class HostFailureException(TaskFailureDetails details) : Exception(details.ErrorMessage)
{
    public TaskFailureDetails Details => details;
}
