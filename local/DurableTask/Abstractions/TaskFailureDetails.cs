namespace Microsoft.DurableTask;

/// <summary>Why a task failed, in a form that can be stored.</summary>
/// <param name="ErrorType">The full name of the exception type.</param>
/// <param name="ErrorMessage">The message of the exception.</param>
/// <param name="StackTrace">Where it was thrown.</param>
/// <param name="InnerFailure">The failure behind it.</param>
/// <param name="Properties">Further values about the failure.</param>
public record TaskFailureDetails(
    string ErrorType, string ErrorMessage, string? StackTrace, TaskFailureDetails? InnerFailure, IDictionary<string, object?>? Properties)
{
    /// <summary>Type and message.</summary>
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    /// <summary>Whether the failure is a <typeparamref name="T"/> or derives from it.</summary>
    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <summary>Whether the failure is a <paramref name="targetBaseExceptionType"/> or derives from it; false when its type is not loaded.</summary>
    /// <exception cref="ArgumentException"><paramref name="targetBaseExceptionType"/> is not an exception type.</exception>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!targetBaseExceptionType.IsAssignableTo(typeof(Exception)))
        {
            throw new ArgumentException($"{targetBaseExceptionType} is not an exception type.", nameof(targetBaseExceptionType));
        }

        var thrown = Type.GetType(ErrorType)
            ?? targetBaseExceptionType.Assembly.GetType(ErrorType)
            ?? AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(ErrorType)).FirstOrDefault(type => type is not null);
        return targetBaseExceptionType.IsAssignableFrom(thrown);
    }

    /// <summary>The details of <paramref name="exception"/> and of those it wraps.</summary>
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(exception.GetType().ToString(), exception.Message, exception.StackTrace, Behind(exception), null);
    }

    private static TaskFailureDetails? Behind(Exception exception) => exception switch
    {
        TaskFailedException { InnerException: null } failed => failed.FailureDetails,
        { InnerException: { } inner } => FromException(inner),
        _ => null,
    };
}
