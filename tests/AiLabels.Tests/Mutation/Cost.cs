namespace AiLabels.Tests.Mutation;

/// <summary>What the worst of some mutants cost.</summary>
/// <param name="Time">Processor time; nothing here waits for anything.</param>
/// <param name="Slowest">What took it: what was done, and the number of the mutant.</param>
/// <param name="Allocated">Bytes allocated in all, which bounds what was held at once.</param>
/// <param name="Largest">What allocated them.</param>
internal readonly record struct Cost(TimeSpan Time, string Slowest, long Allocated, string Largest)
{
    public static Cost None => new(TimeSpan.Zero, "", 0, "");

    /// <summary>How many of the mutants took a label.</summary>
    public int Labelled { get; init; }

    public static (T Result, Cost Cost) Of<T>(string what, Func<T> work)
    {
        var (before, began) = (GC.GetAllocatedBytesForCurrentThread(), ThreadTime.Now);
        var result = work();
        return (result, new Cost(ThreadTime.Now - began, what, GC.GetAllocatedBytesForCurrentThread() - before, what));
    }

    public Cost And(Cost other)
    {
        var (slower, larger) = (other.Time > Time ? other : this, other.Allocated > Allocated ? other : this);
        return new(slower.Time, slower.Slowest, larger.Allocated, larger.Largest) { Labelled = Labelled + other.Labelled };
    }
}
