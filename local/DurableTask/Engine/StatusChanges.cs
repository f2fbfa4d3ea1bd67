namespace Local.Durable.Engine;

/// <summary>Wakes those who wait for an instance when something about it was committed.</summary>
internal sealed class StatusChanges
{
    private readonly Dictionary<string, Watch> _watches = new(StringComparer.Ordinal);

    /// <summary>Watches an instance from now on; dispose to stop.</summary>
    public Watch Start(string instanceId)
    {
        lock (_watches)
        {
            if (!_watches.TryGetValue(instanceId, out var watch))
            {
                _watches.Add(instanceId, watch = new(this, instanceId));
            }

            watch.Watchers++;
            return watch;
        }
    }

    public void Signal(string instanceId)
    {
        lock (_watches)
        {
            if (_watches.Remove(instanceId, out var watch))
            {
                watch.Signal();
            }
        }
    }

    /// <summary>The next change of one instance, for all who wait for it.</summary>
    internal sealed class Watch(StatusChanges changes, string instanceId) : IDisposable
    {
        private readonly TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Watchers { get; set; }

        public Task Changed => _changed.Task;

        public void Signal() => _changed.TrySetResult();

        public void Dispose()
        {
            lock (changes._watches)
            {
                if (--Watchers == 0 && changes._watches.GetValueOrDefault(instanceId) == this)
                {
                    changes._watches.Remove(instanceId);
                }
            }
        }
    }
}
