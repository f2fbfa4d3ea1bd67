namespace VideoGate.Webhooks;

/// <summary>When a delivery is tried again, and when it is given up: after about a day and a half. Pure.</summary>
internal static class DeliverySchedule
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
            TimeSpan.FromHours(1),
        TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(8), TimeSpan.FromHours(8),
    ];

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(8);

    public static int Attempts => Waits.Length + 1;

    /// <param name="attempt">The one that failed, from 1.</param>
    /// <param name="asked">
    /// How long the receiver asked us to wait; more than eight hours are not granted, so that the end stays in sight.
    /// </param>
    /// <returns>How long to wait for the next; null when it was the last.</returns>
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
