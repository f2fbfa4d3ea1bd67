namespace VideoGate.Reporting.Metrics;

/// <summary>In seconds.</summary>
internal sealed record Percentiles(double P50, double P95)
{
    /// <summary>Computes percentiles by nearest rank.</summary>
    public static Percentiles? Of(IEnumerable<double> seconds)
    {
        double[] sorted = [.. seconds.Order()];
        return sorted is [] ? null : new(At(sorted, 0.5), At(sorted, 0.95));
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
