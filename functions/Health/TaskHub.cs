using Microsoft.DurableTask.Client;

namespace VideoGate.Health;

/// <summary>Keeps the task hub's client of the last function that was given one, for those that must run without.</summary>
/// <remarks>
/// The host refuses a function that binds the client before the worker is called, when its own settings lack something. The report that
/// names what is missing must not be refused with it.
/// </remarks>
public sealed class TaskHub
{
    private volatile DurableTaskClient? _client;

    /// <summary>Gets the client; null until a function that binds it has run in this worker.</summary>
    internal DurableTaskClient? Client
    {
        get => _client;
        set => _client = value;
    }
}
