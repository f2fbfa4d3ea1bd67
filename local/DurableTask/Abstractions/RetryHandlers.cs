namespace Microsoft.DurableTask;

/// <summary>Decides whether a failed task is tried again.</summary>
public delegate bool RetryHandler(RetryContext retryContext);

/// <summary>Decides whether a failed task is tried again; may await durable timers first.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
