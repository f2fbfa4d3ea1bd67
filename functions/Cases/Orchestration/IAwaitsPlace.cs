namespace VideoGate.Cases.Orchestration;

/// <summary>Result of a step that needs a place of <see cref="LimitedPlaces"/>.</summary>
public interface IAwaitsPlace
{
    /// <summary>After what time to ask again; null if the step had a place.</summary>
    TimeSpan? Wait { get; }
}
