using Local.Durable.History;

namespace Local.Durable.Storage;

/// <summary>A turn to be stored.</summary>
/// <param name="Instance">Whose turn it is.</param>
/// <param name="Batch">Its place in the history, from 0.</param>
/// <param name="Taken">The messages that set it off.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="At">When, as UTC ticks.</param>
internal sealed record TurnCommit(InstanceHeader Instance, int Batch, IReadOnlyList<Message> Taken, TurnOutcome Outcome, long At)
{
    /// <summary>The events in their stored form, written before the single writer has to wait for it.</summary>
    public string Events { get; } = HistoryJson.Write(Outcome.Events);
}

/// <summary>What a committed write sets off in memory.</summary>
internal sealed class Effects
{
    /// <summary>Messages that are stored and now to be delivered.</summary>
    public List<Delivery> Deliveries { get; } = [];

    /// <summary>Instances that no longer exist.</summary>
    public List<long> Gone { get; } = [];

    /// <summary>Ids of instances whose status may have changed.</summary>
    public List<string> Changed { get; } = [];

    /// <summary>Timers to wait for.</summary>
    public List<DueTimer> Timers { get; } = [];

    public void Add(Effects other)
    {
        Deliveries.AddRange(other.Deliveries);
        Gone.AddRange(other.Gone);
        Changed.AddRange(other.Changed);
        Timers.AddRange(other.Timers);
    }
}
