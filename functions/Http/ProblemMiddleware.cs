using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using VideoGate.Storage;

namespace VideoGate.Http;

/// <summary>Outermost HTTP middleware: an exception that leaves the worker can leave its caller without a response.</summary>
internal sealed partial class ProblemMiddleware(ILogger<ProblemMiddleware> logger, TimeProvider time) : IFunctionsWorkerMiddleware
{
    private const string RetryAfterSeconds = "5";
    private const string OneYear = "max-age=31536000";
    private const string ForwardedProtocol = "X-Forwarded-Proto";

    /// <summary>Including the pause before the last retry and the time in the host, a caller has a response within ten seconds.</summary>
    private static readonly TimeSpan StorageLimit = TimeSpan.FromSeconds(5);

    /// <summary>Functions that call storage many times by design: each call has the limit.</summary>
    private static readonly HashSet<string> ManyCalls = new(StringComparer.Ordinal)
    {
        "BulkDecide", "ConfirmErasure", "ExportDecisions", "GetUpload", "OrderErasure",
    };

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.HttpContext();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (IsSecure(http.Request))
        {
            http.Response.Headers.StrictTransportSecurity = OneYear;
        }

        var hasStarted = false;
        http.Response.OnStarting(() =>
        {
            hasStarted = true;
            return Task.CompletedTask;
        });
        StorageDeadline.Begin(StorageLimit, ManyCalls.Contains(context.FunctionDefinition.Name), () => hasStarted, time);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            Log.CallerGone(logger, context.FunctionDefinition.Name);
        }
#pragma warning disable CA1031 // Last resort: the caller gets a response and the log the cause of any failure.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var problem = For(exception);
            if (problem.Type.Status >= StatusCodes.Status500InternalServerError)
            {
                Log.Failed(logger, context.FunctionDefinition.Name, problem.Type.Name, exception);
            }

            context.GetInvocationResult().Value = problem;
        }
    }

    /// <summary>The ingress and the host terminate TLS and state it in a header.</summary>
    internal static bool IsSecure(HttpRequest request) =>
        request.IsHttps || request.Headers.GetCommaSeparatedValues(ForwardedProtocol).Contains("https", StringComparer.OrdinalIgnoreCase);

    internal static ProblemResult For(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } request => Problems.TooLarge.Because(request.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } request =>
            Problems.UnsupportedMediaType.Because(request.Message),
        BadHttpRequestException request => Problems.Malformed.Because(request.Message),
        ServiceUnavailableException => Later(Problems.IdentityUnavailable.Because("No token can be validated at the moment.")),
        // The caller did not disconnect: a call with a deadline did not answer in time.
        _ when StorageOutage.IsTransient(exception) || exception is OperationCanceledException =>
            Later(Problems.StorageUnavailable.Because("The request may or may not have taken effect.")),
        _ => Problems.Internal.Because("The cause is in the log, under this traceId."),
    };

    private static ProblemResult Later(ProblemResult problem) => problem.WithHeader(HeaderNames.RetryAfter, RetryAfterSeconds);

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Error, "{Function} failed and answered {Problem}.")]
        public static partial void Failed(ILogger logger, string function, string problem, Exception exception);

        [LoggerMessage(1002, LogLevel.Debug, "The caller of {Function} disconnected before the response.")]
        public static partial void CallerGone(ILogger logger, string function);
    }
}
