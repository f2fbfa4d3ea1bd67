using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using VideoGate.Storage;

namespace VideoGate.Http;

/// <summary>Outermost HTTP middleware: an exception that leaves the worker can leave its caller without a response.</summary>
internal sealed partial class ProblemMiddleware(ILogger<ProblemMiddleware> logger) : IFunctionsWorkerMiddleware
{
    private const string RetryAfterSeconds = "5";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.HttpContext();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
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

    internal static ProblemResult For(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } request => Problems.TooLarge.Because(request.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } request =>
            Problems.UnsupportedMediaType.Because(request.Message),
        BadHttpRequestException request => Problems.Malformed.Because(request.Message),
        ServiceUnavailableException => Later(Problems.IdentityUnavailable.Because("No token can be validated at the moment.")),
        _ when StorageOutage.IsTransient(exception) =>
            Later(Problems.StorageUnavailable.Because("The request may or may not have taken effect.")),
        _ => Problems.Internal.Because("The cause is in the log, under this traceId."),
    };

    private static ProblemResult Later(ProblemResult problem) => problem.WithHeader(HeaderNames.RetryAfter, RetryAfterSeconds);

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Error, "{Function} failed and answered {Problem}.")]
        public static partial void Failed(ILogger logger, string function, string problem, Exception exception);

        [LoggerMessage(1002, LogLevel.Debug, "The caller of {Function} left before the answer.")]
        public static partial void CallerGone(ILogger logger, string function);
    }
}
