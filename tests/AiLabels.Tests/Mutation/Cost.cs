namespace AiLabels.Tests.Mutation;

/// <summary>Maximum cost among some mutants.</summary>
/// <param name="Time">CPU time; nothing here waits.</param>
/// <param name="Slowest">The operation and the number of the mutant.</param>
/// <param name="Allocated">Total bytes allocated, which bounds the memory held at once.</param>
/// <param name="Largest">The operation that allocated them.</param>
internal readonly record struct Cost(TimeSpan Time, string Slowest, long Allocated, string Largest)
{
    public static Cost None => new(TimeSpan.Zero, "", 0, "");

    /// <summary>Number of mutants that were labelled.</summary>
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
