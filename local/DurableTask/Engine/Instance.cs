using Local.Durable.History;
using Local.Durable.Replay;
using Local.Durable.Storage;

namespace Local.Durable.Engine;

/// <summary>
/// An instance in memory: its mailbox, and between turns the execution it has reached. Anyone may post; only the turn that runs touches the rest.
/// </summary>
internal sealed class Instance(long key)
{
    private readonly Lock _lock = new();
    private List<Message> _mailbox = [];
    private Phase _phase = Phase.Idle;
    private bool _interrupted;

    private enum Phase
    {
        Idle,
        Busy,
        Gone,
    }

    public long Key => key;

    /// <summary>What the execution started from; null until it is loaded.</summary>
    public InstanceHeader? Header { get; set; }

    /// <summary>The execution; null before its first turn in memory.</summary>
    public OrchestrationRun? Run { get; set; }

    /// <summary>The number of turns in its history.</summary>
    public int Turns { get; set; }

    /// <summary>Its place among the idle instances.</summary>
    public LinkedListNode<Instance>? IdleNode { get; set; }

    /// <summary>Adds a message. False when the instance has left memory; the caller then starts afresh.</summary>
    /// <param name="message">The message.</param>
    /// <param name="wake">Whether a turn is to be scheduled.</param>
    public bool TryPost(Message message, out bool wake)
    {
        lock (_lock)
        {
            wake = _phase == Phase.Idle;
            if (_phase == Phase.Gone)
            {
                return false;
            }

            _mailbox.Add(message);
            _phase = Phase.Busy;
            return true;
        }
    }

    /// <summary>Notes that its code ran outside a turn, which the next turn judges. True when a turn is to be scheduled.</summary>
    public bool Interrupt()
    {
        lock (_lock)
        {
            _interrupted = true;
            var wake = _phase == Phase.Idle;
            _phase = wake ? Phase.Busy : _phase;
            return wake;
        }
    }

    /// <summary>The messages for the turn that begins.</summary>
    public (List<Message> Messages, bool Interrupted) Take()
    {
        lock (_lock)
        {
            var taken = (_mailbox, _interrupted);
            (_mailbox, _interrupted) = ([], false);
            return taken;
        }
    }

    /// <summary>Puts messages back in front, for a later turn.</summary>
    public void PutBack(List<Message> messages)
    {
        lock (_lock)
        {
            _mailbox.InsertRange(0, messages);
        }
    }

    /// <summary>Ends a turn. True when more has come meanwhile and another is to be scheduled.</summary>
    /// <param name="seen">How many messages were put back, which alone are no reason for another turn.</param>
    public bool Finish(int seen)
    {
        lock (_lock)
        {
            if (_mailbox.Count > seen || _interrupted)
            {
                return true;
            }

            _phase = Phase.Idle;
            return false;
        }
    }

    /// <summary>Takes it out of memory, unless it is needed.</summary>
    public bool TryEvict()
    {
        lock (_lock)
        {
            if (_phase != Phase.Idle || _mailbox.Count > 0)
            {
                return false;
            }

            _phase = Phase.Gone;
            return true;
        }
    }

    /// <summary>Takes it out of memory; returns what nobody will take any more.</summary>
    public List<Message> Leave()
    {
        lock (_lock)
        {
            _phase = Phase.Gone;
            return Take().Messages;
        }
    }
}
