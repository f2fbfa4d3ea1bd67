namespace VideoGate.Webhooks;

/// <summary>Retry schedule of a delivery, which is abandoned after about a day and a half. Pure.</summary>
internal static class DeliverySchedule
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(8),
        TimeSpan.FromHours(8),
    ];

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(8);

    public static int Attempts => Waits.Length + 1;

    /// <param name="attempt">Number of the failed attempt, from 1.</param>
    /// <param name="asked">
    /// The delay that the receiver requested; limited to eight hours, to bound the total duration.
    /// </param>
    /// <returns>The delay before the next attempt, or null if this was the last.</returns>
    public static TimeSpan? WaitAfter(int attempt, TimeSpan? asked)
    {
        if (attempt > Waits.Length)
        {
            return null;
        }

        var usual = Waits[attempt - 1];
        return asked > usual ? asked < LongestWait ? asked : LongestWait : usual;
    }
}
