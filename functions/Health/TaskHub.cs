using Microsoft.DurableTask.Client;

namespace VideoGate.Health;

/// <summary>Keeps the durable client bound by the last function, for functions that must run without the binding.</summary>
/// <remarks>
/// If its own settings are incomplete, the host rejects any function that binds the client before it calls the worker. The health report,
/// which names the missing settings, must still respond.
/// </remarks>
public sealed class TaskHub
{
    private volatile DurableTaskClient? _client;

    /// <summary>Gets the client, or null until a function that binds it has run in this worker.</summary>
    internal DurableTaskClient? Client
    {
        get => _client;
        set => _client = value;
    }
}
