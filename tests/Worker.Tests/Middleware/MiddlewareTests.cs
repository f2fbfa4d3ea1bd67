using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Worker.Tests.Support;

namespace Worker.Tests.Middleware;

public sealed class MiddlewareTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Middleware_Registered_RunsInOrderAroundTheFunction()
    {
        var steps = new List<string>();
        await using var app = await StartAsync(builder =>
        {
            builder.Services.AddSingleton(steps);
            builder.UseMiddleware<Outer>();
            builder.UseMiddleware(async (context, next) =>
            {
                steps.Add("inner in");
                await next();
                steps.Add($"inner out, {context.GetInvocationResult().Value!.GetType().Name}");
            });
        });

        await app.Http.GetStringAsync(new Uri("/api/hello", UriKind.Relative));

        Assert.Equal(["outer in", "inner in", "inner out, Ok", "outer out"], steps);
    }

    [Fact]
    public async Task Middleware_ThatReplacesTheResult_AnswersInItsPlace()
    {
        await using var app = await StartAsync(builder => builder.UseMiddleware((context, _) =>
        {
            context.GetInvocationResult().Value = Results.StatusCode(StatusCodes.Status418ImATeapot);
            return Task.CompletedTask;
        }));

        using var response = await app.Http.GetAsync(new Uri("/api/hello", UriKind.Relative));

        Assert.Equal((HttpStatusCode)418, response.StatusCode);
    }

    [Fact]
    public async Task Middleware_WithACondition_RunsWhereItHolds()
    {
        await using var app = await StartAsync(builder => builder.UseWhen(
            context => context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "httpTrigger")
                && context.FunctionDefinition.Name == "Other",
            (context, next) =>
            {
                context.GetHttpContext()!.Response.Headers["x-seen"] = context.FunctionDefinition.EntryPoint;
                return next();
            }));

        using var hello = await app.Http.GetAsync(new Uri("/api/hello", UriKind.Relative));
        using var other = await app.Http.GetAsync(new Uri("/api/other", UriKind.Relative));

        Assert.False(hello.Headers.Contains("x-seen"));
        Assert.Equal("Worker.Tests.Middleware.MiddlewareTests+Functions.Other", other.Headers.GetValues("x-seen").Single());
    }

    [Fact]
    public async Task Middleware_ThatCatches_SeesTheFunctionsException()
    {
        await using var app = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (InvalidOperationException exception)
            {
                context.GetInvocationResult().Value = Results.Problem(exception.Message, statusCode: 409);
            }
        }));

        using var response = await app.Http.GetAsync(new Uri("/api/throw", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    private Task<RunningApp> StartAsync(Action<FunctionsApplicationBuilder> configure)
    {
        var builder = RunningApp.Builder(_folder.Path, null, typeof(Functions));
        configure(builder);
        return RunningApp.StartAsync(builder);
    }

    public sealed class Outer(List<string> steps) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            steps.Add("outer in");
            await next(context);
            steps.Add("outer out");
        }
    }

    public static class Functions
    {
        [Function("Hello")]
        public static IResult Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => TypedResults.Ok();

        [Function("Other")]
        public static IResult Other([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => TypedResults.Ok();

        [Function("Throw")]
        public static IResult Throw([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            throw new InvalidOperationException("No.");
    }
}
