using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Worker.Tests.Functions;

/// <summary>Functions that the runtime must refuse, each for one reason.</summary>
public static class BrokenFunctions
{
    public static class TwoOfOneName
    {
        [Function("Sample")]
        public static void One([TimerTrigger("00:01:00")] TimerInfo timer) => ArgumentNullException.ThrowIfNull(timer);

        [Function("SAMPLE")]
        public static void Two([TimerTrigger("00:01:00")] TimerInfo timer) => ArgumentNullException.ThrowIfNull(timer);
    }

    public static class NoTrigger
    {
        [Function("Sample")]
        public static void Run(FunctionContext context) => ArgumentNullException.ThrowIfNull(context);
    }

    public static class TwoTriggers
    {
        [Function("Sample")]
        public static void Run([TimerTrigger("00:01:00")] TimerInfo timer, [ActivityTrigger] string input) => ArgumentNullException.ThrowIfNull(timer);
    }

    public static class NotPublic
    {
        [Function("Sample")]
        internal static void Run([TimerTrigger("00:01:00")] TimerInfo timer) => ArgumentNullException.ThrowIfNull(timer);
    }

    public static class BadName
    {
        [Function("Sample/1")]
        public static void Run([TimerTrigger("00:01:00")] TimerInfo timer) => ArgumentNullException.ThrowIfNull(timer);
    }

    public static class UnknownParameter
    {
        [Function("Sample")]
        public static void Run([TimerTrigger("00:01:00")] TimerInfo timer, Uri wanted) => ArgumentNullException.ThrowIfNull(wanted);
    }

    public static class ParameterNotInRoute
    {
        [Function("Sample")]
        public static IResult Run([HttpTrigger("get", Route = "items/{id}")] HttpRequest request, int number) => Results.Ok(number);
    }

    public static class UnmarkedClient
    {
        [Function("Sample")]
        public static IResult Run([HttpTrigger("get")] HttpRequest request, DurableTaskClient client) =>
            Results.Ok(client.Name);
    }

    public static class BadRoute
    {
        [Function("Sample")]
        public static IResult Run([HttpTrigger("get", Route = "items/{id")] HttpRequest request) => Results.Ok();
    }

    public static class PlainResult
    {
        [Function("Sample")]
        public static Task<string> Run([HttpTrigger("get")] HttpRequest request) => Task.FromResult(request.Method);
    }

    public static class UserLevel
    {
        [Function("Sample")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.User, "get")] HttpRequest request) => Results.Ok();
    }

    public static class BlobAsBytes
    {
        [Function("Sample")]
        public static void Run([BlobTrigger("uploads/{name}")] byte[] blob) => ArgumentNullException.ThrowIfNull(blob);
    }

    public static class BlobPattern
    {
        [Function("Sample")]
        public static void Run([BlobTrigger("uploads/{name}.mp4")] BlobClient blob) => ArgumentNullException.ThrowIfNull(blob);
    }

    public static class BlobConnection
    {
        [Function("Sample")]
        public static void Run([BlobTrigger("uploads/{name}", Connection = "Nowhere")] BlobClient blob) => ArgumentNullException.ThrowIfNull(blob);
    }

    public static class TimerSchedule
    {
        [Function("Sample")]
        public static void Run([TimerTrigger("whenever")] TimerInfo timer) => ArgumentNullException.ThrowIfNull(timer);
    }

    public static class TimerSetting
    {
        [Function("Sample")]
        public static void Run([TimerTrigger("%Missing%")] TimerInfo timer) => ArgumentNullException.ThrowIfNull(timer);
    }

    public static class OrchestratorWithCancellation
    {
        [Function("Sample")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CancellationToken cancellation) =>
            context.CreateTimer(TimeSpan.FromSeconds(1), cancellation);
    }

    public static class SameRoute
    {
        [Function("SampleOne")]
        public static IResult One([HttpTrigger("get", "post", Route = "items/{id}")] HttpRequest request) => Results.Ok();

        [Function("SampleTwo")]
        public static IResult Two([HttpTrigger(Route = "Items/{id}")] HttpRequest request) => Results.Ok();
    }
}
