using System.Collections.Concurrent;
using Local.Durable.Storage;

namespace Local.Durable.Engine;

/// <summary>
/// The instances in memory. One that waits is kept as long as there is room, so that its next event finds it at its place; when there is not, the
/// longest idle one leaves and is replayed when it is needed.
/// </summary>
/// <param name="maxIdle">How many waiting instances are kept.</param>
/// <param name="schedule">Schedules a turn.</param>
internal sealed class InstanceTable(int maxIdle, Action<Instance> schedule)
{
    private readonly ConcurrentDictionary<long, Instance> _instances = new();
    private readonly LinkedList<Instance> _idle = [];

    public void Deliver(Delivery delivery)
    {
        while (true)
        {
            var instance = _instances.GetOrAdd(delivery.Key, key => new Instance(key) { Header = delivery.Created });
            if (instance.TryPost(delivery.Message, out var wake))
            {
                Wake(instance, wake);
                return;
            }

            _instances.TryRemove(new(delivery.Key, instance));
        }
    }

    public void Interrupt(Instance instance) => Wake(instance, instance.Interrupt());

    /// <summary>Ends an instance's turn: another one, or idle.</summary>
    public void Finish(Instance instance, int putBack = 0)
    {
        if (instance.Finish(putBack))
        {
            schedule(instance);
        }
        else
        {
            Rest(instance);
        }
    }

    /// <summary>Drops an instance from memory; returns the messages it leaves behind.</summary>
    public List<Message> Remove(Instance instance)
    {
        Rouse(instance);
        var left = instance.Leave();
        _instances.TryRemove(new(instance.Key, instance));
        return left;
    }

    /// <summary>Drops an instance that no longer exists.</summary>
    public void Forget(long key)
    {
        if (_instances.TryGetValue(key, out var instance))
        {
            Remove(instance);
        }
    }

    private void Wake(Instance instance, bool wake)
    {
        if (wake)
        {
            Rouse(instance);
            schedule(instance);
        }
    }

    private void Rouse(Instance instance)
    {
        lock (_idle)
        {
            if (instance.IdleNode is { List: not null } node)
            {
                _idle.Remove(node);
            }
        }
    }

    private void Rest(Instance instance)
    {
        lock (_idle)
        {
            instance.IdleNode ??= new(instance);
            if (instance.IdleNode.List is null)
            {
                _idle.AddLast(instance.IdleNode);
            }

            while (_idle.Count > maxIdle)
            {
                var longest = _idle.First!.Value;
                _idle.RemoveFirst();
                if (longest.TryEvict())
                {
                    _instances.TryRemove(new(longest.Key, longest));
                }
            }
        }
    }
}
