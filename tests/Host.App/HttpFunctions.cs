using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace HostApp;

public static class HttpFunctions
{
    [Function(nameof(Echo))]
    public static IActionResult Echo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "echo/{name}/{number:int?}")] HttpRequest request, string name,
            int? number, FunctionContext context) =>
        new OkObjectResult(
            new
            {
                name,
                number,
                header = request.Headers.TraceParent.ToString(),
                announced = context.TraceContext.TraceParent,
                worker = Environment.ProcessId
            });

    [Function(nameof(Locked))]
    public static IActionResult Locked([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => new OkResult();

    [Function(nameof(Admin))]
    public static IActionResult Admin([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "for-admins")] HttpRequest request) =>
        new OkResult();

    [Function(nameof(Fail))]
    public static IActionResult Fail([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new InvalidOperationException("Fails always.");

    [Function(nameof(Sleep))]
    public static async Task<IActionResult> Sleep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "work/{how}/{seconds}/{key}")] HttpRequest request, string how,
            string seconds, string key, CancellationToken cancellationToken) =>
        new OkObjectResult(await Work.DoAsync(new(key, how, double.Parse(seconds, CultureInfo.InvariantCulture)), cancellationToken));
}
