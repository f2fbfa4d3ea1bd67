using Azure;

namespace VideoGate.Storage;

/// <summary>Tells an outage of the storage service from an answer that we do not like.</summary>
public static class StorageOutage
{
    private const int RequestTimeout = 408;
    private const int TooManyRequests = 429;

    /// <summary>Does something that needs storage.</summary>
    /// <param name="unable">What could not be done, a sentence for people.</param>
    /// <exception cref="StorageOutageException">Storage does not answer.</exception>
    public static async Task<T> TranslateAsync<T>(string unable, Func<Task<T>> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            return await act();
        }
        catch (Exception exception) when (IsTransient(exception))
        {
            throw new StorageOutageException($"{unable} Storage does not answer.", exception);
        }
    }

    /// <remarks>
    /// Azure.Core throws <see cref="AggregateException"/> when its own retries are used up, and status 0 when no answer came at all.
    /// </remarks>
    public static bool IsTransient(Exception exception) => exception switch
    {
        StorageOutageException => true,
        RequestFailedException { Status: 0 or RequestTimeout or TooManyRequests or >= 500 } => true,
        AggregateException { InnerExceptions: { Count: > 0 } inner } => inner.All(IsTransient),
        HttpRequestException or IOException => true,
        _ => false,
    };
}
