using Azure;

namespace VideoGate.Storage;

/// <summary>Distinguishes outages of the storage service from other errors.</summary>
public static class StorageOutage
{
    private const int RequestTimeout = 408;
    private const int TooManyRequests = 429;

    /// <summary>Runs an operation that depends on storage and translates outages.</summary>
    /// <param name="unable">What could not be done, as one human-readable sentence.</param>
    /// <exception cref="StorageOutageException">Storage does not respond.</exception>
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
    /// Azure.Core throws <see cref="AggregateException"/> when its retries are exhausted, and uses status 0 if there was no response. An
    /// attempt that timed out appears in it as cancelled.
    /// </remarks>
    public static bool IsTransient(Exception exception) => exception switch
    {
        StorageOutageException => true,
        RequestFailedException { Status: 0 or RequestTimeout or TooManyRequests or >= 500 } => true,
        AggregateException { InnerExceptions: { Count: > 0 } inner } =>
            inner.All(attempt => attempt is OperationCanceledException || IsTransient(attempt)),
        HttpRequestException or IOException => true,
        _ => false,
    };
}
