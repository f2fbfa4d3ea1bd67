using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Description;
using Microsoft.Azure.WebJobs.Host.Config;

namespace VideoGate.Local.Host.Http;

/// <summary>Extensions that accept HTTP requests under <c>/runtime/webhooks/{extension}</c>, each protected by its system key.</summary>
/// <param name="address">Address of this host; the setting <c>WEBSITE_HOSTNAME</c>.</param>
#pragma warning disable CS0618 // Obsolete for everybody but the Functions host.
internal sealed class Webhooks(Uri address, Task<AccessKeys> keys) : IWebHookProvider
{
    public const string Path = "runtime/webhooks";

    /// <summary>Extensions whose webhooks this host supports.</summary>
    public static readonly string[] Extensions = ["blobs", "durabletask"];

    private readonly ConcurrentDictionary<string, IAsyncConverter<HttpRequestMessage, HttpResponseMessage>> _handlers =
        new(StringComparer.OrdinalIgnoreCase);

    public Uri GetUrl(IExtensionConfigProvider extension)
    {
        var type = extension.GetType();
        var name = type.GetCustomAttribute<ExtensionAttribute>(inherit: false) is { } attribute
            ? attribute.ConfigurationSection ?? attribute.Name
            : type.Name;
        if (extension is IAsyncConverter<HttpRequestMessage, HttpResponseMessage> handler)
        {
            _handlers[name] = handler;
        }

        return new Uri(address, $"{Path}/{name.ToLowerInvariant()}?code={keys.GetAwaiter().GetResult().OfWebhooks(name)}");
    }

    public void Map(IEndpointRouteBuilder routes) => routes.Map($"{Path}/{{extension}}/{{*rest}}", HandleAsync);

    private async Task HandleAsync(HttpContext context)
    {
        var extension = (string)context.Request.RouteValues["extension"]!;
        if (!_handlers.TryGetValue(extension, out var handler))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!(await keys).OpensWebhooks(context.Request, extension))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var request = ToMessage(context.Request);
        using var response = await handler.ConvertAsync(request, context.RequestAborted);
        await WriteAsync(response, context.Response);
    }

    private static HttpRequestMessage ToMessage(HttpRequest request)
    {
        var message =
            new HttpRequestMessage(new HttpMethod(request.Method), request.GetEncodedUrl()) { Content = new StreamContent(request.Body) };
        foreach (var (name, values) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                message.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return message;
    }

    private static async Task WriteAsync(HttpResponseMessage message, HttpResponse response)
    {
        response.StatusCode = (int)message.StatusCode;
        foreach (var (name, values) in message.Headers)
        {
            response.Headers[name] = values.ToArray();
        }

        if (message.Content is { } content)
        {
            response.ContentType = content.Headers.ContentType?.ToString();
            await content.CopyToAsync(response.Body);
        }
    }
}
