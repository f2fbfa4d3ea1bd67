using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Serverless.Azure.Tests.Host.Rpc;

namespace Serverless.Azure.Tests.Host;

/// <summary>Takes requests as the host does: the most specific route wins, its values go along, and the worker's own server answers.</summary>
internal sealed class HttpFront(FunctionsHost host)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly IReadOnlyList<Entry> _routes = [.. host.Functions.Values.SelectMany(Entry.Of).OrderBy(entry => entry.Precedence)];

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? token = null, params (string Name, string Value)[] headers)
    {
        var uri = new Uri(host.WorkerAddress, path);
        var (function, values) = Route(method, uri.AbsolutePath);
        var invocation = host.Invocation(function, new() { Http = new() { Method = method.Method, Url = uri.ToString() } });
        foreach (var (name, value) in values)
        {
            invocation.TriggerMetadata[name] = new() { String = value?.ToString() ?? "" };
        }

        using var request = new HttpRequestMessage(method, uri) { Content = content };
        request.Headers.Add("x-ms-invocation-id", invocation.InvocationId);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        var invoked = host.InvokeAsync(invocation);
        var response = await Http.SendAsync(request);
        var result = (await invoked).Result;
        return result.Status is StatusResult.Types.Status.Success
            ? response
            : throw new InvalidOperationException($"{function} failed: {result.Exception?.Message}\n{host.Log}");
    }

    private (string Function, RouteValueDictionary Values) Route(HttpMethod method, string path)
    {
        foreach (var entry in _routes.Where(entry => entry.Methods is [] || entry.Methods.Contains(method.Method, StringComparer.OrdinalIgnoreCase)))
        {
            var values = new RouteValueDictionary();
            if (entry.Matcher.TryMatch(path, values))
            {
                return (entry.Function, values);
            }
        }

        throw new InvalidOperationException($"No function takes {method} {path}.");
    }

    private sealed record Entry(string Function, TemplateMatcher Matcher, decimal Precedence, IReadOnlyList<string> Methods)
    {
        public static IEnumerable<Entry> Of(RpcFunctionMetadata function)
        {
            foreach (var binding in function.RawBindings.Select(raw => JsonDocument.Parse(raw).RootElement))
            {
                if (binding.GetProperty("type").GetString() != "httpTrigger")
                {
                    continue;
                }

                var template = TemplateParser.Parse(binding.GetProperty("route").GetString()!);
                string[] methods = binding.TryGetProperty("methods", out var listed) ? [.. listed.EnumerateArray().Select(method => method.GetString()!)] : [];
                yield return new(function.Name, new TemplateMatcher(template, []), RoutePrecedence.ComputeInbound(template), methods);
            }
        }
    }
}
